"""What an earlier inspection found or asked for, and what has become of it: a re-inspection traces each [80]."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportkit.inspection.source_place import NOWHERE, Origin

EarlierPart = Literal["weakness", "recommendation"]
Outcome = Literal["put-right", "in-part", "not-put-right", "no-longer-applies"]


class Earlier(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One entry of earlier.yaml: a weakness or recommendation, by its id in the inspection it comes from.

    `inspection` is that inspection's folder, where it is in this repository; `paragraph` its place in that report.
    `outcome` says what has become of it, and `findings` which of this inspection's findings tell so. One that is
    `sensitive` was withheld then, and stays out of what the public reads.
    """

    id: str
    part: EarlierPart
    title: str
    inspection: str | None = None
    paragraph: str | None = None
    outcome: Outcome | None = None
    findings: tuple[str, ...] = ()
    note: str | None = None
    sensitive: bool = False
    origin: Origin = NOWHERE
