"""Questions about the folder alone: each is one call that returns a value, and none needs a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.actions.coverage import coverage
from reportkit.actions.doctor import Diagnosis, doctor
from reportkit.actions.doctor_checks import Advice
from reportkit.actions.explain import all_chapters, explain
from reportkit.actions.indicators import indicators_of
from reportkit.actions.scope import scope
from reportkit.errors import WrongUse
from reportkit.workspace.workspace import Workspace
from tests.actions.local_folder import with_inspection


@pytest.fixture
def elm(tmp_path: Path) -> Workspace:
    return with_inspection(tmp_path)


def test_coverage_counts_nothing_in_an_empty_inspection(elm):
    assert not any(cell.touched for cell in coverage(elm, "elm").cells)


def test_the_scope_of_an_almo_inspection_says_nothing_of_one_after_it(elm):
    found = scope(elm, "elm")
    assert (found.kind, found.before, found.follows) == ("almo", (), None)
    assert [each.written for each in found.scope.services]


def test_indicators_that_the_guidance_names_are_listed_as_not_given(elm):
    found = indicators_of(elm, "elm")
    assert found.figures == ()
    assert "BVPI 66a" in found.not_given


@pytest.mark.parametrize("question", [coverage, scope, indicators_of])
def test_an_unknown_inspection_is_refused(elm, question):
    with pytest.raises(WrongUse, match="oak"):
        question(elm, "oak")


@pytest.mark.parametrize("name", ["E04", "e4", " e04 "])
def test_a_rule_is_found_however_its_id_is_typed(name):
    assert explain(name).row.id == "E04"


def test_every_rule_stands_in_the_chapter_of_its_letter():
    assert all(row.chapter == chapter.letter for chapter in all_chapters() for row in chapter.rows)


def test_one_check_that_stops_work_makes_the_diagnosis_say_so():
    fine, broken = Advice("git", "fine", "Git"), Advice("git", "stops work", "No Git")
    assert (Diagnosis((fine,)).stops_work, Diagnosis((fine, broken)).stops_work) == (False, True)


def test_the_doctor_refuses_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(WrongUse, match="There is no such folder"):
        doctor(tmp_path / "nowhere")
