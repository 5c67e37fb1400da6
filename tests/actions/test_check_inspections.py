"""Checking from a page or a script: results, notes and facts as values."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.actions.add import AddRequest, carry_out, prepare
from reportkit.actions.check_inspections import CheckRequest, check_inspections
from reportkit.errors import WrongUse
from reportkit.workspace.workspace import Workspace
from tests.actions.local_folder import with_inspection, workspace_in


@pytest.fixture
def elm(tmp_path: Path) -> Workspace:
    workspace = with_inspection(tmp_path)
    for title in ("Repairs are late", "Rents are paid"):
        words = {"title": (title,), "kind": ("weakness",)}
        carry_out(workspace, prepare(workspace, AddRequest(thing="finding", inspection="elm", words=words)))
    return workspace


def test_every_inspection_is_checked_where_none_is_named(elm):
    report = check_inspections(elm, CheckRequest())
    assert [each.slug for each in report.results] == ["elm"]
    assert (report.passed, report.facts) == (True, None)


def test_for_an_act_what_is_not_there_yet_fails_too(elm):
    report = check_inspections(elm, CheckRequest(act="submit"))
    assert not report.passed
    assert {problem.state for problem in report.results[0].failing} == {"not there yet"}


def test_a_finding_s_name_narrows_it_to_that_finding(elm):
    (result,) = check_inspections(elm, CheckRequest(names=("elm", "repairs-are-late"))).results
    folder = "inspections/elm/findings/"
    assert {each.where.file for each in result.problems if each.where.file.startswith(folder)} == {
        f"{folder}repairs-are-late.md"
    }


def test_an_inspection_without_a_finding_of_that_person_is_named(elm):
    assert check_inspections(elm, CheckRequest(by="Ada Okafor")).none_by == ("elm",)


def test_facts_come_by_inspection_where_they_are_asked_for(elm):
    report = check_inspections(elm, CheckRequest(facts=True))
    assert report.facts is not None
    assert all(fact.lines for fact in report.facts["elm"])
    assert list(report.facts) == ["elm"]


def test_a_name_that_is_neither_is_refused(elm):
    with pytest.raises(WrongUse, match="`oak` is neither an inspection nor a finding"):
        check_inspections(elm, CheckRequest(names=("oak",)))


def test_where_there_is_no_inspection_there_is_no_result(tmp_path):
    assert check_inspections(workspace_in(tmp_path), CheckRequest()).results == ()
