"""Everything taken from the guidance says where it stands there."""

import re
from collections.abc import Iterator

import pytest

from reportkit.guidance.areas import AREAS, THEMES
from reportkit.guidance.asking_tenants import WAYS_OF_ASKING
from reportkit.guidance.context_sources import CONTEXT_SOURCES
from reportkit.guidance.glossary import TERMS
from reportkit.guidance.indicators import INDICATORS, NATIONAL_MEANS
from reportkit.guidance.inspection_terms import INSPECTION_TERMS
from reportkit.guidance.key_questions import GOVERNANCE, KEY_QUESTIONS, SUB_QUESTIONS
from reportkit.guidance.questions import QUESTION_SETS, QUESTIONS
from reportkit.guidance.reality_checks import REALITY_CHECKS
from reportkit.guidance.rule_list import RULE_LIST
from reportkit.guidance.thresholds import THRESHOLDS
from reportkit.guidance.topics import TOPICS

LAST_PARAGRAPH = 121
FOOTNOTE = r"fn( I| II)? p(2|4|9|10|14|27|31|39)"
ELSEWHERE = re.compile(rf"{FOOTNOTE}|T[1-7]|A1( [123]\.[12])?|A2( KQ[123])?|A3|Glossary|story 00[0-3]")
ITEMS = [
    item
    for group in (
        AREAS, THEMES, WAYS_OF_ASKING, CONTEXT_SOURCES, INDICATORS, NATIONAL_MEANS, GOVERNANCE, KEY_QUESTIONS,
        SUB_QUESTIONS, QUESTION_SETS, QUESTIONS, REALITY_CHECKS, RULE_LIST, TOPICS,
    )
    for item in group.values()
]  # fmt: skip
DEFINED = [
    term for term in INSPECTION_TERMS if term.paragraph
]  # of the others the guidance does not say what they mean
# Rules that no paragraph carries: I04 is practice of today, K12 says what the guidance leaves out.
WITHOUT = {"I04", "K12"}


def stands_in_the_guidance(reference: str) -> bool:
    first, _, last = reference.partition("-")
    if first.isdecimal():
        return 1 <= int(first) <= int(last or first) <= LAST_PARAGRAPH
    return ELSEWHERE.fullmatch(reference) is not None


def references(paragraph: str) -> Iterator[str]:
    return (part.strip() for part in paragraph.split(","))


@pytest.mark.parametrize("items", [ITEMS, TERMS, DEFINED, THRESHOLDS], ids=["by id", "terms", "defined", "thresholds"])
def test_every_item_names_a_paragraph_table_footnote_or_appendix_that_exists(items):
    named = [item for item in items if getattr(item, "id", "") not in WITHOUT]
    assert [item for item in named if not all(map(stands_in_the_guidance, references(item.paragraph)))] == []


def test_a_mapping_s_key_is_the_id_of_what_it_holds():
    for group in (AREAS, THEMES, TOPICS, QUESTIONS, REALITY_CHECKS, CONTEXT_SOURCES, WAYS_OF_ASKING, RULE_LIST):
        assert [key for key, item in group.items() if key != item.id] == []


@pytest.mark.parametrize("reference", ["0", "122", "54-53", "T8", "A4", "fn p3", "story 004", ""])
def test_a_reference_to_nothing_is_found_out(reference):
    assert not stands_in_the_guidance(reference)
