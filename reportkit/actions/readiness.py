"""Whether an act may be done now: everything that stands in its way, asked here by questions and actions alike.

It gathers what standing holds against the act (the record, sign-offs, rules of the acts up to it, gaps of the report
that would go out), the rules that protect the act itself, and what its documents need. Who acts is not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final

from reportkit.actions.act_problems import lacks_for_release, of_publishing, of_telling
from reportkit.actions.case_file import CaseFile
from reportkit.actions.prepare import obstacle_of
from reportkit.actions.refusal import InTheWay
from reportkit.actions.signed_content import signed
from reportkit.errors import Refused
from reportkit.moderation.attribution import day_of
from reportkit.moderation.blocker import Blocker, Held, comments, moderate
from reportkit.reading.casework import read_casework
from reportkit.workspace.workspace import Workspace

ACTS: Final[tuple[Held, ...]] = ("submit", "sign-off", "decide", "send", "notify", "publish", "reinspect")
"""The acts that can be asked about."""


def readiness(
    workspace: Workspace, case_file: CaseFile, act: Held, *, reason: str | None = None
) -> tuple[Blocker, ...]:
    """Return everything that stands in the way of an act on what is saved; () where it may be done.

    `reason` is why the inspection took as long as it took, which publishing can say.
    """
    own = _OWN.get(act)
    found = (*case_file.standing.holding(act), *(own(workspace, case_file, reason) if own else ()))
    return tuple({(each.rule, each.what): each for each in found}.values())


def refuse_unready(
    workspace: Workspace, case_file: CaseFile, act: Held, *, reason: str | None = None, despite: Collection[str] = ()
) -> None:
    """Raise InTheWay with everything that stands in the way of an act, before the work that it takes is done.

    `despite` are the subjects of blockers that the act itself sets aside.
    """
    found = readiness(workspace, case_file, act, reason=reason)
    obstacles = tuple(obstacle_of(each) for each in found if not each.about or each.about not in despite)
    if obstacles:
        raise InTheWay(obstacles)


def _of_sending(workspace: Workspace, case_file: CaseFile, _: str | None) -> Iterator[Blocker]:
    yield from _of_documents(workspace, case_file, "send")
    sent, now = case_file.ledger.sent, case_file.standing.signed
    if sent is None or not now:
        return
    entry, before = sent
    contents = {getattr(each.record.details, "content", None) for each in now}
    seen = {(each.inspection, each.templates) for each in contents if each is not None}
    if seen == {(before.content.inspection, before.content.templates)}:
        what = f"The draft was sent already, on {day_of(entry.record)}, and has not changed since"
        yield Blocker(rule="J01", what=what, command=comments("copies", case_file.slug), holds="send")


def _of_telling(workspace: Workspace, case_file: CaseFile, _: str | None) -> Iterator[Blocker]:
    yield from _of_documents(workspace, case_file, "notify")
    for problem in of_telling(workspace, case_file):
        if not case_file.ledger.is_overridden(problem.rule, problem.about):
            yield _blocker(case_file, problem.rule, problem.about, str(problem), problem.command)
    if case_file.inspection.particulars.concerns_funding:
        yield from lacks_for_release(case_file, read_casework(workspace.saved, case_file.slug))


def _blocker(case_file: CaseFile, rule: str, about: str, what: str, command: str) -> Blocker:
    clearing = command
    if not command:
        named = ("--about", about) if about else ()
        may = rule in case_file.case.overridable
        clearing = moderate("override", case_file.slug, rule, *named, '--reason "…"') if may else ""
    return Blocker(
        rule=rule, about=about, what=what, command=clearing or f"reportkit check {case_file.slug}", holds="notify"
    )


def _of_publishing(workspace: Workspace, case_file: CaseFile, reason: str | None) -> Iterator[Blocker]:
    yield from _of_documents(workspace, case_file, "publish")
    if case_file.ledger.letters is not None:  # without them the rules would ask for what the letters set
        yield from of_publishing(workspace, case_file, reason)


def _of_documents(workspace: Workspace, case_file: CaseFile, act: Held) -> Iterator[Blocker]:
    """Return why the documents cannot be drawn from what was signed; that it is not signed, standing says."""
    if not case_file.standing.signed:
        return
    try:
        signed(workspace, case_file)
    except Refused as error:
        command = moderate("sign-off", case_file.slug)
        yield Blocker(rule="I05", what=str(error), command=command, holds=act)


_OWN: Final[Mapping[Held, Callable[[Workspace, CaseFile, str | None], Iterator[Blocker]]]] = {
    "send": _of_sending,
    "notify": _of_telling,
    "publish": _of_publishing,
}
"""What an act needs besides what standing holds against it."""
