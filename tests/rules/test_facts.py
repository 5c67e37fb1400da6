"""Facts computed from an inspection."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportkit.guidance.questions import title_of
from reportkit.guidance.rule_list import RULE_LIST
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.particulars import Particulars, PreviousInspection
from reportkit.rules.facts import facts
from tests.rules.builders import but, evidence, finding, good, indicator, plus, with_particulars


def lines(inspection: Inspection, rule: str) -> tuple[str, ...]:
    (found,) = (fact.lines for fact in facts(inspection) if fact.rule == rule)
    return found


def test_each_fact_is_a_row_of_the_list_that_is_a_fact_and_has_its_title():
    for fact in facts(good()):
        assert "fact" in RULE_LIST[fact.rule].levels
        assert fact.title == RULE_LIST[fact.rule].title


def test_all_twelve_reality_checks_are_listed_with_what_was_used():
    found = lines(plus(good(), evidence=(evidence("a-walk", kind="estates-inspected"),)), "E01")
    assert len(found) == 12
    assert "Estates inspected: 2 (a-walk, walk)" in found
    assert "Focus groups of staff: not used" in found


def test_all_ten_context_sources_are_listed():
    found = lines(good(), "E07")
    assert len(found) == 10
    assert "Ombudsman's reports on the housing service: 1 (ombudsman)" in found
    assert "Community strategies: not used" in found


def test_all_nine_ways_of_asking_are_listed():
    found = lines(plus(good(), evidence=(evidence("phone", way="telephone"),)), "E20")
    assert len(found) == 9
    assert "Interviews or surveys by telephone: 1 (phone)" in found


def test_evidence_is_mapped_to_the_six_key_questions():
    bare = but(good(), evidence=(evidence("walk", questions=("1.2", "2.1", "G3.1")),))
    assert [line.rpartition(": ")[2] for line in lines(bare, "E09")] == [
        "1 (walk)",
        "1 (walk)",
        "no evidence",
        "no evidence",
        "no evidence",
        "1 (walk)",
    ]


def test_satisfaction_stands_beside_the_national_means():
    found = lines(but(good(), indicators=(indicator("bvpi74", Decimal(71), year="2002/03"),)), "E12")
    assert found[0] == (
        "BVPI 74 Tenants satisfied with the landlord overall: 71 (2002/03); national mean 77 in 2000/01"
    )
    assert found[3].endswith("not given; national mean 60 in 2000/01")
    assert len(found) == 6


def test_satisfaction_of_no_stated_year_says_so():
    assert (
        "71 (year not given)"
        in lines(but(good(), indicators=(indicator("BVPI 74", Decimal(71), year=None),)), "E12")[0]
    )


def test_the_nine_topics_of_status_are_listed_with_findings_and_evidence():
    bare = but(good(), evidence=(), findings=(finding("clean-estates", covers=("status-area",)),))
    found = lines(bare, "E19")
    assert len(found) == 9
    assert "The home itself: nothing yet" in found
    assert any(line.endswith("racial harassment: 1 (clean-estates)") for line in found)


def test_the_size_of_the_team_stands_beside_what_it_may_rest_on():
    inspection = with_particulars(previous=PreviousInspection(service="fair"))
    assert lines(inspection, "D06") == (
        "Team: 1 lead inspector, 1 inspector, 1 tenant inspection adviser",
        "Homes: 8000",
        "Rating before: fair",
        "Basis: Two inspectors for 8,000 homes.",
    )


def test_a_team_of_which_nothing_is_known_is_not_given():
    nothing = but(good(), particulars=Particulars(kind="almo", authority=good().particulars.authority))
    assert lines(nothing, "D06") == (
        "Team: not given",
        "Homes: 9000",
        "Rating before: not given",
        "Basis: not given",
    )


def test_the_dates_of_the_guidance_are_listed_with_what_speaks_of_them():
    bare = but(good(), evidence=(), findings=(finding("options", covers=("1.1-stock-5",)),))
    found = lines(bare, "F15")
    assert found[0].startswith("By July 2005")
    assert found[0].endswith("1 (options)")
    assert [line.rpartition(": ")[2] for line in found[1:]] == ["nothing yet", "nothing yet"]


def test_the_three_marks_of_an_effective_body_are_prompts():
    assert len(lines(but(good(), evidence=()), "H22")) == 3
    assert all(line.endswith("nothing yet") for line in lines(but(good(), evidence=()), "H22"))


@pytest.mark.parametrize(
    ("question", "words"),
    [("1.1-stock-5", "July 2005"), ("3.1-stock-2", "2005"), ("3.1-rent-2", "quarter by 2005"), ("2.2-stock-5", "gas")],
)
def test_the_questions_that_facts_and_rules_name_are_the_ones_meant(question: str, words: str):
    assert words in title_of(question)
