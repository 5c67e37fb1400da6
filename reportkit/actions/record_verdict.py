"""The outcome of verifying the record or a document."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportkit.moderation.verifying.observation import Level, Observation, worst


class RecordVerdict(Struct, frozen=True):
    """The outcome of verifying: what was found, and the number of records and of versions that were read."""

    findings: tuple[Observation, ...]
    records: int = 0
    versions: int = 0
    about: Literal["record", "document", "pack"] = "record"

    @property
    def outcome(self) -> Level | None:
        """The worst that was found; None where the record is whole."""
        return worst(self.findings)
