"""Indicators as lines for a terminal: a table for each group, then what else can be worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from reportkit.actions.indicators import IndicatorsFound
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.value_words import AUTHORITY_TYPES
from reportkit.rules.best_quarter import unit_of
from reportkit.rules.figure_words import figure, indicator_value
from reportkit.rules.indicator_figures import GROUPS, Figure, Group, group_of
from reportkit.rules.indicators.indicator_facts import describe_change
from reportkit.rules.interval import LEVEL

_HEAD = ("CODE", "VALUE", "YEAR", "WHOSE", "BEST QUARTER", "THE VALUE IS", "GAP", "VERIFIED", "INDICATOR")
_VERIFIED = {True: "yes", False: "no", None: "not said"}


def lines(told: IndicatorsFound) -> Iterator[str]:
    """Return everything that can be said of an inspection's indicators."""
    if not told.figures:
        yield "There are no indicators yet; `reportkit indicators import` brings a table in."
        return
    yield from _introduction(told.inspection)
    for group in GROUPS:
        yield from _group(group, [each for each in told.figures if each.group == group], told.not_given)
    title = f"Surveys, and how sure they are ({LEVEL} per cent, Wilson's interval)"
    yield from _section(title, map(_survey, told.figures))
    yield from _section("Others to compare with", map(_peers, told.figures))
    yield from _section("BVPI 184b worked out again", map(describe_change, told.decent_homes))


def _introduction(inspection: Inspection) -> Iterator[str]:
    particulars = inspection.particulars
    kind = particulars.authority.type
    held = f"held against {AUTHORITY_TYPES[kind]}" if kind else "of no stated type, so held against nothing"
    yield f"{particulars.authority.name}, {held} [74]"
    if particulars.almo is not None and particulars.almo.partial:
        yield (
            "The ALMO has only some of the council's homes: `authority` marks the authority's combined figures, "
            "`almo` this ALMO's own [107]."
        )


def _group(group: Group, found: Sequence[Figure], missing: Sequence[str]) -> Iterator[str]:
    absent = [code for code in missing if group_of(code) == group]
    if not found and not absent:
        return
    yield ""
    yield GROUPS[group]
    if found:
        yield from _table([_HEAD, *map(_row, found)])
    if absent:
        yield f"  Not given: {', '.join(absent)}"


def _row(found: Figure) -> tuple[str, ...]:
    indicator, unit = found.indicator, unit_of(found.indicator)
    beside = f"{figure(found.quarter.value, unit)} ({found.quarter.year})" if found.quarter else ""
    return (
        found.code,
        indicator_value(indicator) or "not given",
        indicator.year or "not given",
        indicator.scope or "",
        beside,
        found.comparison or "",
        _signed(found.gap),
        _VERIFIED[indicator.verified],
        indicator.name,
    )


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    used = [column for column in range(len(_HEAD)) if any(row[column] for row in rows[1:])]
    widths = {column: max(len(row[column]) for row in rows) for column in used}
    for row in rows:
        yield "  " + "  ".join(row[column].ljust(widths[column]) for column in used).rstrip()


def _section(title: str, told: Iterable[str]) -> Iterator[str]:
    """Yield a heading and its lines; nothing where there are none."""
    there = [line for line in told if line]
    if there:
        yield from chain(("", title), (f"  {line}" for line in there))


def _survey(found: Figure) -> str:
    """Return a share from a survey, with its interval and the national mean; "" for any other figure."""
    indicator, interval, mean = found.indicator, found.interval, found.mean
    if interval is None and mean is None:
        return ""
    sure = (
        f"between {interval.low} and {interval.high} ({indicator.sample:,} answers)" if interval else "sample not given"
    )
    beside = f"; national mean {mean.value}% in {mean.year}" if mean else ""
    value = indicator_value(indicator) or "not given"
    return f"{found.code} {value} in {indicator.year or 'a year not given'}, {sure}{beside}"


def _peers(found: Figure) -> str:
    indicator = found.indicator
    if indicator.peers is None:
        return ""
    value = figure(indicator.peers_value, unit_of(indicator)) or "no figure given"
    why = indicator.peers_why or "why they are like it is not said"
    return f"{found.code} {indicator_value(indicator)}; {indicator.peers}: {value} ({why})"


def _signed(gap: Decimal | None) -> str:
    return "" if gap is None else f"{gap:+f}" if gap else "0"
