"""Fact sheets of the performance indicators: what the guidance's tables say, and how the figures stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.guidance.indicators import INDICATORS, GuidanceIndicator, normal_code
from reportkit.guidance.thresholds import AUTHORITY_TYPES, THRESHOLDS, YEAR, threshold_of
from reportkit.guidance.topic_lists import BENCHMARKING
from reportkit.rules.best_quarter import direction_of, unit_of
from reportkit.rules.decent_homes import DecentHomes, decent_homes
from reportkit.rules.evidence.evidence_facts import listing
from reportkit.rules.index import Index
from reportkit.rules.indicator_figures import Figure, figures, group_of
from reportkit.rules.rule import FactSheet, fact_sheet

_TABLE_6: Final = tuple(dict.fromkeys(threshold.code for threshold in THRESHOLDS))


@fact_sheet(
    "G01",
    remedy="Nothing; the figures are those of indicators.csv, the column that of the authority's `type`.",
    example="BVPI 66a Rent collected: 97.1 (2002/03), at or better than 96.8 (2001/02, Table 6)",
)
def beside_the_best_quarter(index: Index) -> Iterator[str]:
    """One figure a type is published: where the best quarter began. So only that it is reached, or not, can be said."""
    held = [each for each in figures(index.inspection) if each.comparison]
    there = {each.code for each in held}
    yield from (_beside(each) for each in held)
    yield from (f"{code} {INDICATORS[code].name}: not given" for code in _TABLE_6 if code not in there)


@fact_sheet(
    "G02",
    remedy="Nothing; indicators.csv need not repeat it.",
    example="BVPI 68 Average time to let an empty home again: better when lower",
)
def which_way_table_6_goes(index: Index) -> Iterator[str]:  # noqa: ARG001  the same for every inspection
    """Rent collected and repairs in time are better when higher; rent lost and days of waiting when lower."""
    return (_way(INDICATORS[code]) for code in _TABLE_6)


@fact_sheet(
    "G04",
    remedy="Nothing; newer years can be added in guidance/.",
    example="BVPI 69 in 2001/02: london-borough 1.4, metropolitan-borough 2.6, …",
)
def table_6_itself(index: Index) -> Iterator[str]:
    """Table 6 as the guidance has it, and the years that the organisation added."""
    for code in _TABLE_6:
        found = (threshold_of(code, each) for each in AUTHORITY_TYPES)
        listed = ", ".join(f"{each.authority_type} {each.value}" for each in found if each)
        yield f"{code} in {YEAR}: {listed}"
    for year in index.inspection.thresholds:
        codes = ", ".join(row.code for row in year.thresholds)
        yield f"{year.year} ({year.source}): {codes}"


@fact_sheet(
    "G06",
    remedy="Nothing; old indicators may be kept as local ones.",
    example="Current: BVPI 63, BVPI 66a, …",
)
def current_and_old(index: Index) -> Iterator[str]:  # noqa: ARG001  the same for every inspection
    """The government cut the national indicators; the benchmarking club keeps some old ones to see trends.

    The guidance is not of one mind on BVPI 73: Table 4 calls it old, Table 6 does not.
    """
    for standing, words in (("current", "Current"), ("old", "Old, kept locally")):
        yield f"{words}: {', '.join(each.code for each in INDICATORS.values() if each.standing == standing)}"


@fact_sheet(
    "G08",
    remedy="Nothing; add local ones with `definition`, `unit` and `direction`.",
    example="From the library: LIB 052; of its own: HH 1, HH 3",
)
def local_indicators(index: Index) -> Iterator[str]:
    """Local indicators are no one's duty, and they help a body to fit its service to its place."""
    there = dict.fromkeys(normal_code(each.code) for each in index.inspection.indicators)
    library, own = ([code for code in there if group_of(code) == group] for group in ("Table 5", "own"))
    yield f"From the library of local indicators: {', '.join(library) or 'none'}"
    yield f"Of its own: {', '.join(own) or 'none'}"


@fact_sheet(
    "G11",
    remedy="Give BVPI 184a for two years running, each with its `year`, and BVPI 184b in the year of the first.",
    example="2002/03 to 2003/04: (43.2 - 48.0) ÷ 48.0 = -10.0 per cent, a fall; given: 4.8, which differs",
)
def change_in_homes_not_decent(index: Index) -> Iterator[str]:
    """A change in a share is easily worked out wrongly, so it is worked out again where both shares are there.

    The guidance gives neither formula nor sign. Here it is the second share less the first, as a
    percentage of the first: below nought where fewer homes are not decent.
    """
    found = decent_homes(index.inspection)
    yield from map(describe_change, found)
    if not found:
        yield "BVPI 184a is not given for two years running, so BVPI 184b cannot be worked out again"


@fact_sheet(
    "G12",
    remedy="Nothing; write `club-yearly`, `club-quarterly` or `club-returns` in `covers` of evidence that holds it.",
    example="The benchmarking club's quarterly data: …: 1 (national-indicators)",
)
def benchmarking_data_seen(index: Index) -> Iterator[str]:
    """The ALMOs' benchmarking club collects three sets of data, against which an ALMO can be seen among its like."""
    return (listing(topic.title, index.claimants(topic.id), "not seen") for topic in BENCHMARKING)


@fact_sheet(
    "G13",
    remedy="Nothing; an indicator of your own says both in indicators.csv.",
    example="BVPI 63 Energy efficiency of homes (SAP): rating, better when higher",
)
def direction_and_unit(index: Index) -> Iterator[str]:
    """Outside Table 6 the guidance seldom says which way is better; BVPI 164 is a yes or no, and no rate at all."""
    for known in INDICATORS.values():
        if known.code not in _TABLE_6:
            note = f" ({known.note})" if known.note else ""
            yield f"{_way(known, known.unit)}{note}"
    for each in index.inspection.indicators:
        if group_of(normal_code(each.code)) == "own":
            better = direction_of(each) or "not said"
            yield f"{each.code} {each.name}: {unit_of(each) or 'unit not said'}, better when {better}"


def describe_change(found: DecentHomes) -> str:
    """Return the change between two years in a line: the sum, which way it went, and what was given."""
    way = "a fall" if found.change < 0 else "a rise" if found.change > 0 else "no change"
    said = {
        None: "not given",
        True: f"given: {found.given}, which agrees but for the sign",
        False: f"given: {found.given}, which differs",
    }[found.agrees]
    if found.agrees and found.given is not None and (found.given < 0) == (found.change < 0):
        said = f"given: {found.given}, which agrees"
    return f"{found.from_year} to {found.to_year}: {found.sum}, {way}; {said}"


def _beside(figure: Figure) -> str:
    indicator, quarter = figure.indicator, figure.quarter
    beside = f"{quarter.value} ({quarter.year}, {quarter.source})" if quarter else ""
    held = f"{figure.comparison}{' than' if figure.comparison else ''} {beside}"
    return f"{figure.code} {indicator.name}: {indicator.value} ({indicator.year or 'year not given'}), {held}"


def _way(known: GuidanceIndicator, unit: str = "") -> str:
    better = "neither way" if known.direction == "neither" else f"when {known.direction}"
    return f"{known.code} {known.name}: {f'{unit}, ' if unit else ''}better {better}"


FACTS_OF_INDICATORS: tuple[FactSheet, ...] = (
    beside_the_best_quarter,
    which_way_table_6_goes,
    table_6_itself,
    current_and_old,
    local_indicators,
    change_in_homes_not_decent,
    benchmarking_data_seen,
    direction_and_unit,
)
