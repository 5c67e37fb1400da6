"""Fact sheets of the team and of the two judgements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import starmap
from typing import Final

from reportkit.guidance.questions import title_of
from reportkit.guidance.topics import EFFECTIVE
from reportkit.rules.facts_of_evidence import listing
from reportkit.rules.index import Index
from reportkit.rules.rule import FactSheet, fact_sheet

_DATED: Final = (
    ("July 2005", "1.1-stock-5"),
    ("2005", "3.1-stock-2"),
    ("2005", "3.1-rent-2"),
)


@fact_sheet(
    "D06",
    remedy="Say in `team-basis` what the size of the team rests on.",
    example="Team of 5: 1 lead inspector, 3 inspectors, 1 tenant inspection adviser, for 21450 homes",
)
def size_of_the_team(index: Index) -> Iterator[str]:
    """The team's size follows the number of homes and earlier scores; the guidance gives no formula."""
    particulars = index.particulars
    roles = Counter(each.role for each in particulars.team)
    homes = (particulars.almo.homes if particulars.almo else None) or particulars.authority.homes
    yield f"Team: {', '.join(starmap(_counted, roles.items())) or 'not given'}"
    yield f"Homes: {homes if homes is not None else 'not given'}"
    yield f"Rating before: {(particulars.previous and particulars.previous.service) or 'not given'}"
    yield f"Basis: {particulars.team_basis or 'not given'}"


def _counted(role: str, number: int) -> str:
    return f"{number} {role}{'' if number == 1 else 's'}"


@fact_sheet(
    "F15",
    remedy="Nothing; findings and evidence that cover the question are listed.",
    example="By July 2005: Will options be appraised …: 1 (options-appraisal-2002)",
)
def dates_that_the_guidance_sets(index: Index) -> Iterator[str]:
    """Options for investment are appraised by July 2005, and targets should lead to the upper quartile by 2005."""
    for date, question in _DATED:
        yield listing(f"By {date} “{title_of(question)}”", index.claimants(question), "nothing yet")


@fact_sheet(
    "H22",
    remedy="Nothing; they are prompts for the judgement on the prospects.",
    example="Priorities that are clear and do not waver: nothing yet",
)
def marks_of_an_effective_body(index: Index) -> Iterator[str]:
    """Effective bodies are committed to improving, keep to clear priorities, and manage performance at their core."""
    for topic in EFFECTIVE:
        yield listing(topic.title, index.claimants(topic.id), "nothing yet")


FACTS_OF_JUDGEMENT: tuple[FactSheet, ...] = (size_of_the_team, dates_that_the_guidance_sets, marks_of_an_effective_body)
