"""A re-inspection prepared without a terminal: its folder is made with its record, or not at all."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.prepared import Done
from reportkit.actions.reinspect import ReinspectRequest, prepare
from reportkit.errors import Refused, WrongUse
from reportkit.workspace.workspace import Workspace
from tests.cli.moderate.conftest import SLUG
from tests.cli.publish.conftest import OUT, Press, begun, told, told_once

__all__ = ["begun", "told", "told_once"]

NEW = "harrowmere-homes-2004"


def asked(name: str | None = None) -> ReinspectRequest:
    today = dt.date.fromisoformat(OUT)
    return ReinspectRequest(inspection=SLUG, today=today, on=dt.date(2004, 9, 6), people=("J. Ford",), name=name)


def test_the_folder_comes_with_the_record_in_one_version(told: Press) -> None:
    told.at("gus")
    before = told.state()
    with Workspace(told.root) as workspace:
        prepared = prepare(workspace, asked())
        assert told.state() == before
        assert isinstance(carry_out(workspace, prepared), Done)
    assert prepared.intent
    added = told.git("show", "--name-only", "--format=", "HEAD").split()
    assert sorted(path for path in added if "/records/" not in path) == sorted(
        each.path for each in prepared.intent.files
    )
    assert [each.data for each in prepared.intent.files] == [
        (told.root / each.path).read_bytes() for each in prepared.intent.files
    ]


@pytest.mark.parametrize(
    ("name", "error", "why"),
    [
        ("Ashby Homes", WrongUse, "A good name is `ashby-homes`"),
        ("publish", WrongUse, "is also something that `reportkit moderate` does"),
        (SLUG, Refused, "There is an inspection"),
    ],
)
def test_a_name_that_a_new_inspection_cannot_have_is_refused(
    told: Press, name: str, error: type[Exception], why: str
) -> None:
    told.at("gus")
    before = told.state()
    with Workspace(told.root) as workspace, pytest.raises(error, match=why):
        prepare(workspace, asked(name))
    assert told.state() == before
