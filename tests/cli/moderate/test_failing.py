"""A store that fails: what is said, and what the same command again does."""

from __future__ import annotations

from typing import Literal

import pytest

from reportkit.actions import case_file
from reportkit.cli.session import Session
from reportkit.errors import Exit
from reportkit.workspace.stores import store_of
from tests.cli.moderate.conftest import Office
from tests.moderation.failing import FailingStore

ASK = ("query", "--of", "Mo", "--by", "2004-06-21", "--text", "How many?")


def fails(monkeypatch: pytest.MonkeyPatch, at: Literal["before", "after"]) -> None:
    def failing(session: Session) -> FailingStore:
        return FailingStore(store_of(session), at)

    monkeypatch.setattr(case_file, "store_of", failing)


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
