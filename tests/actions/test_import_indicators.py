"""Bringing a table of indicators in: what would change as values, and then all of it or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.actions.import_indicators import ImportIndicatorsRequest, PreparedIndicators, carry_out, prepare
from reportkit.errors import Refused, Unreadable
from reportkit.workspace.workspace import Workspace
from tests.actions.local_folder import with_inspection

OLD = "code,name,value\nBVPI 66a,Rent collected,97.1\nHH 1,Arrears,3.4\n"
NEW = "code,name,value\nBVPI 66a,Rent collected,97.3\nBVPI 68,Days,47\n"


@pytest.fixture
def elm(tmp_path: Path) -> Workspace:
    workspace = with_inspection(tmp_path)
    table(workspace).write_text(OLD, encoding="utf-8")
    (tmp_path / "figures.csv").write_text(NEW, encoding="utf-8")
    return workspace


def table(workspace: Workspace) -> Path:
    return workspace.root / "inspections" / "elm" / "indicators.csv"


def prepared_in(workspace: Workspace) -> PreparedIndicators:
    return prepare(workspace, ImportIndicatorsRequest(inspection="elm", file=workspace.root / "figures.csv"))


def test_preparing_says_what_would_change_and_writes_nothing(elm):
    prepared = prepared_in(elm)
    assert [(change.done, change.id) for change in prepared.changes] == [
        ("changed", "BVPI 66a"),
        ("added", "BVPI 68"),
        ("removed", "HH 1"),
    ]
    assert (len(prepared.before), len(prepared.after)) == (2, 2)
    assert table(elm).read_text() == OLD


def test_carrying_out_replaces_the_table(elm):
    assert carry_out(elm, prepared_in(elm)) == "inspections/elm/indicators.csv"
    assert "BVPI 68" in table(elm).read_text()
    assert prepared_in(elm).is_there_already


def test_a_table_that_changed_meanwhile_is_not_written_over(elm):
    prepared = prepared_in(elm)
    table(elm).write_text(OLD + "HH 2,Mine,1\n")
    with pytest.raises(Refused, match=r"indicators\.csv was changed in the meantime"):
        carry_out(elm, prepared)
    assert "HH 2" in table(elm).read_text()


def test_a_file_that_changed_since_it_was_shown_is_not_brought_in(elm):
    prepared = prepared_in(elm)
    (elm.root / "figures.csv").write_text(NEW + "HH 3,Later,1\n")
    with pytest.raises(Refused, match=r"figures\.csv: It was changed since it was read; nothing was written"):
        carry_out(elm, prepared)
    assert table(elm).read_text() == OLD


def test_where_the_table_cannot_be_read_no_change_is_made_up(elm):
    table(elm).write_text("code;name\n")
    prepared = prepared_in(elm)
    assert (prepared.before, prepared.changes) == (None, None)
    assert [each.code for each in prepared.after] == ["BVPI 66a", "BVPI 68"]


def test_every_problem_of_the_file_is_raised_at_once(elm):
    (elm.root / "figures.csv").write_text("code,name,value\nHH 1,A,many\nHH 2,B,few\n")
    with pytest.raises(Unreadable) as refused:
        prepared_in(elm)
    assert len(refused.value.problems) == 2
