"""The words that rules about texts look for, by what they may give away: a text without any is not looked at again."""

from __future__ import annotations

from typing import Final

from reportkit.guidance.departments import DEPARTMENTS
from reportkit.guidance.glossary import ABBREVIATIONS
from reportkit.guidance.plain_english import KNOWN_UNEXPLAINED, PLAINER


def small(*words: str) -> frozenset[bytes]:
    """Words as a text's vocabulary holds them: in small letters."""
    return frozenset(word.lower().encode() for word in words)


LANDLORD: Final = small("landlord", "landlords")
EXCELLENT: Final = small("excellent", "three", "three-star", "3-star", "3")
REPLACED_PAPERS: Final = small("august", "june")
SOURCES: Final = small("source", "sources", "emerged", "understood", "rumoured", "rumour", "reportedly", "allegedly")
NUMBERED: Final = small("paragraph", "paragraphs", "para", "paras", "page", "pages")
ALMOS: Final = small("almos")
OF_DEPARTMENTS: Final = small(*(each.short for each in DEPARTMENTS), "department", "deputy")
SHORT_FORMS: Final = small(
    *(form for short in ABBREVIATIONS.keys() - KNOWN_UNEXPLAINED for form in (short, f"{short}s"))
)
HEAVY: Final = small(*(max(phrase.split(), key=len) for phrase in PLAINER))
"""Of each word or phrase to avoid, its longest word."""

WATCHED: Final = LANDLORD.union(
    EXCELLENT, REPLACED_PAPERS, SOURCES, NUMBERED, ALMOS, OF_DEPARTMENTS, SHORT_FORMS, HEAVY
)
