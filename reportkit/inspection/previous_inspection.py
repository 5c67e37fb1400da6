"""An inspection that came before: what its result says of how much of this one is needed [100–103]."""

from __future__ import annotations

from msgspec import Struct

from reportkit.inspection.judgement import ProspectsRating, ServiceRating
from reportkit.inspection.particulars import InspectionKind


class Predecessor(Struct, frozen=True, kw_only=True):
    """An earlier inspection, as far as it is known here: from its own folder, or from what `previous` says.

    `name` is how a reader would call it. `date` is as it was written: 2002-09-15, 2002-09 or 2002. `services` are the
    ids of what it covered; None where it is not written.
    """

    name: str
    inspection: str | None = None
    kind: InspectionKind | None = None
    date: str | None = None
    service: ServiceRating | None = None
    prospects: ProspectsRating | None = None
    services: tuple[str, ...] | None = None

    @property
    def called(self) -> str:
        """Return what to call it inside a sentence."""
        return f"the inspection of {self.date}" if self.date else self.name
