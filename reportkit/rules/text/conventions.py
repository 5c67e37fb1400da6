"""How a report refers to things: numbers, departments, tenants, and practice worth sharing [95, fn p9]."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from reportkit.guidance.departments import DEPARTMENTS, department_on
from reportkit.rules.evidence.evidence_facts import listing
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark
from reportkit.rules.rule import FactSheet, Rule, fact_sheet, rule
from reportkit.rules.watched_sentences import said
from reportkit.rules.watched_words import NUMBERED, OF_DEPARTMENTS

_TYPED_NUMBER: Final = r"(?i)\b(?:paragraphs?|paras?\.?|pages?) \d+\b(?! of the (?:guidance|Act|code))"
_OLD_TITLE: Final = r"\b(?:former|then|old|previous|since|successor|now)\b[^.]{0,40}$|\*[^*]*$|[“‘(][^”’)]*$"


@rule(
    "O03",
    remedy="Refer to a finding by a link: the report puts its number in, and keeps it right.",
    example="see [the plan for sheltered housing](finding:plans-miss-sheltered)",
)
def number_typed_by_hand(index: Index) -> Iterator[Remark]:
    """A paragraph's number changes with every finding that is added, so a typed one goes wrong.

    Three references of the guidance itself do: paragraph 80 means 102, 81 means 111, and 100 means 108.
    """
    message = "A paragraph or page is referred to by a number that was typed"
    search, remedy = partial(re.search, _TYPED_NUMBER), "Link to the finding: [words](finding:its-id)"
    yield from said(index, "O03", NUMBERED, search, message, remedy)


@rule(
    "O06",
    remedy="Use the department's name of the inspection's time; put “the former” before an older one.",
    example="ODPM in 2003, and “the former DTLR” for what it did in 2001",
)
def department_of_another_time(index: Index) -> Iterator[Remark]:
    """The department for housing was the ODPM in 2003. Older names stand only in titles, or with “former”."""
    day = _day_of(index)
    if day is None:
        return
    then = department_on(day)
    others = [each for each in DEPARTMENTS if each is not then]
    pattern = re.compile("|".join(rf"\b{each.short}\b|{each.name}" for each in others))

    def out_of_time(sentence: str) -> re.Match[str] | None:
        found = pattern.search(sentence)
        return None if found is None or re.search(_OLD_TITLE, sentence[: found.start()]) else found

    message = f"A department has a name of another time: in {day.year} it was the {then.short}"
    yield from said(index, "O06", OF_DEPARTMENTS, out_of_time, message, f"Write {then.short}, or “the former …”")


def _day_of(index: Index) -> dt.date | None:
    dates = index.particulars.dates
    return dates.report or dates.presentation or dates.on_site_from


@fact_sheet("O04", remedy="Nothing; the report says so where it begins.", example="“Tenants” means leaseholders too")
def whom_tenants_means(_: Index) -> Iterator[str]:
    """The guidance, and the report as it is shipped, mean leaseholders and other users as well, unless they say so."""
    yield "“Tenants” means tenants, leaseholders, other users and others with a stake, unless a text says otherwise"


@fact_sheet(
    "O05",
    remedy="Nothing; write `positive-practice: true` in a finding that others could learn from.",
    example="Positive practice: 2 (panels-change-services, safer-together)",
)
def practice_to_share(index: Index) -> Iterator[str]:
    """Authorities learn what good looks like from published reports, so what is worth sharing is marked."""
    marked = (each.id for each in index.inspection.findings if each.positive_practice)
    yield listing("Positive practice", marked, "none marked")


CONVENTIONS: tuple[Rule, ...] = (number_typed_by_hand, department_of_another_time)
FACTS_OF_TEXT: tuple[FactSheet, ...] = (whom_tenants_means, practice_to_share)
