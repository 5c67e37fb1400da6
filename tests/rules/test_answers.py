"""Answers to warnings, and answers that answer nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.problem import Problem
from reportkit.inspection.warning_answer import Answer
from reportkit.rules.check import check
from tests.rules.builders import REACHED, at, but, finding, good, plus, rated, without_claims

TWO_WITHOUT_EFFECT = plus(good(), findings=(finding("a", effect=None), finding("b", effect=None)))


def answer(rule: str, about: str | None = None, text: str = "It is a staff matter") -> Answer:
    return Answer(
        rule=rule, answer=text, by="a-okafor", date=dt.date(2003, 10, 9), about=about, origin=at("answers.yaml", "rule")
    )


def _checked(inspection: Inspection, answers: tuple[Answer, ...]) -> tuple[Problem, ...]:
    return check(but(inspection, answers=answers), milestones=REACHED)


def answered(inspection: Inspection, *answers: Answer) -> dict[str, str]:
    """Return what each problem is about, and the answer to it."""
    return {problem.about: problem.answered for problem in _checked(inspection, answers)}


def unanswered(inspection: Inspection, *answers: Answer) -> list[str]:
    return [about for about, words in answered(inspection, *answers).items() if not words]


def test_an_answer_to_a_rule_answers_all_its_warnings_with_name_and_date():
    words = "It is a staff matter (a-okafor, 2003-10-09)"
    assert answered(TWO_WITHOUT_EFFECT, answer("E05")) == {"a": words, "b": words}


def test_an_answer_about_one_finding_leaves_the_others_unanswered():
    assert unanswered(TWO_WITHOUT_EFFECT, answer("E05", "a")) == ["b"]


def test_the_answer_about_one_finding_comes_before_the_answer_to_all():
    answers = (answer("E05", text="For all"), answer("E05", "b", "For this one"), answer("E05", "a", "For that one"))
    assert answered(TWO_WITHOUT_EFFECT, *answers[:2])["b"].startswith("For this one")
    assert answered(TWO_WITHOUT_EFFECT, *answers[:2])["a"].startswith("For all")


@pytest.mark.parametrize("about", ["P2", "P2.2", "P2.2a"])
def test_an_answer_about_a_question_holds_for_what_is_below_it(about: str):
    assert unanswered(without_claims(good(), "P2.2a"), answer("H03", about)) == []


@pytest.mark.parametrize("about", ["P2.1", "P2.2b", "P3", "P"])
def test_an_answer_about_another_question_does_not(about: str):
    assert "P2.2a" in unanswered(without_claims(good(), "P2.2a"), answer("H03", about))


def test_an_answer_about_a_question_whose_number_begins_alike_does_not():
    assert "P2.10a" in unanswered(without_claims(good(), "P2.10a"), answer("H03", "P2.1"))


@pytest.mark.parametrize("about", ["3", "3.2", "3.2-rent"])
def test_an_answer_about_a_key_question_holds_for_its_cells(about: str):
    empty = but(good(), findings=good().findings, evidence=())
    left = unanswered(empty, answer("F04", about))
    assert "3.2-rent" not in left
    assert "1.1-rent" in left


def test_an_answer_about_a_list_of_topics_holds_for_each_of_them():
    assert unanswered(without_claims(good(), "group-"), answer("E14", "group")) == []


def test_an_answer_to_a_warning_that_is_not_there_is_pointed_out_where_it_stands():
    (problem,) = _checked(good(), (answer("E05", "a"),))
    assert (problem.rule, problem.level) == ("answers", "warning")
    assert str(problem) == (
        "inspections/ashby-homes-2003/answers.yaml:2: This answers E05 about a, and there is no such warning. "
        "Take it out of answers.yaml, or name the warning that it is for."
    )


def test_an_answer_to_an_error_is_pointed_out_and_the_error_stands():
    error, idle = sorted(_checked(rated(service=None), (answer("F01"),)), key=lambda problem: problem.level)
    assert not error.answered
    assert idle.message == "This answers F01, which is an error: an error is put right, not answered"


def test_an_answer_to_no_rule_is_pointed_out():
    (problem,) = _checked(good(), (answer("Z99"),))
    assert problem.message == "This answers Z99, and there is no such rule to answer"


def test_an_answer_without_a_date_is_told_by_name_alone():
    undated = Answer(rule="E05", answer="A staff matter", by="a-okafor")
    assert set(answered(TWO_WITHOUT_EFFECT, undated).values()) == {"A staff matter (a-okafor)"}
