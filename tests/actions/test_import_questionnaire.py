"""Bringing a questionnaire's answers in: what would be written as values, and then all of it or nothing."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from reportkit.actions.import_questionnaire import (
    ImportQuestionnaireRequest,
    PreparedAnswers,
    carry_out,
    prepare,
)
from reportkit.actions.make_questionnaire import make_questionnaire
from reportkit.errors import Refused
from reportkit.workspace.workspace import Workspace
from tests.actions.local_folder import with_inspection

RENT = "inspections/elm/evidence/almo-answers-1-1-rent.yaml"
G5 = "inspections/elm/evidence/almo-answers-g5.yaml"


@pytest.fixture
def elm(tmp_path: Path) -> Workspace:
    """The questionnaire of `elm` came back as answers.docx, with two answers in two parts."""
    workspace = with_inspection(tmp_path)
    (tmp_path / "answers.docx").write_bytes(make_questionnaire(workspace, "elm", "almo").data)
    answer(workspace, {"1.1-rent-1": "Since 2002.", "G5.2": "Each month."})
    return workspace


def answer(workspace: Workspace, answers: dict[str, str]) -> None:
    path = workspace.root / "answers.docx"
    document = docx.Document(str(path))
    for row in (row for table in document.tables for row in table.rows):
        if row.cells[0].text in answers:
            row.cells[2].text = answers[row.cells[0].text]
    document.save(str(path))


def prepared_in(workspace: Workspace) -> PreparedAnswers:
    return prepare(workspace, ImportQuestionnaireRequest(inspection="elm", file=workspace.root / "answers.docx"))


def test_preparing_says_what_would_be_written_and_writes_nothing(elm):
    prepared = prepared_in(elm)
    assert [each.path for each in prepared.files] == [RENT, G5]
    assert (prepared.parts, prepared.same, prepared.answered) == (2, 0, 2)
    assert not (elm.root / RENT).exists()


def test_carrying_out_writes_every_file(elm):
    assert carry_out(elm, prepared_in(elm)) == (RENT, G5)
    assert "Since 2002." in (elm.root / RENT).read_text()
    again = prepared_in(elm)
    assert (again.files, again.same) == ((), 2)


def test_where_one_name_is_taken_meanwhile_nothing_is_written(elm):
    prepared = prepared_in(elm)
    (elm.root / G5).write_text("theirs")
    with pytest.raises(Refused, match="is there already; nothing was written"):
        carry_out(elm, prepared)
    assert not (elm.root / RENT).exists()


def test_answers_that_changed_since_they_were_shown_are_not_brought_in(elm):
    prepared = prepared_in(elm)
    answer(elm, {"1.1-rent-1": "Since 2003."})
    with pytest.raises(Refused, match=r"answers\.docx: It was changed since it was read; nothing was written"):
        carry_out(elm, prepared)
    assert not (elm.root / RENT).exists()
