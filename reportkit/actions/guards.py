"""The refusal of an act that the rules which protect it speak against, given what the act would make true."""

from __future__ import annotations

from reportkit.actions.act_problems import guarded
from reportkit.actions.case_file import CaseFile
from reportkit.actions.prepare import obstacle_of
from reportkit.actions.refusal import InTheWay
from reportkit.inspection.milestones import Milestones
from reportkit.moderation.blocker import Held


def refuse_guarded(case_file: CaseFile, act: Held, reached: Milestones, *, reason_for: str) -> None:
    """Raise InTheWay with every breach of a rule that protects this act and that was not set aside (see `guarded`)."""
    found = guarded(case_file, act, reached, reason_for=reason_for)
    if found:
        raise InTheWay(tuple(map(obstacle_of, found)))
