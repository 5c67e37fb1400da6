"""What goes to the bodies and comes back: none or all, whenever the program is killed or the disk is full."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.aftermath import (
    FEW_OR_EACH,
    Act,
    Ground,
    each_step,
    failing_at_each,
    ground_of,
    interrupted_at_each,
    killed_at_each,
    takes_room,
)
from tests.cli.comments.conftest import SENT, Desk, types
from tests.cli.moderate.conftest import SLUG

SEND = Act(
    "gus",
    ("comments", "send", SLUG, "--turn", "before", "--agreed-with", "Jane Hart,Mo Khan", "--today", SENT),
    "The draft was sent already",
    shared_first=True,
)
RECORDED = "This is recorded already: "
LETTER = "letter.pdf"


def adding(scratch: Path) -> Act:
    """Return a comment, with the letter that it came in."""
    letter = scratch / LETTER
    letter.write_bytes(b"%PDF-1.4 invented")
    words = ("add", SLUG, "almo", "--paragraph", "17", "--text", "It was 58.", "--file", str(letter))
    return Act("gus", ("comments", *words, "--today", SENT), RECORDED)


def answering(number: str) -> Act:
    words = ("answer", SLUG, number, "--verdict", "noted", "--reason", "We saw 54.")
    return Act("ros", ("comments", *words, "--today", SENT), RECORDED)


def saying_nothing(scratch: Path) -> Act:
    """That a body has no comments, with the letter that says so."""
    letter = scratch / LETTER
    letter.write_bytes(b"%PDF-1.4 invented")
    return Act("gus", ("comments", "none", SLUG, "authority", "--file", str(letter), "--today", SENT), RECORDED)


EXTEND = Act("gus", ("comments", "extend", SLUG, "almo", "--to", "2004-07-09", "--today", SENT), RECORDED)
ROUND_TABLE = Act("gus", ("comments", "round-table", SLUG, "--present", "Jane Hart,Mo Khan", "--today", SENT), RECORDED)
RESPONSE = Act("gus", ("comments", "response", SLUG, "--today", SENT), "These answers went to ", shared_first=True)


@pytest.fixture(scope="session")
def answered_once(commented_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one comment is answered."""
    root = tmp_path_factory.mktemp("answered") / "project"
    shutil.copytree(commented_once, root)
    types(root, "r-tollinshaw", "comments", "answer", SLUG, "--verdict", "noted", "--reason", "We saw 54.")
    return root


@pytest.fixture
def ground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Where an act is tried on a project."""

    def on(project: Path, *, shared: bool) -> Ground:
        return ground_of(project, tmp_path, capsys, monkeypatch, shared=shared)

    return on


@pytest.mark.parametrize("wanted", FEW_OR_EACH)
def test_killed_at_any_step_the_draft_is_with_both_bodies_or_with_none(ground, signed_once: Path, wanted) -> None:
    killed_at_each(ground(signed_once, shared=True), SEND, wanted)


@pytest.mark.trial
def test_killed_at_any_step_a_comment_is_entered_with_its_letter_or_not_at_all(
    ground, sent_once: Path, tmp_path: Path
) -> None:
    killed_at_each(ground(sent_once, shared=True), adding(tmp_path), each_step)


@pytest.mark.trial
def test_killed_at_any_step_a_body_has_nothing_to_say_with_its_letter_or_is_waited_for(
    ground, sent_once: Path, tmp_path: Path
) -> None:
    killed_at_each(ground(sent_once, shared=True), saying_nothing(tmp_path), each_step)


@pytest.mark.trial
def test_killed_at_any_step_a_body_has_more_time_or_not(ground, sent_once: Path) -> None:
    killed_at_each(ground(sent_once, shared=True), EXTEND, each_step)


@pytest.mark.trial
def test_killed_at_any_step_a_round_table_is_noted_once_or_not(ground, sent_once: Path) -> None:
    killed_at_each(ground(sent_once, shared=True), ROUND_TABLE, each_step)


@pytest.mark.parametrize("wanted", FEW_OR_EACH)
def test_interrupted_at_any_step_a_comment_is_entered_with_its_letter_or_not_at_all(
    ground, sent_once: Path, tmp_path: Path, wanted
) -> None:
    interrupted_at_each(ground(sent_once, shared=True), adding(tmp_path), wanted)


@pytest.mark.trial
def test_interrupted_at_any_step_the_draft_is_with_both_bodies_or_with_none(ground, signed_once: Path) -> None:
    interrupted_at_each(ground(signed_once, shared=True), SEND, each_step)


@pytest.mark.trial
def test_on_a_faulty_disk_the_draft_is_with_both_bodies_or_with_none(ground, signed_once: Path) -> None:
    failing_at_each(ground(signed_once, shared=True), SEND, takes_room, "faulty")


@pytest.mark.trial
def test_killed_at_any_step_a_comment_is_answered_once_or_open(ground, commented: Desk) -> None:
    (comment,) = commented.listed()["comments"]
    killed_at_each(ground(commented.root, shared=True), answering(comment["number"]), each_step)


@pytest.mark.trial
def test_killed_at_any_step_the_answers_went_to_the_bodies_or_not(ground, answered_once: Path) -> None:
    killed_at_each(ground(answered_once, shared=True), RESPONSE, each_step)


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(lambda _, label: label == "write 2", id="one step"),
        pytest.param(takes_room, id="every step", marks=pytest.mark.trial),
    ],
)
def test_on_a_full_disk_the_draft_is_with_both_bodies_or_with_none(ground, signed_once: Path, wanted) -> None:
    failing_at_each(ground(signed_once, shared=True), SEND, wanted)


@pytest.mark.trial
def test_on_a_full_disk_a_comment_is_entered_whole_or_not_at_all(ground, sent_once: Path, tmp_path: Path) -> None:
    failing_at_each(ground(sent_once, shared=True), adding(tmp_path), takes_room)


@pytest.mark.trial
def test_on_a_full_disk_the_answers_go_out_all_or_none(ground, answered_once: Path) -> None:
    failing_at_each(ground(answered_once, shared=True), RESPONSE, takes_room)
