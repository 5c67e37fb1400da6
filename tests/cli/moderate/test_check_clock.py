"""A clock that may be wrong is asked about before anything is recorded by it."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import time

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


def says(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    """Let a person at the terminal answer every question so."""
    monkeypatch.setattr(Session, "may_ask", property(lambda _: True))
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: answer)


def test_after_two_months_without_a_version_the_day_is_asked_about(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = was_saved(office, 70)
    says(monkeypatch, "y")
    done = office.at("ros")(*SUBMIT)
    assert done.code == Exit.DONE
    assert f"Nothing was saved here since {before}, and by this computer’s clock today is " in done.err


def test_where_no_person_can_be_asked_nothing_is_recorded_until_the_clock_is_vouched_for(office: Office) -> None:
    before = was_saved(office, 70)
    refused = office.at("ros")(*SUBMIT)
    assert refused.code == Exit.REFUSED
    assert f"nothing was saved here since {before}" in refused.err
    assert "--clock-is-right" in refused.err
    assert office.records() == []
    assert office.at("ros")(*SUBMIT, "--clock-is-right").code == Exit.DONE


def test_who_says_that_the_clock_is_wrong_has_recorded_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    was_saved(office, 400)
    says(monkeypatch, "n")
    done = office.at("ros")(*SUBMIT)
    assert done.code == Exit.REFUSED
    assert "Set this computer’s clock right, then try again." in done.err
    assert office.records() == []


def test_in_a_house_at_work_no_one_is_asked(office: Office) -> None:
    was_saved(office, 50)
    assert "Nothing was saved here since" not in office.at("ros")(*SUBMIT).err


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (-3, "this computer’s clock is 3 hours ahead of that of the shared place"),
        (50, "clock is 2 days behind"),
    ],
)
def test_a_clock_that_differs_by_hours_from_that_of_the_shared_place_is_refused_off_a_terminal(
    laptops: dict[str, Office], hours: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = int(time.time()) + hours * 3600 + (60 if hours > 0 else -60)
    monkeypatch.setattr("reportkit.gitstore.shared_clock.shared_seconds", lambda _: there)
    ros = laptops["ros"].at("ros")
    refused = ros(*SUBMIT)
    assert refused.code == Exit.REFUSED
    assert said in refused.err
    assert laptops["ros"].records() == []
    assert ros(*SUBMIT, "--clock-is-right").code == Exit.DONE


def test_where_the_shared_place_has_the_same_time_a_long_silence_is_nothing(laptops: dict[str, Office]) -> None:
    was_saved(laptops["ros"], 400)
    done = laptops["ros"].at("ros")(*SUBMIT)
    assert done.code == Exit.DONE
    assert "clock" not in done.err


def test_offline_the_shared_place_is_not_asked_for_its_time(
    laptops: dict[str, Office], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("reportkit.gitstore.shared_clock.shared_seconds", asked.append)
    assert laptops["ros"].at("ros")(*SUBMIT, "--offline").code == Exit.DONE
    assert asked == []
