"""Judgement 1: the score, its three questions, its 24 cells, and what findings say beside it [26, 28, 29, 104]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from reportkit.guidance.areas import AREAS, Area
from reportkit.guidance.key_questions import KEY_QUESTIONS, SUB_QUESTIONS
from reportkit.inspection.judgement import STARS, ServiceRating
from reportkit.rules.balance import balance_of
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import Rule, principle, rule

FEW: Final = 8
"""With fewer findings than this the balance of strengths and weaknesses says nothing."""

BALANCE: Final = {"poor": (0, 40), "fair": (15, 65), "good": (45, 100), "excellent": (65, 100)}
"""From and to what per cent of all weight strengths may have beside a rating. Our reading of [26, 42, 63], and wide."""

_STARS = re.compile(r"\b(no|zero|one|two|three|[0-3])[- ]stars?\b", re.IGNORECASE)
_IN_WORDS: Final = {"no": 0, "zero": 0, "one": 1, "two": 2, "three": 3}


@rule(
    "F01",
    remedy="Write the rating in `judgements: service: rating` in inspection.yaml.",
    example="rating: good",
)
def service_not_rated(index: Index) -> Iterator[Remark]:
    """The first judgement is one of poor, fair, good and excellent: none, one, two or three stars."""
    if index.service_rating is None:
        yield missing(
            spot(index.particulars.origin, "judgements.service.rating"),
            "The service is not rated yet",
            "Write poor, fair, good or excellent in `judgements: service: rating`.",
        )


@rule(
    "F02",
    remedy="Name every service that the ALMO delivers in `scope`, and give them one rating together.",
    example="A scope of the four core services and the housing register, and `rating: good` for all five.",
)
def not_one_score_for_all(index: Index) -> Iterator[Remark]:
    """There is a single score for everything the ALMO delivers: the core services, and any other it has taken on."""
    particulars = index.particulars
    if not particulars.scope:
        yield missing(
            particulars.origin.at("scope"),
            "Which services the one score is for is not said",
            "Name them in `scope` in inspection.yaml.",
        )
    elif particulars.kind in {"almo", "re-inspection"}:
        yield from _core_services_left_out(index)
    allowed = {STARS[rating] for rating in (index.service_rating, _rating_before(index)) if rating is not None}
    for number, reason in enumerate(particulars.judgements.service.reasons):
        stars = _stars_in(reason)
        if allowed and not stars <= allowed:
            yield wrong(
                spot(particulars.origin, f"judgements.service.reasons.{number}"),
                "A reason speaks of a number of stars that is not the rating's",
                "Leave the stars out of the reason: there is one score for all services.",
            )


@rule(
    "F03",
    remedy="Add a finding on each of the three key questions.",
    example="A finding with question: '3.1' says how repairs compare with the best quarter of authorities.",
)
def key_question_of_the_service_unanswered(index: Index) -> Iterator[Remark]:
    """The service is judged by its aims, by whether it meets them, and by how it compares."""
    return unanswered_key_questions(index, "service")


@rule(
    "F04",
    remedy="Add a finding or evidence on the cell's question and area, or say in answers.yaml why there is none.",
    example="- {rule: F04, about: 3.2-participation, answer: No account shows its cost., by: a-okafor}",
)
def cell_is_empty(index: Index) -> Iterator[Remark]:
    """Appendix 1 asks six questions of four services: each of the 24 cells is looked at, or left out for a reason."""
    for question, area in product(SUB_QUESTIONS.values(), _areas_in_full_scope(index)):
        cell = f"{question.id}-{area.short}"
        if not index.claimed(cell):
            yield missing(
                index.file("findings"),
                f"Cell {cell} is empty: nothing on “{question.title}” in “{area.title}”",
                f'Add a finding with `question: "{question.id}"` and `area: {area.id}`, or answer F04 in '
                f"answers.yaml, about {cell}.",
                cell,
            )


NO_SCORE_FROM_TICKS = principle(
    "F12",
    why="What is excellent differs from place to place and grows with time, and precise conditions would breed "
    "inspection by tick list. So nothing in this tool works out a rating: people judge, and the rules only ask.",
    remedy="Nothing: it is how the tool is made.",
    example="F13 compares a rating that people gave with the findings, and proposes none.",
)
# No rule could check F12: that no function returns a rating is what keeps it.


@rule(
    "F13",
    remedy="Look at the rating and at the weight of the findings again, or say in answers.yaml why both stand.",
    example="A service rated good with 3 strengths and 14 weaknesses is asked about.",
)
def balance_differs_from_the_rating(index: Index) -> Iterator[Remark]:
    """Readers compare the rating with the strengths and weaknesses they read, so a wide gap wants a word.

    High, medium and low weigh three, two and one. The bands are wide, overlap, and are our reading.
    """
    rating = index.service_rating
    if rating is None or len(index.service) < FEW:
        return
    share = balance_of(index.service).share
    low, high = BALANCE[rating]
    if share is not None and not low <= share <= high:
        yield wrong(
            spot(index.particulars.origin, "judgements.service.rating"),
            f"The service is rated {rating}, and strengths have {share} per cent of the findings' weight "
            f"({low} to {high} would be usual)",
            "Look at the rating and the weights again, or answer F13 in answers.yaml.",
        )


def unanswered_key_questions(index: Index, judgement: str) -> Iterator[Remark]:
    """Yield one breach for each of a judgement's three key questions that no finding is on."""
    for question in KEY_QUESTIONS.values():
        if question.judgement == judgement and not index.found(question.id):
            yield missing(
                index.file("findings"),
                f"No finding answers key question {question.id} “{question.title}”",
                f"Add a finding on key question {question.id}.",
                question.id,
            )


def _core_services_left_out(index: Index) -> Iterator[Remark]:
    scope = {each.id for each in index.particulars.scope}
    for area in AREAS.values():
        if area.id not in scope:
            yield missing(
                index.particulars.origin.at("scope"),
                f"The one score covers every core service, and “{area.title}” is not in the scope",
                f"Add {area.id} to `scope`, with `depth: lighter` and `why` where it was inspected less.",
                area.id,
            )


def _areas_in_full_scope(index: Index) -> Iterator[Area]:
    """Yield the areas whose cells are wanted.

    A lighter look with its reason needs no cell, nor does what is out of scope.
    """
    scope = {each.id: each for each in index.particulars.scope}
    for area in AREAS.values():
        scoped = scope.get(area.id)
        if not scope or (scoped and not (scoped.depth == "lighter" and scoped.why)):
            yield area


def _rating_before(index: Index) -> ServiceRating | None:
    previous = index.particulars.previous
    return None if previous is None else previous.service


def _stars_in(reason: str) -> set[int]:
    found = (each.casefold() for each in _STARS.findall(reason))
    return {_IN_WORDS[each] if each in _IN_WORDS else int(each) for each in found}


SERVICE: tuple[Rule, ...] = (
    service_not_rated,
    not_one_score_for_all,
    key_question_of_the_service_unanswered,
    cell_is_empty,
    balance_differs_from_the_rating,
)
