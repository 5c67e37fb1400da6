"""Chapter J: draft copies, comments, round table and presentation; and how long an inspection lasts [113, 115–117]."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from reportkit.guidance.periods import LONGEST_INSPECTION, SHORTEST_INSPECTION
from reportkit.inspection.milestones import Body
from reportkit.inspection.months import span_after
from reportkit.inspection.source_place import Place
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import FactSheet, Rule, fact_sheet, rule

_BOTH = 2
_TOLD = {"authority": "the authority", "almo": "the ALMO"}


@rule(
    "J01",
    remedy="Send the signed draft to both bodies with `reportkit comments send`.",
    example="reportkit comments send harrowmere-homes",
)
def draft_did_not_go_to_both(index: Index) -> Iterator[Remark]:
    """Who was inspected reads the report before it is final, and so does the body that manages the homes for them."""
    for body in _bodies(index):
        if body not in index.milestones.bodies_sent:
            message = f"The draft has not gone to {_TOLD[body]}"
            yield missing(_here(index), message, "Send it with `reportkit comments send`.", body)


@rule(
    "J02",
    remedy="Send the draft with a day by which written comments are due: `reportkit comments send` sets it.",
    example="Comments are due ten working days after the draft went out, where policy says ten.",
)
def comments_were_not_invited(index: Index) -> Iterator[Remark]:
    """Both are invited to comment formally and in writing; how long they have is policy, not the guidance's."""
    for copy in index.milestones.drafts:
        if copy.due is None:
            message = f"The draft went to {_TOLD[copy.to]} without a day for written comments"
            yield missing(_here(index), message, "Send it with `reportkit comments send`.", copy.to)


@rule(
    "J03",
    remedy="Agree it with both, and say so when the draft is sent.",
    example="Written comments before the round table, agreed with the council's and the ALMO's chief executives.",
)
def turn_not_agreed(index: Index) -> Iterator[Remark]:
    """Whether the round table comes before written comments or after them is for all three to agree."""
    reached = index.milestones
    if reached.turn is None:
        message = "Whether written comments come before the round table or after it is not said"
        yield missing(_here(index), message, "Agree it with both bodies, and say it with `reportkit comments send`.")
    elif len(set(reached.turn_agreed_with)) < _BOTH:
        message = f"That written comments come {reached.turn} the round table is not said to be agreed with both"
        yield missing(_here(index), message, "Say with whom at each body it was agreed.")


@rule(
    "J04",
    remedy="Hold it and record it with `reportkit comments round-table`, or set the rule aside with a reason.",
    example='reportkit comments round-table harrowmere-homes --date 2004-01-08 --present "A. Okafor"',
)
def no_round_table(index: Index) -> Iterator[Remark]:
    """A formal discussion of the draft has proved its worth.

    It was offered as an option first, so a named person may set this aside with a reason.
    """
    held = index.milestones.round_table
    if held is None:
        remedy = "Record it with `reportkit comments round-table`, or set J04 aside with a reason."
        yield missing(_here(index), "No round-table discussion of the draft is recorded", remedy)
    elif not held.present:
        remedy = "Say who was there with `reportkit comments round-table`."
        yield missing(_here(index), f"Who was at the round table of {held.on} is not said", remedy)


@rule(
    "J05",
    remedy="Answer each with `reportkit comments answer`.",
    example="reportkit comments answer harrowmere-homes",
)
def comments_without_an_answer(index: Index) -> Iterator[Remark]:
    """The score is final once comments were considered; that each has an answer is our reading of that."""
    waiting = index.milestones.unanswered
    if waiting:
        wait = "1 comment waits" if waiting == 1 else f"{waiting} comments wait"
        message = f"{wait} for an answer, of {index.milestones.comments}"
        yield missing(_here(index), message, "Answer each with `reportkit comments answer`.")


@rule(
    "J06",
    remedy="Ask the authority; hold the presentation and record it, or answer J06 in answers.yaml.",
    example='reportkit comments round-table harrowmere-homes --wider --date 2004-01-15 --present "A. Okafor"',
)
def no_wider_presentation(index: Index) -> Iterator[Remark]:
    """A wider audience hears the result where the authority prefers it, or where that serves those concerned.

    Nothing is asked before the draft has gone out.
    """
    reached = index.milestones
    if not reached.drafts or reached.wider is not None:
        return
    if reached.wider_wanted is None:
        message = "Whether the authority prefers a presentation to a wider audience is not said"
        yield missing(_here(index), message, "Ask, and say so with the draft, or answer J06 in answers.yaml.")
    elif reached.wider_wanted:
        message = "The presentation to a wider audience, which the authority prefers, is not recorded"
        remedy = "Record it with `reportkit comments round-table --wider`, or answer J06 in answers.yaml."
        yield missing(_here(index), message, remedy)


def _bodies(index: Index) -> tuple[Body, ...]:
    return ("authority", "almo") if index.almo else ("authority",)


def _here(index: Index) -> Place:
    return index.particulars.origin.at("dates")


def published_on(index: Index) -> dt.date | None:
    """Return when the final report came out.

    The record says it or, for one made before there was a record, its own date.
    """
    return index.milestones.published or index.particulars.dates.report


@rule(
    "J07",
    remedy="Give the reason when publishing, answer J07 in answers.yaml, or set J07 aside with a reason.",
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
        yield wrong(
            where,
            message,
            "Give the reason when publishing, answer J07 in answers.yaml, or set J07 aside with a reason.",
        )


@rule(
    "J08",
    remedy="Put the wrong date right; what has not happened yet comes first.",
    example="On site 3 November, presented 11 December, letters 16 January, report 12 February.",
)
def days_out_of_order(index: Index) -> Iterator[Remark]:
    """On site, presentation, score, report: a later one before an earlier one is a mistake, or a score too soon."""
    days = _days(index)
    for name, day in days[:-1]:
        if day is None:
            yield missing(spot(index.particulars.origin, "dates"), f"There is no day for {name}", _REMEDY, name)
    known = [(name, day) for name, day in days if day is not None]
    for (before, first), (after, second) in pairwise(known):
        if second < first:
            message = f"The day of {after}, {second}, is before that of {before}, {first}"
            yield wrong(spot(index.particulars.origin, "dates"), message, "Put the wrong one right.", after)


_REMEDY: Final = "Write it under `dates` in inspection.yaml, or record it; the letters set the score's."


def _days(index: Index) -> tuple[tuple[str, dt.date | None], ...]:
    """Return the days in the order in which they must come; the last is the report's, which the act itself sets."""
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


FACTS_OF_DURATION: tuple[FactSheet, ...] = (what_the_length_rests_on,)


COMMENTS: tuple[Rule, ...] = (
    draft_did_not_go_to_both,
    comments_were_not_invited,
    turn_not_agreed,
    no_round_table,
    comments_without_an_answer,
    no_wider_presentation,
    shorter_or_longer_than_expected,
    days_out_of_order,
)
