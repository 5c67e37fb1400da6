"""The four service areas of Appendix 1, and the themes that run through every service [109]."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct


class Area(Struct, frozen=True):
    """A service area: a column of Appendix 1. `short` stands in the ids of its questions, as in 1.1-stock-1."""

    id: str
    short: str
    title: str
    paragraph: str


class Theme(Struct, frozen=True):
    """A theme that bears on every service, and belongs in every Best Value review."""

    id: str
    title: str
    paragraph: str


AREAS: Final[Mapping[str, Area]] = {
    area.id: area
    for area in (
        Area("stock-investment", "stock", "Stock investment and repairs", "A1"),
        Area("rent", "rent", "Rent collection, arrears and debt advice", "A1"),
        Area("tenant-participation", "participation", "Tenant participation", "A1"),
        Area("estate-management", "estates", "Estate management and lettings", "A1"),
    )
}

THEMES: Final[Mapping[str, Theme]] = {
    theme.id: theme
    for theme in (
        Theme("access", "Access to services", "109"),
        Theme("diversity", "Diversity and equality", "109"),
        Theme("participation", "Tenants taking part", "109"),
        Theme("value-for-money", "Value for money", "109"),
    )
}
