"""Answering a comment, called from Python: what is asked, what is noted as changed, what is refused."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportkit.actions.answer_comment import ANSWER_COMMENT, AnswerCommentRequest, comments_to_answer
from reportkit.actions.intent import Confirmation
from reportkit.errors import Refused, WrongUse
from reportkit.moderation.comment_events import ChangedFile, Comment, CommentAnswer
from tests.actions.comments.conftest import Office, edit
from tests.cli.moderate.conftest import SLUG

FINDING = "findings/warm-homes.md"
NOTED = AnswerCommentRequest(
    inspection=SLUG, acting_as="r-tollinshaw", verdict="noted", reason="We saw 54.", today=dt.date(2004, 6, 17)
)
ACCEPTED = replace(NOTED, verdict="accepted", reason="So it is.")


def test_what_is_accepted_and_changes_nothing_is_to_be_confirmed(office: Office, commented_once: Path) -> None:
    prepared = ANSWER_COMMENT.prepare(office(commented_once, "ros"), ACCEPTED)
    assert prepared.confirmations == (
        Confirmation(
            shown="",
            question="It is accepted, and nothing has changed since. Is nothing to be changed?",
            unattended=(
                "it is accepted, and nothing has changed since. "
                f"Change it, and save: `reportkit save {SLUG}`. Or say --nothing-to-change."
            ),
        ),
    )
    assert isinstance(prepared.record.details, CommentAnswer)
    assert prepared.record.details.without_change


def test_a_person_who_said_that_nothing_changes_is_not_asked(office: Office, commented_once: Path) -> None:
    prepared = ANSWER_COMMENT.prepare(office(commented_once, "ros"), replace(ACCEPTED, unchanged=True))
    assert prepared.confirmations == ()
    assert prepared.record.details.without_change


def test_the_finding_that_changed_is_noted_and_nothing_is_asked(office: Office, commented_once: Path, own_copy) -> None:
    root = own_copy(commented_once)
    edit(root, f"inspections/{SLUG}/{FINDING}", "title:", "title: Now")
    prepared = ANSWER_COMMENT.prepare(office(root, "ros"), ACCEPTED)
    digest = hashlib.sha256((root / f"inspections/{SLUG}/{FINDING}").read_bytes()).hexdigest()
    assert prepared.confirmations == ()
    assert prepared.record.details.changed == (ChangedFile(path=FINDING, digest=digest),)
    assert not prepared.record.details.without_change


REFUSED = {
    "no verdict": ({"verdict": None}, WrongUse, "Give --verdict and --reason"),
    "no reason": ({"reason": None}, WrongUse, "Give --verdict and --reason"),
    "no such comment": ({"comment": "ffffffff"}, WrongUse, "is not known"),
    "changed by what is noted": ({"changed": (FINDING,)}, WrongUse, "Nothing changes by what is noted"),
    "nothing to change by what is noted": ({"unchanged": True}, WrongUse, "is for what is accepted"),
    "a file that is as it was": (
        {"verdict": "accepted", "changed": (FINDING,)},
        Refused,
        f"{FINDING} is as it was in the draft that was sent",
    ),
}


@pytest.mark.parametrize(("given", "error", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_an_answer_that_cannot_be_is_refused(
    office: Office, commented_once: Path, given: dict[str, object], error: type[Exception], why: str
) -> None:
    with pytest.raises(error, match=why):
        ANSWER_COMMENT.prepare(office(commented_once, "ros"), replace(NOTED, **given))


def test_the_open_comments_are_those_to_answer_or_the_one_that_is_named(office: Office, commented_once: Path) -> None:
    ros = office(commented_once, "ros")
    (entry,) = comments_to_answer(ros, NOTED)
    assert isinstance(entry.record.details, Comment)
    assert entry.record.details.says == "It was 58."
    assert comments_to_answer(ros, replace(NOTED, comment=entry.digest[:8])) == (entry,)


def test_nothing_is_to_answer_where_nothing_was_said(office: Office, sent_once: Path) -> None:
    assert comments_to_answer(office(sent_once, "ros"), NOTED) == ()
