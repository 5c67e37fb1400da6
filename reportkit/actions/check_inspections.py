"""Check inspections, or findings of them, and look up facts beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from reportkit.actions.check import CheckResult, by_record, verdict
from reportkit.actions.check_target import target
from reportkit.actions.known_endings import known_endings
from reportkit.errors import WrongUse
from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import read_inspection
from reportkit.workspace.workspace import Workspace, inspection_names

if TYPE_CHECKING:  # many modules, and only its name is needed here
    from reportkit.rules.facts import Fact


class CheckRequest(Struct, frozen=True, kw_only=True):
    """What to check: inspections and findings by name (none: all, or the inspection whose folder was the start).

    `act` counts what is not there yet too, as far as that act needs it. `by` narrows it to the findings of one person,
    and `mine` to those of Git's user. `facts` asks for what can be computed or looked up.
    """

    names: tuple[str, ...] = ()
    act: str = ""
    by: str = ""
    mine: bool = False
    facts: bool = False


class CheckReport(Struct, frozen=True, kw_only=True):
    """The result of every inspection that was checked.

    `by` is the person whose findings were asked for ("": everyone's), and `none_by` are the inspections in which no
    finding is theirs. `facts` are by inspection, None where they were not asked for.
    """

    act: str
    results: tuple[CheckResult, ...]
    by: str = ""
    none_by: tuple[str, ...] = ()
    facts: Mapping[str, tuple[Fact, ...]] | None = None

    @property
    def passed(self) -> bool:
        """Whether nothing fails."""
        return not any(each.failing for each in self.results)


def check_inspections(workspace: Workspace, request: CheckRequest) -> CheckReport:
    """Return what is wrong or missing. Raises WrongUse for an unknown name, or where Git's user has none."""
    wanted = target(workspace, request.names)
    by = request.by or (_own_name(workspace) if request.mine else "")
    results, none_by, facts = [], [], {}
    facts_of = _FactsBesideAll(workspace) if request.facts else None
    for whole in _results(workspace, wanted.inspections, request.act):
        narrowed = whole.about(wanted.findings) if wanted.findings else whole
        if by and whole.inspection and not narrowed.findings_by(by):
            none_by.append(whole.slug)
        mine = _of_one_person(narrowed, by) if by else narrowed
        if facts_of:
            facts[whole.slug] = facts_of.of(mine)
        results.append(mine.alone())  # so that no inspection need be kept when the next is read
    return CheckReport(
        act=request.act,
        results=tuple(results),
        by=by,
        none_by=tuple(none_by),
        facts=facts if request.facts else None,
    )


def _results(workspace: Workspace, inspections: tuple[str, ...], act: str) -> Iterator[CheckResult]:
    files, known = FolderFiles(workspace.root), partial(by_record, partial(known_endings, workspace))
    yield from (verdict(files, slug, act, known) for slug in inspections)


def _of_one_person(whole: CheckResult, person: str) -> CheckResult:
    """Return the result for one person's findings. Where it is not known whose they are, all of it."""
    return whole.about(whole.findings_by(person) | whole.unread) if whole.inspection else whole


def _own_name(workspace: Workspace) -> str:
    from reportkit.gitstore.git_program import run  # only `--mine` asks Git

    name = run(workspace.root, "config", "user.name").output.decode("utf-8", "replace").strip()
    if not name:
        raise WrongUse("Git does not know your name", remedy="Say it with --me; `reportkit doctor` tells more.")
    return name


class _FactsBesideAll:
    """Facts beside all other inspections that can be read: some come only from comparison."""

    def __init__(self, workspace: Workspace) -> None:
        files = FolderFiles(workspace.root)
        read = (read_inspection(files, slug).inspection for slug in inspection_names(workspace.root))
        self._all = tuple(each for each in read if each is not None)

    def of(self, result: CheckResult) -> tuple[Fact, ...]:
        """Return the facts of one inspection."""
        return result.facts(tuple(each for each in self._all if each.slug != result.slug))
