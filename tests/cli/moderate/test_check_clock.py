"""A clock that may be wrong is asked about before anything is recorded by it."""

from __future__ import annotations

import datetime as dt
import os
import subprocess

import pytest

from reportkit.cli.session import Session
from reportkit.errors import Exit
from reportkit.workspace.clock import ENGLAND
from tests.cli.moderate.conftest import SLUG, Office

SUBMIT = ("moderate", "submit", SLUG)


def was_saved(office: Office, days_ago: int) -> str:
    """Let the newest version be so many days old. Returns its day."""
    day = dt.datetime.now(dt.UTC) - dt.timedelta(days_ago)
    when = {"GIT_AUTHOR_DATE": day.isoformat(), "GIT_COMMITTER_DATE": day.isoformat()}
    who = ("-c", "user.name=Gus", "-c", "user.email=gus@example.org")
    command = ["git", *who, "commit", "-q", "--amend", "--no-edit", "--reset-author"]
    subprocess.run(command, cwd=office.root, check=True, env={**os.environ, **when})
    return day.astimezone(ENGLAND).date().isoformat()


def test_who_acts_after_a_long_silence_is_told_what_day_it_is(office: Office) -> None:
    before = was_saved(office, 40)
    done = office.at("ros")(*SUBMIT)
    assert done.code == Exit.DONE
    assert f"Nothing was saved here since {before}, and by this computer’s clock today is " in done.err


def test_who_says_that_the_clock_is_wrong_has_recorded_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    was_saved(office, 400)
    monkeypatch.setattr(Session, "may_ask", property(lambda _: True))
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "n")
    done = office.at("ros")(*SUBMIT)
    assert done.code == Exit.REFUSED
    assert "Set this computer’s clock right, then try again." in done.err
    assert office.records() == []


def test_in_a_house_at_work_no_one_is_asked(office: Office) -> None:
    was_saved(office, 20)
    assert "Nothing was saved here since" not in office.at("ros")(*SUBMIT).err
