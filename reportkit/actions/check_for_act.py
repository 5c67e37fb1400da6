"""One inspection checked for an act: everything that stands in its way, and what does not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.actor import person_or_guest
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.check import CheckResult
from reportkit.actions.readiness import readiness
from reportkit.actions.report_gaps import report_gaps
from reportkit.actions.request import Request
from reportkit.actions.templates import templates
from reportkit.errors import ReportkitError
from reportkit.inspection.problem import Problem
from reportkit.moderation.blocker import Blocker, Held, moderate
from reportkit.reading.folder import FolderFiles
from reportkit.reading.repository import read_repository
from reportkit.workspace.workspace import Workspace

_GOES_OUT: frozenset[Held] = frozenset(("send", "publish"))


class ActCheck(Struct, frozen=True):
    """The result of a check for an act: problems of files and `blockers` of the record; `rest` does not block it."""

    act: Held
    result: CheckResult
    problems: tuple[Problem, ...] = ()
    blockers: tuple[Blocker, ...] = ()

    @property
    def count(self) -> int:
        """Return how many things stand in the way."""
        return len(self.problems) + len(self.blockers)

    @property
    def rest(self) -> tuple[Problem, ...]:
        """Return the problems without an answer that do not stand in the way."""
        stopping = frozenset(self.problems)
        return tuple(each for each in self.result.open if each not in stopping)

    def alone(self) -> ActCheck:
        """Return the same without the inspection: hundreds of them need not be kept."""
        return replace(self, result=self.result.alone())


def check_files_for(workspace: Workspace, result: CheckResult, act: Held) -> ActCheck:
    """Return what the files alone hold against an act: of some findings, or where there is no record to ask."""
    return ActCheck(act, result, (*result.failing, *_gaps(workspace, result, act)))


def check_for(workspace: Workspace, result: CheckResult, act: Held, today: dt.date | None = None) -> ActCheck:
    """Return everything that stands in the way of an act, as the act itself would find it."""
    try:
        case_file = gather(workspace, result.slug, Request(today=today), person_or_guest, workspace.known_identity)
        found = readiness(workspace, case_file, act)
    except ReportkitError as error:
        by_files = check_files_for(workspace, result, act)
        return replace(by_files, blockers=(_unknown(result.slug, act, error),))
    problems = (*_stopping(case_file, result, act, found), *_gaps_among(case_file, found))
    told = frozenset(said for each in problems for said in _as_blocker(each))
    return ActCheck(act, result, problems, tuple(each for each in found if told.isdisjoint(_told_by(each))))


def _as_blocker(problem: Problem) -> tuple[object, ...]:
    """Return by what a blocker is known that tells of a problem: standing tells of it in its words."""
    words = (str(problem), f"{problem.message}. {problem.remedy}")
    return (*words, (problem.rule, problem.about)) if problem.about else words


def _told_by(blocker: Blocker) -> tuple[object, ...]:
    return (blocker.what, (blocker.rule, blocker.about))


def _stopping(case_file: CaseFile, result: CheckResult, act: Held, found: Collection[Blocker]) -> tuple[Problem, ...]:
    """Return the problems of rules that stop the act.

    When it is the act's turn these are the ones that it asks for; before, all of the acts up to it.
    """
    if any(each.holds == act for each in case_file.standing.out_of_turn):
        return result.failing
    held = frozenset(said for each in found for said in _told_by(each))
    return tuple(each for each in result.failing if not held.isdisjoint(_as_blocker(each)))


def _gaps_among(case_file: CaseFile, found: Collection[Blocker]) -> tuple[Problem, ...]:
    said = {each.what for each in found}
    return tuple(each for each in case_file.case.gaps if str(each) in said)


def _gaps(workspace: Workspace, result: CheckResult, act: Held) -> tuple[Problem, ...]:
    """Return the gaps of the report as it is in the folder, where the act sends it out."""
    if act not in _GOES_OUT or result.inspection is None:
        return ()
    issuer = read_repository(FolderFiles(workspace.root)).inspectorate
    today = dt.datetime.now(dt.UTC).date()
    return report_gaps(result.inspection, issuer, templates(workspace.root), today).problems


def _unknown(slug: str, act: Held, error: ReportkitError) -> Blocker:
    """Return as a blocker why it cannot be known what stands in the way."""
    return Blocker(rule="record", what=str(error), command=moderate("", slug).replace("  ", " "), holds=act)
