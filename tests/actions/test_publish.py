"""Publication prepared without a terminal: the documents are ready, and nothing is written."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.prepared import Done
from reportkit.actions.publish import PublishRequest, prepare
from reportkit.errors import Refused
from reportkit.workspace.workspace import Workspace
from tests.cli.moderate.conftest import SLUG
from tests.cli.publish.conftest import OUT, Press, begun, told, told_once

__all__ = ["begun", "told", "told_once"]

REQUEST = PublishRequest(inspection=SLUG, today=dt.date.fromisoformat(OUT))


def test_the_report_and_its_changes_are_ready_before_anything_is_recorded(told: Press) -> None:
    told.at("gus")
    before = told.state()
    with Workspace(told.root) as workspace:
        prepared = prepare(workspace, REQUEST)
        assert told.state() == before
        assert prepared.intent
        assert [each.path.name for each in prepared.intent.copies] == [each.name for each in prepared.intent.papers]
        assert prepared.intent.remarks == ("There are no PDF copies: LibreOffice is not installed here.",)
        done = carry_out(workspace, prepared)
    assert isinstance(done, Done)
    assert [path.read_bytes() for path in done.copies.paths] == [each.data for each in prepared.intent.papers]


def test_one_that_was_prepared_before_another_was_published_is_not_published(told: Press) -> None:
    told.at("gus")
    with Workspace(told.root) as workspace, Workspace(told.root) as quicker:
        prepared = prepare(workspace, REQUEST)
        assert isinstance(carry_out(quicker, prepare(quicker, REQUEST)), Done)
        before = told.state()
        with pytest.raises(Refused, match="The report was published already"):
            carry_out(workspace, prepared)
    assert told.state() == before
