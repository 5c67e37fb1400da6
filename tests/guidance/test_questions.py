"""The question bank, counted against the guidance."""

import re
from collections import Counter

import pytest

from reportkit.guidance.appendix_1 import CELLS
from reportkit.guidance.areas import AREAS
from reportkit.guidance.key_questions import GOVERNANCE, KEY_QUESTIONS, SUB_QUESTIONS
from reportkit.guidance.questions import (
    FINDING_QUESTIONS,
    QUESTION_SETS,
    QUESTIONS,
    is_question,
    judgement_of,
    key_question_of,
    questions_under,
    settled_set,
    title_of,
)
from tests.every_case import every_case

# Bullets of each cell, counted in the guidance: 1.1, 1.2, 2.1, 2.2, 3.1, 3.2.
COUNTS = {
    "stock-investment": [13, 4, 8, 8, 2, 6],
    "rent": [7, 3, 10, 7, 2, 3],
    "tenant-participation": [8, 4, 6, 7, 2, 3],
    "estate-management": [9, 4, 9, 10, 2, 3],
}


def of_appendix(number: int) -> list[str]:
    return [q.id for q in QUESTIONS.values() if q.paragraph.startswith(f"A{number}")]


@pytest.mark.parametrize("area", COUNTS)
def test_each_cell_of_appendix_1_has_as_many_questions_as_the_guidance(area):
    assert [len(questions_under(cell, area)) for cell in SUB_QUESTIONS] == COUNTS[area]


def test_appendix_1_has_140_questions_in_24_cells():
    assert len(of_appendix(1)) == 140
    assert len({(q.parent, q.area) for q in QUESTIONS.values() if q.area}) == 24


def test_appendix_1_texts_stand_under_known_areas_only():
    shorts = [area.short for area in AREAS.values()]
    assert [list(by_area) for by_area in CELLS.values()] == [shorts] * 6


def test_appendix_2_has_39_questions_five_then_ten_and_fourteen_then_four_and_six():
    levels = Counter((q.key_question, q.id[-1].isalpha()) for q in QUESTIONS.values() if q.paragraph.startswith("A2"))
    assert levels == {("P1", False): 5, ("P2", False): 10, ("P2", True): 14, ("P3", False): 4, ("P3", True): 6}


def test_appendix_3_has_38_questions_nine_twelve_eight_five_and_four():
    assert len(of_appendix(3)) == 38
    assert [len(questions_under(part)) for part in GOVERNANCE] == [9, 12, 8, 5, 4]


def test_the_bank_holds_217_questions_and_nothing_else():
    assert len(QUESTIONS) == 140 + 39 + 38


def test_ids_are_well_formed():
    form = re.compile(r"[123]\.[12]-(stock|rent|participation|estates)-\d{1,2}|P[123]\.\d{1,2}[a-d]?|G[1-5]\.\d{1,2}")
    assert [name for name in QUESTIONS if not form.fullmatch(name)] == []


def test_no_two_questions_say_the_same():
    texts = Counter(q.text for q in QUESTIONS.values())
    assert [text for text, times in texts.items() if times > 1] == []


def test_each_question_is_one_sentence_that_asks():
    assert [q.id for q in QUESTIONS.values() if not q.text.endswith("?") or q.text.count("?") != 1] == []


def test_every_parent_is_a_question_itself():
    assert [q.id for q in QUESTIONS.values() if not is_question(q.parent)] == []


@every_case(
    ("name", "key_question", "judgement"),
    [
        ("1", "1", "service"),
        ("2.2", "2", "service"),
        ("1.1-stock-1", "1", "service"),
        ("P2", "P2", "prospects"),
        ("P2.10c", "P2", "prospects"),
        ("G3", "P3", "prospects"),
        ("G4.5", "P3", "prospects"),
    ],
)
def test_an_id_tells_its_key_question_and_judgement(name, key_question, judgement):
    assert (key_question_of(name), judgement_of(name)) == (key_question, judgement)


def test_every_question_and_heading_has_a_title():
    everything = [*KEY_QUESTIONS, *SUB_QUESTIONS, *GOVERNANCE, *QUESTIONS]
    assert all(title_of(name) for name in everything)


@every_case("name", ["", "4", "1.3", "P4", "P1.6", "G6", "1.1-stock-14", "1.1-stock", "p1"])
def test_an_unknown_id_is_no_question(name):
    assert not is_question(name)
    with pytest.raises(KeyError):
        judgement_of(name)


def test_a_finding_stands_under_a_sub_question_or_anything_of_the_prospects():
    assert {"1.1", "3.2", "P1", "P1.5", "P2.2a", "G1", "G2.12"} <= {*FINDING_QUESTIONS}
    assert len(FINDING_QUESTIONS) == 6 + 3 + 39 + 5 + 38


@pytest.mark.parametrize("name", ["1", "3", "1.1-stock-1"])
def test_a_finding_stands_neither_under_a_whole_key_question_nor_under_one_bullet(name):
    assert is_question(name)
    assert name not in FINDING_QUESTIONS


def test_sub_questions_of_a_prospects_question_can_be_listed():
    assert [q.id for q in questions_under("P2.2")] == ["P2.2a", "P2.2b", "P2.2c"]


@pytest.mark.parametrize("kind", ["almo", "re-inspection"])
def test_the_new_prospects_questions_are_settled_for_almo_inspections_and_re_inspections(kind):
    assert settled_set(kind) is QUESTION_SETS["2003-03"]


@pytest.mark.parametrize("kind", ["indicative", "best-value"])
def test_other_kinds_must_name_their_question_set(kind):
    assert settled_set(kind) is None
