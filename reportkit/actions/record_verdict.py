"""The outcome of verifying the record or a document."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportkit.moderation.verifying.acknowledging import OpenObservation
from reportkit.moderation.verifying.observation import Level, Observation, worst


class RecordVerdict(Struct, frozen=True):
    """The outcome of verifying: what was found, and the number of records and of versions that were read."""

    findings: tuple[Observation, ...]
    records: int = 0
    versions: int = 0
    about: Literal["record", "document", "pack"] = "record"
    open_ones: tuple[OpenObservation, ...] = ()

    @property
    def outcome(self) -> Level | None:
        """The worst that was found and not acknowledged; None where the record is whole."""
        return worst(each for each in self.findings if not each.acknowledged)

    @property
    def strict_outcome(self) -> Level | None:
        """The worst that was found, acknowledged or not."""
        return worst(self.findings)

    @property
    def acknowledged(self) -> int:
        """The number of observations that were acknowledged."""
        return sum(bool(each.acknowledged) for each in self.findings)
