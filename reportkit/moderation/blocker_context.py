"""Everything that blockers are found in: one inspection on one day."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from reportkit.inspection.problem import Problem
from reportkit.moderation.blocker import Blocker, Held
from reportkit.moderation.case import Case
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.correspondence import Exchange, exchange
from reportkit.moderation.lazy import once
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.policy import Policy
from reportkit.moderation.sign_offs import Signatures, footing


class BlockerContext(Struct, frozen=True, dict=True):
    """Everything that blockers are found in; what several of them ask is found once."""

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

    @once
    def footing(self) -> tuple[Entry, ...]:
        """Return the sign-offs that a decision made now would rest on."""
        return footing(self.ledger, self.policy, self.signatures)

    @once
    def exchange(self) -> Exchange:
        """Return what went to the bodies and came back."""
        return exchange(self.ledger)

    def block(self, rule: str, what: str, command: str, holds: Held) -> Blocker:
        """Return a blocker that anyone can clear."""
        return Blocker(rule=rule, what=what, command=command, holds=holds)
