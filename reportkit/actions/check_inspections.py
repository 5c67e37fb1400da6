"""Check inspections, or findings of them, and look up facts beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from reportkit.actions.check import CheckResult, by_record, verdict
from reportkit.actions.check_target import Target, target
from reportkit.actions.known_endings import known_endings
from reportkit.errors import WrongUse
from reportkit.moderation.blocker import Held
from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import read_inspection
from reportkit.workspace.inspection_folders import inspection_names
from reportkit.workspace.workspace import Workspace

if TYPE_CHECKING:  # many modules, and only their names are needed here
    from reportkit.actions.check_for_act import ActCheck
    from reportkit.rules.facts import Fact


class CheckRequest(Struct, frozen=True, kw_only=True):
    """A request to check inspections and findings by name (none: all, or the one whose folder was the start).

    `act` asks what stands in the way of that act, on the day `today` in a demonstration. `by` narrows it to the
    findings of one person, and `mine` to those of Git's user. `facts` asks for what can be computed or looked up.
    """

    names: tuple[str, ...] = ()
    act: Held | None = None
    by: str = ""
    mine: bool = False
    facts: bool = False
    today: dt.date | None = None


class CheckReport(Struct, frozen=True, kw_only=True):
    """The result of every inspection that was checked.

    `for_act` is what stands in the way of the act, one for each result where there is an act. `by` is the person whose
    findings were asked for ("": everyone's), and `none_by` are the inspections in which no finding is theirs. `facts`
    are by inspection, None where they were not asked for.
    """

    act: Held | None
    results: tuple[CheckResult, ...]
    for_act: tuple[ActCheck, ...] = ()
    by: str = ""
    none_by: tuple[str, ...] = ()
    facts: Mapping[str, tuple[Fact, ...]] | None = None

    @property
    def passed(self) -> bool:
        """Return whether nothing fails, or stands in the way of the act."""
        if self.act:
            return not any(each.count for each in self.for_act)
        return not any(each.failing for each in self.results)

    def of_act(self, slug: str) -> ActCheck | None:
        """Return what stands in the way of the act on one inspection; None where no act was asked about."""
        return next((each for each in self.for_act if each.result.slug == slug), None)


def check_inspections(workspace: Workspace, request: CheckRequest) -> CheckReport:
    """Return what is wrong or missing. Raises WrongUse for an unknown name, or where Git's user has none."""
    wanted, by = target(workspace, request.names), _person(workspace, request)
    results: list[CheckResult] = []
    none_by: list[str] = []
    facts: dict[str, tuple[Fact, ...]] = {}
    for_act: list[ActCheck] = []
    facts_of = _FactsBesideAll(workspace) if request.facts else None
    for mine in _results(workspace, wanted, by, request.act or ""):
        if by and mine.inspection and not mine.findings_by(by):
            none_by.append(mine.slug)
        if request.act:
            for_act.append(_for_act(workspace, mine, request, request.act, part=bool(wanted.findings or by)).alone())
        if facts_of:
            facts[mine.slug] = facts_of.of(mine)
        results.append(mine.alone())  # so that no inspection need be kept when the next is read
    return CheckReport(
        act=request.act,
        results=tuple(results),
        for_act=tuple(for_act),
        by=by,
        none_by=tuple(none_by),
        facts=facts if request.facts else None,
    )


def _for_act(workspace: Workspace, checked: CheckResult, request: CheckRequest, act: Held, *, part: bool) -> ActCheck:
    """Ask what stands in the way of the act. Of some findings alone, and without Git, only the files can tell."""
    from reportkit.actions.check_for_act import check_files_for, check_for  # moderation, which a plain check needs not

    if part or not workspace.has_history:
        return check_files_for(workspace, checked, act)
    return check_for(workspace, checked, act, request.today)


def _results(workspace: Workspace, wanted: Target, by: str, act: str) -> Iterator[CheckResult]:
    """Yield the result of each inspection, narrowed to the findings that were asked about."""
    files, known = FolderFiles(workspace.root), partial(by_record, partial(known_endings, workspace))
    for slug in wanted.inspections:
        whole = verdict(files, slug, act, known)
        narrowed = whole.about(wanted.findings) if wanted.findings else whole
        yield _of_one_person(narrowed, by) if by else narrowed


def _of_one_person(whole: CheckResult, person: str) -> CheckResult:
    """Return the result for one person's findings. Where it is not known whose they are, all of it."""
    return whole.about(whole.findings_by(person) | whole.unread) if whole.inspection else whole


def _person(workspace: Workspace, request: CheckRequest) -> str:
    """Return the person whose findings are asked for, "" for everyone's."""
    return request.by or (_own_name(workspace) if request.mine else "")


def _own_name(workspace: Workspace) -> str:
    from reportkit.gitstore.git_program import run  # only `--mine` asks Git

    name = run(workspace.root, "config", "user.name").output.decode("utf-8", "replace").strip()
    if not name:
        raise WrongUse("Git does not know your name", remedy="Say it with --me; `reportkit doctor` shows more.")
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
