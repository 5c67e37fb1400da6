"""Checking, stopping and the order of problems."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec import structs

from reportkit.errors import WrongUse
from reportkit.inspection.particulars import Dates, Particulars
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Place
from reportkit.rules.all_rules import ALL_RULES
from reportkit.rules.check import ACTS, check, errors, stops, wrong
from reportkit.rules.facts import facts
from tests.every_case import every_case
from tests.rules.builders import REACHED, finding, good, plus, rated, with_particulars

KINDS = ("almo", "re-inspection", "indicative", "best-value")
DECIDING_MONEY = ("The ALMO qualifies for funding because its prospects are promising.",)


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_inspection_breaks_no_rule(kind: str):
    assert check(good(kind), milestones=REACHED) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_the_errors_alone_are_those_among_everything(kind: str):
    bare = structs.replace(good(kind), findings=good(kind).findings[:3], evidence=(), answers=())
    everything = check(bare)
    assert {problem.level for problem in everything} == {"error", "warning"}
    assert errors(bare) == tuple(problem for problem in everything if problem.level == "error")


@pytest.mark.parametrize("kind", KINDS)
def test_an_inspection_with_nothing_in_it_is_wrong_in_nothing(kind: str):
    empty = structs.replace(
        good(kind),
        particulars=Particulars(kind=kind, authority=good().particulars.authority),
        findings=(),
        evidence=(),
        indicators=(),
        drivers=(),
        barriers=(),
    )
    problems = check(empty)
    assert problems
    assert wrong(problems) == ()
    assert {problem.state for problem in problems} == {"not there yet"}


@every_case("day", [dt.date.min, dt.date.max])
@every_case("kind", KINDS)
def test_a_slip_of_thousands_of_years_is_checked_as_any_other_date(kind: str, day: dt.date):
    dates = Dates(on_site_from=day, on_site_to=day, presentation=day, report=day)
    almo = good(kind).particulars.almo
    live = structs.replace(almo, went_live=day, section_27=day) if almo else None
    far = with_particulars(kind, dates=dates, almo=live)
    assert check(far)
    assert facts(far)


def test_problems_come_in_the_order_of_file_and_line():
    problems = check(
        plus(rated(service=None), findings=(finding("z", effect=None), finding("a", effect=None))), milestones=REACHED
    )
    assert [str(problem.where) for problem in problems] == sorted(str(problem.where) for problem in problems)
    assert [problem.about for problem in problems] == ["a", "z", ""]


def test_a_problem_carries_its_rules_level_and_paragraph_and_says_what_to_do():
    (problem,) = check(rated(service=None), milestones=REACHED)
    assert problem == Problem(
        rule="F01",
        level="error",
        state="not there yet",
        where=Place("inspections/ashby-homes-2003/inspection.yaml", 6),
        message="The service is not rated yet",
        remedy="Write poor, fair, good or excellent in `judgements: service: rating`.",
        paragraph="1, 63, 103, T7",
    )


def test_only_the_rules_given_are_checked():
    assert check(rated(service=None), rules=()) == ()


def test_what_is_not_there_yet_stops_submitting_and_every_later_act_but_is_not_wrong():
    problems = check(rated(service=None), milestones=REACHED)
    assert wrong(problems) == ()
    assert {act: len(stops(problems, act)) for act in ACTS} == dict.fromkeys(ACTS, 1)


def test_a_rule_that_protects_a_letter_does_not_stop_what_comes_before_the_letter():
    judgements = structs.replace(
        good().particulars.judgements,
        prospects=structs.replace(good().particulars.judgements.prospects, reasons=DECIDING_MONEY),
    )
    problems = check(with_particulars(judgements=judgements), milestones=REACHED)
    assert [problem.rule for problem in wrong(problems)] == ["H06"]
    assert [act for act in ACTS if stops(problems, act)] == ["notify", "publish"]


def test_the_acts_stand_in_the_order_in_which_they_are_done():
    assert ACTS == ("submit", "send", "decide", "notify", "publish")


def test_a_warning_stops_nothing():
    problems = check(plus(good(), findings=(finding("a", effect=None),)), milestones=REACHED)
    assert [problem.level for problem in problems] == ["warning"]
    assert not any(stops(problems, act) for act in ACTS)


def test_a_file_that_cannot_be_read_stops_every_act():
    unreadable = Problem(
        rule="file", level="error", state="wrong", where=Place("x.md", 3), message="No title", remedy="Add one."
    )
    assert all(stops([unreadable], act) == (unreadable,) for act in ACTS)
    assert wrong([unreadable]) == (unreadable,)


def test_an_act_that_there_is_not_is_refused():
    with pytest.raises(WrongUse, match=r"celebrate.*Name one of submit, send"):
        stops((), "celebrate")


def test_every_rule_has_an_id_of_its_own():
    ids = [rule.id for rule in ALL_RULES]
    assert len(ids) == len(set(ids))
