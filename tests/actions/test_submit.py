"""Handing in, with the store in memory: what is refused, in full, and what is recorded."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.errors import Exit
from reportkit.moderation.events import Submitted
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS
from tests.cli.moderate.conftest import POLICY, SLUG

FINDING = "findings/adaptations-slow.md"
NO_DEMONSTRATION = POLICY.replace("demonstration: true", "demonstration: false")


def test_it_is_recorded_with_its_note_and_its_day(at_stage: AtStage) -> None:
    house = at_stage("drafted")
    done = house.does("ros", "submit", note="Ready.")
    assert done.prepared.said == "Rosalind Tollinshaw (inspector) handed it to the moderators: Ready."
    assert done.after is not None
    assert done.after.stage == "moderation"
    assert isinstance(house.newest.details, Submitted)
    assert dt.datetime.fromtimestamp(house.newest.at, dt.UTC).date() == BEGINS


def test_unsaved_changes_are_named_with_the_command_that_saves_them(at_stage: AtStage) -> None:
    house = at_stage("drafted")
    house.workspace.records.leave_unsaved(SLUG, FINDING)
    refused = house.refuses("ros", "submit")
    assert str(refused) == (
        f"This cannot be recorded now:\n  There are unsaved changes: {FINDING}.\n      reportkit save {SLUG}"
    )
    assert refused.exit_code == Exit.REFUSED


def test_everything_that_is_in_the_way_is_said_at_once(at_stage: AtStage) -> None:
    house = at_stage("drafted")
    house.edits("inspection.yaml", "name: Harrowmere Metropolitan Borough Council", "name: Council")
    house.edits("inspection.yaml", "rating: uncertain", "rating:")
    house.workspace.records.leave_unsaved(SLUG, FINDING)
    refused = str(house.refuses("ros", "submit"))
    assert f"unsaved changes: {FINDING}" in refused
    assert f"reportkit check {SLUG}" in refused


def test_who_policy_does_not_know_is_told_what_to_do(at_stage: AtStage) -> None:
    refused = at_stage("drafted").refuses("eve", "submit")
    assert str(refused).startswith("policy.yaml lists no one with the address eve@example.org, which is yours in Git.")
    assert refused.exit_code == Exit.REFUSED


def test_another_day_is_for_demonstrations_only(at_stage: AtStage) -> None:
    house = at_stage("drafted")
    house.has_policy(NO_DEMONSTRATION)
    assert str(house.refuses("ros", "submit")).startswith("This repository is no demonstration")
    house.does("ros", "submit", today=None)


def test_signatures_that_policy_asks_for_and_nobody_can_give_are_said(at_stage: AtStage) -> None:
    house = at_stage("drafted")
    house.has_policy(f"{POLICY}signatures: required\n")
    assert str(house.refuses("ros", "submit")) == (
        "Policy asks for signatures, and lists no key for Rosalind Tollinshaw. Ask an administrator: "
        "`reportkit people keys r-tollinshaw --add FILE.pub`."
    )


@pytest.mark.parametrize("stage", ["handed in", "signed", "decided"])
def test_it_is_handed_in_once(at_stage: AtStage, stage: str) -> None:
    assert "The moderators have it already." in str(at_stage(stage).refuses("ros", "submit"))
