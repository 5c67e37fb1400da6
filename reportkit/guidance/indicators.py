"""The performance indicators that the guidance names: unit, direction, current or old [43, 44, 66–77, Tables 3–6]."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct

Direction = Literal["higher", "lower", "neither"]
Unit = Literal["per cent", "days", "pounds", "number", "rating", "yes or no"]
Standing = Literal["current", "old", "local"]


class GuidanceIndicator(Struct, frozen=True):
    """An indicator that the guidance names.

    `direction` says which way is better; "neither" where the guidance lets neither be said. `standing` is
    current (a national indicator of 2002/03), old (no longer national, kept by the benchmarking club
    or shown in Table 6) or local (in the library of local indicators, and optional [70]).
    """

    code: str
    name: str
    unit: Unit
    direction: Direction
    standing: Standing
    paragraph: str
    note: str = ""


_OVERALL = "All tenants together; black and minority ethnic tenants and the others are given apart as well"
_COMPLIANCE = "Compliance, yes or no, and no rate: so it has neither direction"
_CHANGE = "From 1 April 2002 to 1 April 2003; neither the sign nor the sum is given, so its direction is left open"
_BOTH_WAYS = "Old or current: Table 4 calls it old and Table 6 does not"

INDICATORS: Final[Mapping[str, GuidanceIndicator]] = {
    indicator.code: indicator
    for indicator in (
        GuidanceIndicator("BVPI 63", "Energy efficiency of homes (SAP)", "rating", "higher", "current", "T3"),
        GuidanceIndicator("BVPI 66a", "Rent collected", "per cent", "higher", "current", "T3, T6"),
        GuidanceIndicator("BVPI 68", "Average time to let an empty home again", "days", "lower", "old", "T4, T6"),
        GuidanceIndicator("BVPI 69", "Rent lost through empty homes", "per cent", "lower", "old", "T6"),
        GuidanceIndicator(
            "BVPI 72", "Urgent repairs done within government time", "per cent", "higher", "old", "T4, T6"
        ),
        GuidanceIndicator(
            "BVPI 73", "Average time for a non-urgent repair", "days", "lower", "old", "T4, T6", _BOTH_WAYS
        ),
        GuidanceIndicator(
            "BVPI 74",
            "Tenants satisfied with the landlord overall",
            "per cent",
            "higher",
            "current",
            "43, T3",
            _OVERALL,
        ),
        GuidanceIndicator(
            "BVPI 74 BME",
            "Tenants satisfied with the landlord overall: black and minority ethnic tenants",
            "per cent",
            "higher",
            "current",
            "43, T3",
        ),
        GuidanceIndicator(
            "BVPI 74 non-BME",
            "Tenants satisfied with the landlord overall: other tenants",
            "per cent",
            "higher",
            "current",
            "43, T3",
        ),
        GuidanceIndicator(
            "BVPI 75",
            "Tenants satisfied with the chances to take part",
            "per cent",
            "higher",
            "current",
            "43, T3",
            _OVERALL,
        ),
        GuidanceIndicator(
            "BVPI 75 BME",
            "Tenants satisfied with the chances to take part: black and minority ethnic tenants",
            "per cent",
            "higher",
            "current",
            "43, T3",
        ),
        GuidanceIndicator(
            "BVPI 75 non-BME",
            "Tenants satisfied with the chances to take part: other tenants",
            "per cent",
            "higher",
            "current",
            "43, T3",
        ),
        GuidanceIndicator(
            "BVPI 164",
            "The CRE's code on rented housing is followed",
            "yes or no",
            "neither",
            "current",
            "77, T3",
            _COMPLIANCE,
        ),
        GuidanceIndicator("BVPI 184a", "Homes not decent at 1 April 2002", "per cent", "lower", "current", "T3"),
        GuidanceIndicator(
            "BVPI 184b", "Change in the share of homes not decent", "per cent", "neither", "current", "T3", _CHANGE
        ),
        GuidanceIndicator(
            "BVPI 185", "Non-emergency repairs with an appointment made and kept", "per cent", "higher", "current", "T3"
        ),
        GuidanceIndicator("LIB 052", "Unfit homes in every thousand", "number", "lower", "local", "70, T5"),
        GuidanceIndicator(
            "LIB 076", "Average weekly rent of the council's homes", "pounds", "neither", "local", "70, T5"
        ),
        GuidanceIndicator(
            "LIB 077",
            "Average weekly rent of registered social landlords' homes",
            "pounds",
            "neither",
            "local",
            "70, T5",
            "Named as what LIB 076 is compared with",
        ),
        GuidanceIndicator(
            "LIB 079a", "Social tenants' households that are overcrowded", "per cent", "lower", "local", "70, T5"
        ),
        GuidanceIndicator(
            "LIB 079b", "Social tenants' households with room to spare", "per cent", "lower", "local", "70, T5"
        ),
    )
}


class NationalMean(Struct, frozen=True):
    """An average over England, and the year it is for."""

    code: str
    value: Decimal
    year: str
    paragraph: str


NATIONAL_MEANS: Final[Mapping[str, NationalMean]] = {
    "BVPI 74": NationalMean("BVPI 74", Decimal(77), "2000/01", "44"),
    "BVPI 75": NationalMean("BVPI 75", Decimal(60), "2000/01", "44"),
}
"""Tenants' satisfaction in per cent; councils must report it only every third year [44]."""

# Compiled at its first use: most imports of this module ask for no code.
_CODE: Final = r"(?:BV(?:PI)?|(LIB))[\s\-_.:]*0*(\d{1,3})[\s\-_.]*(?:\(?([A-Z])\)?|\(?((?:non-?)?BME)\)?)?"
_BREAKDOWNS: Final = {"bme": " BME", "non-bme": " non-BME", "nonbme": " non-BME"}


@lru_cache(maxsize=2048)  # rules ask for the same few codes again and again
def normal_code(code: str) -> str:
    """Return the code as INDICATORS writes it: "bvpi66A", "BV 66 (a)" and "BVPI-66a" are all "BVPI 66a".

    A code of another form is the organisation's own: it keeps its letters, and only its spaces are made single.
    """
    tidy = " ".join(code.split())
    found = re.fullmatch(_CODE, tidy, re.IGNORECASE | re.ASCII)
    if found is None:
        return tidy
    library, number, part, breakdown = found.groups(default="")
    stem = f"LIB {number:0>3}" if library else f"BVPI {number}"
    return stem + part.lower() + _BREAKDOWNS.get(breakdown.lower(), "")


def indicator_of(code: str) -> GuidanceIndicator | None:
    """Return what the guidance says of this code, however it is written; None where it does not name it."""
    return INDICATORS.get(normal_code(code))
