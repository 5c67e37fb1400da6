"""Cases of chapter G: performance indicators."""

from __future__ import annotations

from decimal import Decimal

from msgspec import structs

from reportkit.inspection.bodies import Authority
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.thresholds import NewerThreshold, ThresholdYear
from tests.rules.builders import (
    Breach,
    Kept,
    but,
    good,
    indicator,
    local_indicator,
    particulars,
    with_particulars,
    without_claims,
)

NEWER = ThresholdYear(
    year="2002/03",
    source="ODPM, December 2003",
    thresholds=(NewerThreshold(code="BVPI 66a", district_council=Decimal("98.9")),),
)


def of(*indicators: Indicator, **changes: object) -> Inspection:
    return but(good(), indicators=indicators, **changes)


def rent(value: str = "97.0", **changes: object) -> Indicator:
    return indicator("BVPI 66a", Decimal(value), **changes)


def partial(*indicators: Indicator) -> Inspection:
    almo = particulars().almo
    assert almo is not None
    return but(with_particulars(almo=structs.replace(almo, partial=True)), indicators=indicators)


UNTYPED = with_particulars(authority=Authority(name="Ashby", region="East"))

BREACHES = (
    Breach("G03", "a district held against London", of(rent(peers="london-borough")), "wrong", ("BVPI 66a",)),
    Breach(
        "G03",
        "neighbours without a reason why they suit",
        of(rent(peers="nearest-neighbours", peers_value=Decimal("97.4"))),
        "not there yet",
        ("BVPI 66a",),
    ),
    Breach("G03", "an authority of no stated type", UNTYPED, "not there yet"),
    Breach("G05", "a figure of another year", of(rent(year="2002/03")), "wrong", ("BVPI 66a",)),
    Breach("G05", "a figure of no stated year", of(rent(year=None)), "not there yet", ("BVPI 66a",)),
    Breach(
        "G07", "one of its own without a definition", of(local_indicator(definition=None)), "not there yet", ("AH 1",)
    ),
    Breach("G07", "one of its own without a unit", of(local_indicator(unit=None)), "not there yet", ("AH 1",)),
    Breach(
        "G07",
        "a national one without a year",
        of(indicator("BVPI 63", Decimal(57), year=None)),
        "not there yet",
        ("BVPI 63",),
    ),
    Breach(
        "G07", "arrears in pounds under the code of rent collected", of(rent(unit="pounds")), "wrong", ("BVPI 66a",)
    ),
    Breach("G07", "rent collected that is better when lower", of(rent(direction="lower")), "wrong", ("BVPI 66a",)),
    Breach("G09", "a partial ALMO without its own figures", partial(rent()), "not there yet", ("almo",)),
    Breach(
        "G09", "a partial ALMO without combined figures", partial(rent(scope="almo")), "not there yet", ("authority",)
    ),
    Breach(
        "G09",
        "a partial ALMO with a figure of which it is not said whose it is",
        partial(rent(), rent(scope=None)),
        "not there yet",
        ("BVPI 66a",),
    ),
    Breach("G10", "an indicator without a target", of(rent(target=None)), "not there yet", ("BVPI 66a",)),
    Breach("G10", "a target below what is reached", of(rent(target=Decimal(96))), "wrong", ("BVPI 66a",)),
    Breach(
        "G10",
        "a target of more days than today",
        of(indicator("BVPI 68", Decimal(30), target=Decimal(31))),
        "wrong",
        ("BVPI 68",),
    ),
    Breach(
        "G10", "targets in no plan", without_claims(good(), "targets-in-plans"), "not there yet", ("targets-in-plans",)
    ),
)

KEPT = (
    Kept("G03", "no peers but its own type", good()),
    Kept("G03", "its own type named", of(rent(peers="district-council"))),
    Kept("G03", "neighbours with a reason", of(rent(peers="nearest-neighbours", peers_why="CIPFA's sixteen"))),
    Kept("G03", "another type with a reason", of(rent(peers="london-borough", peers_why="A city of its size"))),
    Kept("G03", "no indicators and no type", but(UNTYPED, indicators=())),
    Kept("G05", "the year of Table 6", good()),
    Kept("G05", "a newer year with its own figures", of(rent(year="2002/03"), thresholds=(NEWER,))),
    Kept("G05", "another year where nothing is published", of(indicator("BVPI 63", Decimal(57), year="2003/04"))),
    Kept("G05", "no value to hold against anything", of(indicator("BVPI 66a", None, year="2003/04"))),
    Kept("G07", "one of its own with everything", good()),
    Kept("G07", "a national one as the guidance has it", of(rent(unit="per cent", direction="higher"))),
    Kept("G07", "no year where G05 asks for it", of(rent(year=None))),
    Kept("G09", "an ALMO with all the homes", good()),
    Kept("G09", "a partial ALMO with both", partial(rent(), rent(scope="almo"))),
    Kept("G09", "no ALMO", with_particulars("re-inspection", almo=None)),
    Kept("G10", "targets that stretch, in a plan", of(rent(target=Decimal(99)))),
    Kept("G10", "a rent, which is better neither way", of(indicator("LIB 076", Decimal(46), target=None))),
    Kept("G10", "a code that is followed", of(indicator("BVPI 164", value=True))),
)
