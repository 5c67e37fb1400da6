"""How long an inspection takes, and in which order its days come [113, 117]."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from reportkit.guidance.periods import LONGEST_INSPECTION, SHORTEST_INSPECTION
from reportkit.inspection.months import span_after
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import FactSheet, Rule, fact_sheet, rule


def published_on(index: Index) -> dt.date | None:
    """When the final report came out: by the record or, in one made before there was a record, by its own date."""
    return index.milestones.published or index.particulars.dates.report


@rule(
    "J07",
    remedy="Give the reason when publishing, or answer J07 in answers.yaml.",
    example="On site on 3 November 2003: the report is expected between 12 January and 23 February 2004.",
)
def shorter_or_longer_than_expected(index: Index) -> Iterator[Remark]:
    """Authorities and ALMOs plan with ten to sixteen weeks from arrival to the final report.

    Another length is no fault, but they may ask why.
    """
    arrived, published = index.particulars.dates.on_site_from, published_on(index)
    if arrived is None or published is None or index.milestones.why_not_in_time:
        return
    if not SHORTEST_INSPECTION <= published - arrived <= LONGEST_INSPECTION:
        weeks = (published - arrived).days // 7
        message = f"The report came out {weeks} weeks after the team arrived, and 10 to 16 are expected"
        where = spot(index.particulars.origin, "dates.report")
        yield wrong(where, message, "Give the reason when publishing, or answer J07 in answers.yaml.")


@rule(
    "J08",
    remedy="Put the wrong date right; what has not happened yet comes first.",
    example="On site 3 November, presented 11 December, letters 16 January, report 12 February.",
)
def days_out_of_order(index: Index) -> Iterator[Remark]:
    """On site, presentation, score, report: a later one before an earlier one is a slip, or a score told too soon."""
    days = _days(index)
    for name, day in days[:-1]:
        if day is None:
            yield missing(spot(index.particulars.origin, "dates"), f"There is no day for {name}", _REMEDY, name)
    known = [(name, day) for name, day in days if day is not None]
    for (before, first), (after, second) in pairwise(known):
        if second < first:
            message = f"The day of {after}, {second}, lies before that of {before}, {first}"
            yield wrong(spot(index.particulars.origin, "dates"), message, "Put the wrong one right.", after)


_REMEDY: Final = "Write it under `dates` in inspection.yaml, or record it; the letters set the score's."


def _days(index: Index) -> tuple[tuple[str, dt.date | None], ...]:
    """The days in the order in which they must come; the last is the report's, which the act itself sets."""
    dates, reached = index.particulars.dates, index.milestones
    held = reached.round_table.on if reached.round_table else None
    return (
        ("arrival on site", dates.on_site_from),
        ("the presentation", dates.presentation or held),
        ("the score", reached.letters),
        ("the report", published_on(index)),
    )


@fact_sheet(
    "J09",
    remedy="Nothing; it says what the length of the inspection rests on.",
    example="From arrival to report: 14 weeks (3 November 2003 to 12 February 2004)",
)
def what_the_length_rests_on(index: Index) -> Iterator[str]:
    """Ten weeks or sixteen depends on how intense the inspection was: what was looked at, how closely, by how many."""
    particulars = index.particulars
    arrived, published = particulars.dates.on_site_from, published_on(index)
    if arrived and published:
        yield f"From arrival to report: {(published - arrived).days // 7} weeks ({arrived} to {published})"
    elif arrived:
        first, last = span_after(arrived, SHORTEST_INSPECTION), span_after(arrived, LONGEST_INSPECTION)
        yield f"Report expected between {first} and {last}"
    else:
        yield "Arrival on site: not given"
    depths = Counter(each.depth for each in particulars.scope)
    yield f"Services inspected: {depths['full']} in full, {depths['lighter']} more lightly"
    yield f"Team: {len(particulars.team)}; reality checks and documents: {len(index.inspection.evidence)}"


DURATION: tuple[Rule, ...] = (shorter_or_longer_than_expected, days_out_of_order)
FACTS_OF_DURATION: tuple[FactSheet, ...] = (what_the_length_rests_on,)
