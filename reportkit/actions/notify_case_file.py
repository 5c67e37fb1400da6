"""The case file for issuing letters: with what the rules that protect them found, and the saved casework."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from reportkit.actions.case_file import OVERRIDABLE, CaseFile, gather
from reportkit.actions.request import Request
from reportkit.gitstore.casework_file import find_casework
from reportkit.inspection.casework import Casework
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Place
from reportkit.moderation.milestones import milestones_of
from reportkit.moderation.standing import standing
from reportkit.reading.casework import casework_path, read_casework
from reportkit.rules.check import check, guards
from reportkit.workspace.workspace import Workspace


def gather_for_letters(workspace: Workspace, slug: str, request: Request) -> CaseFile:
    """Return the case file in which every problem that keeps letters back is a blocker."""
    case_file = gather(workspace, slug, request)
    casework = read_casework(workspace.saved, slug)
    problems = (*case_file.problems, *_problems(workspace, case_file, casework))
    subjects = partial(case_file.store.subject, slug)
    stands = standing(case_file.case, case_file.ledger, case_file.policy, case_file.clock.today, problems, subjects)
    return replace(case_file, problems=problems, standing=stands)


def _problems(workspace: Workspace, case_file: CaseFile, casework: Casework) -> Iterator[Problem]:
    """Return what the rules that protect the letters found, and casework that is not saved."""
    path, save = casework_path(case_file.slug), f"reportkit save {case_file.slug}"
    if find_casework(workspace.root, case_file.slug, "HEAD").changes:
        yield Problem(
            rule="K11",
            level="error",
            state="wrong",
            where=Place(path),
            message="holds changes that are not saved",
            remedy="",
            command=save,
        )
    reached = milestones_of(case_file.ledger, casework)
    reached = replace(reached, letters=reached.letters or case_file.clock.today)  # letters of now are of today
    found = check(case_file.inspection, milestones=reached)
    for problem in guards(found, "notify"):
        in_casework = problem.where.file == path and problem.rule not in OVERRIDABLE
        yield replace(problem, command=problem.command or (save if in_casework else ""))
