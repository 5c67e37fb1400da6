"""Every rule against its table of cases: what breaks it, what keeps it, and kinds it is not for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from msgspec import structs

from reportkit.inspection.inspection import Inspection
from reportkit.rules.all_rules import ALL_RULES
from reportkit.rules.check import ACTS, guards
from reportkit.rules.index import ledger_of
from reportkit.rules.rule import Rule
from tests.every_case import every_case
from tests.rules.builders import Breach, Kept, breaches, sentence

CHAPTERS = tuple(
    import_module(f"tests.rules.{path.stem}") for path in sorted(Path(__file__).parent.glob("cases_of_*.py"))
)
BREACHES = tuple(case for chapter in CHAPTERS for case in chapter.BREACHES)
KEPT = tuple(case for chapter in CHAPTERS for case in chapter.KEPT)
KINDS = ("almo", "re-inspection", "indicative", "best-value")
NOT_FOR = tuple(
    pytest.param(case, kind, id=f"{case.rule} in a {kind} inspection")
    for case in BREACHES
    for rule in ALL_RULES
    if rule.id == case.rule
    for kind in KINDS
    if kind not in rule.row.kinds
)


def of_kind(case: Breach, kind: str) -> Inspection:
    return structs.replace(case.inspection, particulars=structs.replace(case.inspection.particulars, kind=kind))


@every_case("case", BREACHES, ids=sentence)
def test_the_rule_is_broken_by(case: Breach):
    found = sorted(breaches(case.inspection, case.rule, case.milestones), key=lambda problem: problem.about)
    assert [problem.about for problem in found] == list(case.about)
    assert {problem.state for problem in found} == {case.state}


def test_an_error_speaks_against_the_acts_that_its_row_protects_and_against_no_other():
    protected = {rule.id: rule.row.protects for rule in ALL_RULES}
    for case in BREACHES:
        found = breaches(case.inspection, case.rule, case.milestones)
        errors = tuple(problem for problem in found if problem.level == "error")
        for act in (*ACTS, "reinspect"):
            assert guards(found, act) == (errors if act in protected[case.rule] else ()), (sentence(case), act)


@every_case("case", KEPT, ids=sentence)
def test_the_rule_is_kept_by(case: Kept):
    assert breaches(case.inspection, case.rule, case.milestones) == []


@every_case(("case", "kind"), NOT_FOR)
def test_a_rule_says_nothing_of_kinds_that_it_is_not_for(case: Breach, kind: str):
    assert breaches(of_kind(case, kind), case.rule, case.milestones) == []


@every_case("case", BREACHES, ids=sentence)
def test_every_problem_says_where_what_and_what_to_do(case: Breach):
    for problem in breaches(case.inspection, case.rule, case.milestones):
        assert problem.where.file.startswith(("inspections/ashby-homes-2003", "moderation/ashby-homes-2003"))
        assert problem.message
        assert not problem.message.endswith(".")
        assert problem.remedy.endswith(".")


@every_case("case", BREACHES, ids=sentence)
def test_the_remedy_of_a_warning_offers_an_answer_and_that_of_an_error_does_not(case: Breach):
    for problem in breaches(case.inspection, case.rule, case.milestones):
        assert ("answers.yaml" in problem.remedy) == (problem.level == "warning")


def test_every_rule_has_a_case_that_breaks_it_and_one_that_keeps_it():
    ids = {rule.id for rule in ALL_RULES}
    assert {case.rule for case in BREACHES} == ids
    assert {case.rule for case in KEPT} == ids


def test_no_rule_is_a_row_that_is_only_a_fact():
    assert [rule.id for rule in ALL_RULES if rule.row.levels == ("fact",)] == []


def test_every_rule_that_is_not_for_all_kinds_has_a_case_of_a_kind_that_it_is_not_for():
    narrow = {rule.id for rule in ALL_RULES if len(rule.row.kinds) < len(KINDS)}
    assert {case.rule for case, _ in (param.values for param in NOT_FOR)} == narrow


@every_case("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_a_rule_can_be_broken_in_every_kind_that_it_is_for(rule: Rule):
    cases = [case for case in BREACHES if case.rule == rule.id]
    speaking = {
        kind for case in cases for kind in KINDS if any(rule.problems(ledger_of(of_kind(case, kind), case.milestones)))
    }
    assert speaking == set(rule.row.kinds)
