"""Everything that blockers are found in: one inspection on one day."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from reportkit.inspection.problem import Problem
from reportkit.moderation.blocker import Blocker, Held
from reportkit.moderation.case import Case
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.policy import Policy
from reportkit.moderation.signing import Signatures


class Scene(Struct, frozen=True):
    """Everything that blockers are found in."""

    case: Case
    ledger: Ledger
    policy: Policy
    now: dt.date
    problems: tuple[Problem, ...]
    signatures: Signatures

    @property
    def near(self) -> Held:
        """The act that is near: what is wrong with the inspection itself stands in its way."""
        return "sign-off" if self.ledger.submission else "submit"

    def block(self, rule: str, what: str, command: str, holds: Held) -> Blocker:
        """A blocker that anybody can clear."""
        return Blocker(rule=rule, what=what, command=command, holds=holds)
