"""A store that fails: what is said, and what the same command again does."""

from __future__ import annotations

from typing import Literal

import pytest

from reportkit.errors import Exit
from reportkit.workspace.workspace import Workspace
from tests.cli.moderate.conftest import Office
from tests.moderation.failing import FailingStore

ASK = ("query", "--of", "Mo", "--by", "2004-06-21", "--text", "How many?")


def fails(monkeypatch: pytest.MonkeyPatch, at: Literal["before", "after"]) -> None:
    store = Workspace.store.func  # type: ignore[attr-defined]  # the property's own function

    def failing(workspace: Workspace) -> FailingStore:
        return FailingStore(store(workspace), at)

    monkeypatch.setattr(Workspace, "store", property(failing))


def test_an_act_that_could_not_be_recorded_is_not_said_to_be(met: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        fails(patch, "before")
        done = met.refused("ann", *ASK)
    assert (done.code, done.out, done.err) == (Exit.TROUBLE, "", "The disk went away.\n")
    assert met.does("ann", *ASK).out.startswith("Recorded: ")


def test_an_act_whose_store_failed_behind_it_is_recorded_once(met: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    before = len(met.records())
    with monkeypatch.context() as patch:
        fails(patch, "after")
        done = met.at("ann")("moderate", ASK[0], "harrowmere-homes", *ASK[1:], "--today", "2004-06-14")
    assert (done.code, done.out) == (Exit.TROUBLE, "")
    assert met.refused("ann", *ASK).err.startswith("This is recorded already: ")
    assert len(met.records()) == before + 1
