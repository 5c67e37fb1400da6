"""Which questions a body is asked, and what its answers become."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from reportkit.document.block_text import words_of
from reportkit.document.blocks import Paragraph
from reportkit.document.markdown import blocks_of
from reportkit.guidance.questions import QUESTIONS
from reportkit.inspection.inspection import Inspection
from reportkit.publications.self_assessment import ReceivedAnswers, asked, called, evidence_of, fields_of, parts_of
from tests.rules.builders import good, with_particulars

RECEIVED = ReceivedAnswers(dt.date(2004, 3, 1), "Inspection file, section 2")
ANSWERS = {"1.1-rent-1": ("Yes.",), "1.1-rent-3": ("Twice.", "In 2003."), "G5.1": ("A register.",), "P1.1": ()}


def test_an_almo_inspection_asks_every_question_of_the_three_appendices_once():
    fields = fields_of(good())
    assert len(fields) == len(set(fields)) == 140 + 39 + 38
    assert set(fields) == set(QUESTIONS)
    assert [part.appendix for part in parts_of(good())] == [1] * 24 + [2] * 3 + [3] * 5


@pytest.mark.parametrize(
    ("inspection", "appendices"),
    [
        (with_particulars("indicative", questions=None), {1}),
        (with_particulars("best-value", questions="2003-03", almo=None), {1, 2}),
        (with_particulars("re-inspection", questions=None), {1, 2, 3}),
    ],
)
def test_only_what_the_inspection_is_judged_by_is_asked(inspection: Inspection, appendices: set[int]):
    assert {part.appendix for part in parts_of(inspection)} == appendices


def test_the_fifteen_listed_topics_are_put_with_their_questions():
    put = [asked(QUESTIONS[name]) for name in ("G1.1", "G1.2", "G5.1")]
    assert sum(words.count(";") + 1 for words in put) == 15
    assert put[2].endswith("Among them: the safety of tenants and staff; property and its upkeep; whether the ALMO "
                           "stays solvent; how the ALMO and its authority get on.")  # fmt: skip
    assert asked(QUESTIONS["G2.1"]) == QUESTIONS["G2.1"].text


def test_each_part_that_was_answered_becomes_one_piece_of_evidence():
    rent, risk = evidence_of(good(), ANSWERS, "almo", RECEIVED)
    assert (rent.id, risk.id) == ("almo-answers-1-1-rent", "almo-answers-g5")
    assert rent.values == {
        "title": "Self-assessment of Ashby Homes: Rent collection, arrears and debt advice: "
        "Has it been asked whether the service is needed?",
        "kind": "document",
        "date": dt.date(2004, 3, 1),
        "about": "almo",
        "questions": ("1.1-rent-1", "1.1-rent-3"),
        "areas": ("rent",),
        "covers": ("self-assessment-1",),
        "held": "Inspection file, section 2",
        "seen": f"**1.1-rent-1** {QUESTIONS['1.1-rent-1'].text}\n\nYes.\n\n"
        f"**1.1-rent-3** {QUESTIONS['1.1-rent-3'].text}\n\nTwice.\n\nIn 2003.\n",
    }
    assert (risk.values["areas"], risk.values["covers"]) == ((), ("self-assessment-3",))


def test_no_answer_makes_no_evidence():
    assert evidence_of(good(), {"P1.1": ()}, "both", RECEIVED) == ()


def test_who_answers_is_called_by_name():
    assert [called(good(), body) for body in ("almo", "authority", "both")] == [
        "Ashby Homes",
        "Ashby Borough Council",
        "Ashby Borough Council and Ashby Homes",
    ]
    alone = structs.replace(good(), particulars=structs.replace(good().particulars, almo=None))
    assert called(alone, "authority") == "Ashby Borough Council"


def answer_read(seen: str) -> str:
    """Return the words of the answer, as the report's parser reads them, below the question."""
    _, answer = blocks_of(seen, "evidence/x.yaml", 1)
    assert isinstance(answer, Paragraph)
    return words_of(answer.runs)


@settings(max_examples=150)
@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1).filter(str.strip))
def test_an_answer_is_read_as_just_its_words_whatever_marks_are_in_it(words: str):
    (said,) = evidence_of(good(), {"P1.1": (words,)}, "almo", RECEIVED)
    assert answer_read(str(said.values["seen"])) == " ".join(words.split())


MEANINGFUL = r"- list|+ list|1. list|1) list|# heading|***|---|> said|[^1]: x|=|~~x~~|`x`|&amp;|<b>|\\*|a  b|:-|![x](y)"


@pytest.mark.parametrize("words", [*MEANINGFUL.split("|"), "a|b", "|-|"])
def test_what_would_mean_something_in_markdown_does_not(words: str):
    (said,) = evidence_of(good(), {"P1.1": (words,)}, "almo", RECEIVED)
    assert answer_read(str(said.values["seen"])) == " ".join(words.split())
