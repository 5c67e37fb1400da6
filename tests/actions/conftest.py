"""An inspection in a real repository, and workspaces of the people who act on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.prepared import Done, Prepared
from reportkit.workspace.sharing import Sharing
from reportkit.workspace.workspace import Workspace
from tests.actions.house_in_memory import HouseInMemory
from tests.actions.known_content import remember_content
from tests.actions.story_in_memory import house_at
from tests.cli.moderate.conftest import Office, begun, in_moderation, met, office

__all__ = ["begun", "in_moderation", "met", "office"]

DAY = dt.date(2004, 6, 14)

Sit = Callable[[str], Workspace]
AtStage = Callable[[str], HouseInMemory]


@pytest.fixture
def untouched(in_moderation: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    """An office where the moderators have met, shared by tests that change nothing in it."""
    return Office(in_moderation, monkeypatch, capsys)


@pytest.fixture
def sits(untouched: Office) -> Iterator[Sit]:
    """The workspace of a person in an office where nothing is changed."""
    with ExitStack() as until_then:
        yield lambda person: until_then.enter_context(workspace_of(untouched, person))


@pytest.fixture
def acts(met: Office) -> Iterator[Sit]:
    """The workspace of a person in an office of the test's own, where the moderators have met."""
    with ExitStack() as until_then:
        yield lambda person: until_then.enter_context(workspace_of(met, person))


def workspace_of(office: Office, person: str) -> Workspace:
    office.at(person)
    return Workspace(office.root)


def carried_out(workspace: Workspace, prepared: Prepared) -> Done:
    """Return the action carried out, with nothing in its way."""
    assert prepared.obstacles == ()
    done = carry_out(workspace, prepared)
    assert isinstance(done, Done)
    return done


@pytest.fixture
def at_stage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AtStage:
    """A house in memory, of the test's own, at a stage: without keys, LibreOffice, and others' work to bring in."""
    monkeypatch.setattr("reportkit.actions.carry_out.bring_in_or_stop", lambda *_: Sharing())
    monkeypatch.setattr("reportkit.workspace.signer.own_key", lambda *_: None)
    monkeypatch.setattr("reportkit.actions.pdf.find_libreoffice", lambda: None)
    remember_content(monkeypatch)
    return lambda stage: house_at(stage).copy(tmp_path)
