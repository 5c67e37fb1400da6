"""Corrections prepared without a terminal: which document is meant, and that nothing is written."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.correct import CorrectRequest, _name, prepare, prepare_specimen
from reportkit.actions.prepared import Done
from reportkit.actions.ready_copies import write
from reportkit.errors import Refused, WrongUse
from reportkit.workspace.workspace import Workspace
from tests.cli.moderate.conftest import SLUG
from tests.cli.publish.conftest import OUT, TOLD, Press, begun, told, told_once

__all__ = ["begun", "told", "told_once"]

NAME = f"{SLUG}-{OUT}-letter-almo-corrected"
ISSUED = {"letter-authority": f"{SLUG}-{TOLD}-letter-authority.docx", "letter-almo": f"{SLUG}-{TOLD}-letter-almo.docx"}


def asked(document: str = "letter-almo") -> CorrectRequest:
    return CorrectRequest(
        inspection=SLUG, today=dt.date.fromisoformat(OUT), document=document, reason="The date was missing."
    )


@pytest.mark.parametrize("document", ["letter-almo", f"{SLUG}-{TOLD}-letter-almo.docx"])
def test_a_document_is_known_by_its_name_and_by_its_file(document: str) -> None:
    assert _name(ISSUED, document) == "letter-almo"


def test_a_release_that_was_never_issued_is_no_document_to_correct() -> None:
    with pytest.raises(WrongUse, match="There is no document `press-release`"):
        _name(ISSUED, "press-release")


def test_a_correction_is_ready_before_anything_is_recorded(told: Press) -> None:
    told.at("gus")
    before = told.state()
    with Workspace(told.root) as workspace:
        prepared = prepare(workspace, asked())
        assert told.state() == before
        done = carry_out(workspace, prepared)
        assert isinstance(done, Done)
        assert [path.name for path in done.copies.paths] == [f"{NAME}.docx"]
        with pytest.raises(Refused, match="Nothing would change"):
            prepare(workspace, asked())


def test_a_specimen_is_made_though_the_correction_would_be_refused(told: Press) -> None:
    told.at("gus")
    with Workspace(told.root) as workspace:
        assert isinstance(carry_out(workspace, prepare(workspace, asked())), Done)
        ready = prepare_specimen(workspace, asked())
        assert str(ready.refusal).startswith("Nothing would change")
        assert [path.name for path in write(ready)] == [f"{NAME}-2.docx"]
