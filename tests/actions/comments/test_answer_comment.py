"""Answering a comment, with the store in memory: what is asked, what is noted as changed, what is refused."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from msgspec.structs import replace

from reportkit.actions.answer_comment import AnswerCommentRequest, comments_to_answer
from reportkit.actions.comments_overview import CommentsRequest, comments_overview
from reportkit.actions.intent import Confirmation
from reportkit.errors import Refused, WrongUse
from reportkit.moderation.comment_events import ChangedFile, Comment, CommentAnswer
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import INSPECTION, HouseInMemory
from tests.cli.moderate.conftest import POLICY, SLUG
from tests.every_case import every_case

FINDING, OTHER = "findings/warm-homes.md", "findings/adaptations-slow.md"
ACCEPTED: dict[str, Any] = {"verdict": "accepted", "reason": "So it is."}
NOTED: dict[str, Any] = {"verdict": "noted", "reason": "We saw 54."}


def on_warm_homes(house: HouseInMemory) -> HouseInMemory:
    house.does("gus", "add-comment", bodies=("almo",), says="It was 58.", paragraph=17)
    return house


def on_the_whole(house: HouseInMemory) -> HouseInMemory:
    house.does("gus", "add-comment", bodies=("almo",), says="Not so.")
    return house


def changed(house: HouseInMemory) -> tuple[ChangedFile, ...]:
    details = house.newest.details
    assert isinstance(details, CommentAnswer)
    return details.changed


def corrected(house: HouseInMemory, name: str = FINDING) -> None:
    house.edits(name, "title:", "title: Now")


def test_what_is_accepted_and_changes_nothing_is_to_be_confirmed(at_stage: AtStage) -> None:
    prepared = on_warm_homes(at_stage("sent")).prepares("ros", "answer-comment", **ACCEPTED)
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


def test_a_person_who_said_that_nothing_changes_is_not_asked(at_stage: AtStage) -> None:
    prepared = on_warm_homes(at_stage("sent")).prepares("ros", "answer-comment", **ACCEPTED, unchanged=True)
    assert prepared.confirmations == ()
    assert prepared.record.details.without_change
    assert "accepted (nothing was to be changed), because: So it is" in prepared.said


def test_the_finding_that_changed_is_noted_and_nothing_is_asked(at_stage: AtStage) -> None:
    house = on_warm_homes(at_stage("sent"))
    corrected(house)
    corrected(house, OTHER)
    done = house.does("ros", "answer-comment", **ACCEPTED)
    digest = hashlib.sha256(house.workspace.saved.read(f"{INSPECTION}/{FINDING}")).hexdigest()
    assert done.prepared.confirmations == ()
    assert changed(house) == (ChangedFile(path=FINDING, digest=digest),)
    assert "“It was 58.”, accepted (1 file changed since the draft), because: So it is" in done.prepared.said


def test_on_the_whole_draft_everything_counts_that_was_saved_since(at_stage: AtStage) -> None:
    house = at_stage("sent")
    corrected(house)
    on_the_whole(house)
    corrected(house, OTHER)
    house.does("ros", "answer-comment", verdict="in-part", reason="Some of it.")
    assert [each.path for each in changed(house)] == [OTHER]


def test_a_file_may_be_named_that_changed_before_the_comment_was_entered(at_stage: AtStage) -> None:
    house = at_stage("sent")
    corrected(house)
    on_the_whole(house)
    house.does("ros", "answer-comment", **ACCEPTED, changed=(f"{INSPECTION}/{FINDING}",))
    assert [each.path for each in changed(house)] == [FINDING]


def test_a_file_that_was_taken_out_is_noted_without_a_digest(at_stage: AtStage) -> None:
    house = on_the_whole(at_stage("sent"))
    house.removes("narrative/approach.md")
    house.does("ros", "answer-comment", **ACCEPTED)
    assert changed(house) == (ChangedFile(path="narrative/approach.md"),)


@every_case("verdict", ["noted", "not-accepted"])
def test_what_is_noted_or_not_accepted_changes_nothing(at_stage: AtStage, verdict: str) -> None:
    house = on_warm_homes(at_stage("sent"))
    corrected(house)
    house.does("ros", "answer-comment", verdict=verdict, reason="We saw it ourselves.")
    assert changed(house) == ()


def test_the_last_answer_holds(at_stage: AtStage) -> None:
    house = on_warm_homes(at_stage("sent"))
    (entry,) = comments_to_answer(house.workspace, AnswerCommentRequest(inspection=SLUG, today=house.day))
    for verdict in ("not-accepted", "noted"):
        house.does("ros", "answer-comment", comment=entry.digest[:8], verdict=verdict, reason="As it stands.")
    overview = comments_overview(house.workspace, CommentsRequest(inspection=SLUG, today=house.day))
    assert [each.verdict for each in overview.comments] == ["noted"]


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


@every_case(("words", "error", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_an_answer_that_cannot_be_is_refused(
    at_stage: AtStage, words: dict[str, Any], error: type[Exception], why: str
) -> None:
    refused = on_warm_homes(at_stage("sent")).refuses("ros", "answer-comment", **{**NOTED, **words})
    assert why in str(refused)
    assert isinstance(refused, error)


def test_administrators_enter_comments_and_do_not_answer_them(at_stage: AtStage) -> None:
    assert "Gus Pym is not inspector" in str(on_warm_homes(at_stage("sent")).refuses("gus", "answer-comment", **NOTED))


@pytest.mark.parametrize("may", [True, False])
def test_a_findings_author_answers_only_where_policy_lets_them(at_stage: AtStage, may: bool) -> None:
    house = at_stage("sent")
    house.edits(FINDING, "by: ", "by: r-tollinshaw # ")
    house.has_policy(f"{POLICY}author-may-answer: {str(may).lower()}\n")
    error = on_warm_homes(house).tries("ros", "answer-comment", **NOTED)
    assert may == (error is None)
    assert may or "Rosalind Tollinshaw wrote the finding" in str(error)
    house.does("dan", "answer-comment", **{**NOTED, "reason": "Dan saw it too."}, comment=_number(house))


def _number(house: HouseInMemory) -> str:
    overview = comments_overview(house.workspace, CommentsRequest(inspection=SLUG, today=house.day))
    return overview.comments[0].number


def test_the_open_comments_are_those_to_answer_or_the_one_that_is_named(at_stage: AtStage) -> None:
    house, request = at_stage("sent"), AnswerCommentRequest(inspection=SLUG)
    request = replace(request, today=house.day)
    assert comments_to_answer(house.sits("ros"), request) == ()
    (entry,) = comments_to_answer(on_warm_homes(house).sits("ros"), request)
    assert isinstance(entry.record.details, Comment)
    assert entry.record.details.says == "It was 58."
    assert comments_to_answer(house.workspace, replace(request, comment=entry.digest[:8])) == (entry,)
