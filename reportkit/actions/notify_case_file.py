"""The case file for issuing letters: with what the rules that protect them found, and the saved casework."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from reportkit.actions.act_problems import of_telling
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.request import Request
from reportkit.moderation.standing import standing
from reportkit.workspace.workspace import Workspace


def gather_for_letters(workspace: Workspace, slug: str, request: Request) -> CaseFile:
    """Return the case file in which every problem that keeps letters back is a blocker."""
    case_file = gather(workspace, slug, request)
    problems = (*case_file.problems, *of_telling(workspace, case_file))
    subjects = partial(case_file.store.subject, slug)
    stands = standing(case_file.case, case_file.ledger, case_file.policy, case_file.clock.today, problems, subjects)
    return replace(case_file, problems=problems, standing=stands)
