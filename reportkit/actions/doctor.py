"""Look over this computer: what is fine, and what to do."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from reportkit.actions.doctor_checks import Advice, look_over
from reportkit.actions.doctor_machine import gather


class Diagnosis(Struct, frozen=True):
    """Every check's outcome, in the order in which one would put things right."""

    outcomes: tuple[Advice, ...]

    @property
    def stops_work(self) -> bool:
        """Return whether anything must be put right before reportkit can be used."""
        return any(advice.state == "stops work" for advice in self.outcomes)


def doctor(start: Path) -> Diagnosis:
    """Return how this computer and the folder are. Changes nothing. Raises WrongUse where there is no such folder."""
    return Diagnosis(look_over(gather(start)))
