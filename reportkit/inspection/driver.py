"""Drivers of and barriers to improvement: what will help, and what will stand in the way [Appendix 2]."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportkit.inspection.source_place import NOWHERE, Origin

Reach = Literal["service-specific", "corporate"]


class Driver(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One entry under `drivers`: `reach` says whether one service or the whole body is meant."""

    id: str
    title: str
    text: str = ""
    reach: Reach | None = None
    area: str | None = None
    findings: tuple[str, ...] = ()
    origin: Origin = NOWHERE


class Barrier(Driver, frozen=True, kw_only=True, rename="kebab"):
    """One entry under `barriers`."""
