"""Copies of issued letters, and the record of how each was sent, prepared without a terminal."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.notify_copies import NotifyCopiesRequest, prepare
from reportkit.actions.notify_sent import NotifySentRequest
from reportkit.actions.notify_sent import prepare as prepare_sent
from reportkit.actions.prepared import Done
from reportkit.actions.ready_copies import write
from reportkit.errors import Refused
from reportkit.workspace.workspace import Workspace
from tests.cli.moderate.conftest import SLUG, Office
from tests.cli.publish.conftest import OUT, Press, begun, office, told, told_once

__all__ = ["begun", "office", "told", "told_once"]

ON = dt.date.fromisoformat(OUT)
REQUEST = NotifyCopiesRequest(inspection=SLUG, today=ON)


def test_copies_are_the_issued_documents_and_are_written_by_a_step_of_their_own(told: Press) -> None:
    told.at("gus")
    before = told.state()
    with Workspace(told.root) as workspace:
        ready = prepare(workspace, REQUEST)
        assert told.state() == before
        written = {path.name: path.read_bytes() for path in write(ready)}
    assert written
    assert written == {name: told.issued(name) for name in written}
    assert [hint.partition(":")[0] for hint in ready.hints] == [
        *(f"There is no message for {to}" for to in ("the authority", "the ALMO", "the ODPM")),
        "Record how each was sent",
    ]


def test_a_copy_in_the_folder_that_is_another_document_is_named(told: Press) -> None:
    told.at("gus")
    with Workspace(told.root) as workspace:
        path = prepare(workspace, REQUEST).copies[0].path
        path.parent.mkdir(parents=True)
        path.write_bytes(b"another")
        assert prepare(workspace, REQUEST).prepared_otherwise == (path,)


def test_before_letters_are_issued_there_are_no_copies(office: Office) -> None:
    office.at("gus")
    with Workspace(office.root) as workspace, pytest.raises(Refused, match="No letters were issued yet"):
        prepare(workspace, REQUEST)


def test_a_letter_that_is_sent_again_is_recorded_with_its_day_and_nothing_else(told: Press) -> None:
    told.at("gus")
    sent = NotifySentRequest(inspection=SLUG, today=ON, to="odpm", way="post", note="Sent again.")
    with Workspace(told.root) as workspace:
        assert isinstance(carry_out(workspace, prepare_sent(workspace, sent)), Done)
    says = told.last("dispatch")
    assert (says["to"], says["way"], says["on"], says["note"]) == ("odpm", "post", OUT, "Sent again.")


def test_nothing_that_was_not_issued_is_recorded_as_sent(office: Office) -> None:
    office.at("gus")
    sent = NotifySentRequest(inspection=SLUG, today=ON, to="odpm", way="post")
    with Workspace(office.root) as workspace, pytest.raises(Refused, match="Nothing was issued that could go there"):
        prepare_sent(workspace, sent)
