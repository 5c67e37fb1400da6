"""Sending the draft, with the store in memory: what it takes, what each body gets, and what is refused."""

from __future__ import annotations

import datetime as dt
import hashlib
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from reportkit.actions.intent import Obstacle
from reportkit.errors import WrongUse
from reportkit.moderation.comment_events import DraftSent
from reportkit.word.read.read_document import read_document
from tests.actions import story_in_memory as story
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import CASEWORK_FILE, HouseInMemory
from tests.actions.story_in_memory import TURN
from tests.cli.moderate.conftest import SLUG
from tests.every_case import every_case

ADDRESSES = {"authority": "Ms Ann Price", "almo": "Mr Tom Reeve"}
NAMES = {"authority": "Harrowmere Metropolitan Borough Council", "almo": "Harrowmere Homes Limited"}


def sent(house: HouseInMemory) -> DraftSent:
    details = house.newest.details
    assert isinstance(details, DraftSent)
    return details


def test_the_copies_and_messages_are_worked_out_and_nothing_is_changed(at_stage: AtStage) -> None:
    house = at_stage("signed")
    before = house.state()
    prepared = house.prepares("gus", "send", **TURN)
    assert (prepared.obstacles, prepared.intent.remarks, house.state()) == ((), (), before)
    assert [each.to for each in prepared.intent.messages] == list(ADDRESSES.values())
    assert [each.target for each in prepared.intent.messages] == [
        house.workspace.root / f"out/{SLUG}-draft-{body}.eml" for body in ADDRESSES
    ]


def test_each_body_gets_a_copy_of_its_own_that_is_kept_with_its_digest(at_stage: AtStage) -> None:
    house = at_stage("signed")
    done = house.does("gus", "send", **TURN)
    assert [each.path for each in done.messages] == [
        house.workspace.root / f"out/{SLUG}-draft-{body}.eml" for body in ADDRESSES
    ]
    details, record = sent(house), house.newest
    assert {each.body: each.to for each in details.copies} == ADDRESSES
    assert (details.period, details.agreed.turn, details.agreed.with_) == (10, "before", TURN["agreed_with"])
    assert {each.name for each in record.issued} == {each.document for each in details.copies}
    kept = {each.name: house.workspace.saved.read(f"moderation/{SLUG}/issued/{each.name}") for each in record.issued}
    assert {name: hashlib.sha256(data).hexdigest() for name, data in kept.items()} == {
        each.name: each.digest for each in record.issued
    }
    for each in details.copies:
        told = read_document(kept[each.document])
        head = f"Harrowmere Homes Limited: demonstration, draft for comment, copy of {NAMES[each.body]}"
        assert head in told.beside
        cover = next(words for words in told.paragraphs if words.startswith("Draft for comment"))
        assert cover.startswith(f"Draft for comment: the copy of {NAMES[each.body]}. Comments in writing are invited ")


def test_a_draft_that_has_not_changed_is_sent_once(at_stage: AtStage) -> None:
    (obstacle,) = at_stage("sent").prepares("gus", "send", **TURN).obstacles
    assert obstacle.what == "The draft was sent already, on 2004-01-05, and has not changed since."
    assert obstacle.command == f"reportkit comments copies {SLUG}"


def test_it_is_sent_again_with_what_was_agreed_at_first(at_stage: AtStage) -> None:
    house = at_stage("sent")
    before = sent(house)
    house.edits("findings/adaptations-slow.md", "title:", "title: Old")
    story.sign(house)
    house.day += dt.timedelta(days=7)
    done = house.does("gus", "send")
    assert sent(house).agreed == before.agreed
    assert sent(house).copies[0].due > before.copies[0].due
    message = message_from_bytes(done.messages[1].path.read_bytes(), policy=default)
    assert "takes its place" in message.get_body().get_content()


def test_messages_go_where_the_person_wants_them(at_stage: AtStage, tmp_path: Path) -> None:
    house = at_stage("signed")
    here = house.prepares("gus", "send", **TURN)
    there = house.prepares("gus", "send", **TURN, out=str(tmp_path / "post"))
    assert {each.target.parent for each in there.intent.messages} == {tmp_path / "post"}
    assert here.fingerprint != there.fingerprint


def test_a_body_without_an_address_is_a_remark(at_stage: AtStage) -> None:
    house = at_stage("signed")
    house.edits(CASEWORK_FILE, ", email: ann@harrow.example", "")
    (remark,) = house.prepares("gus", "send", **TURN).remarks
    assert remark == f"No message is made for {NAMES['authority']}: {CASEWORK_FILE} names no e-mail address of theirs."


def test_a_missing_sign_off_is_an_obstacle_with_the_command_that_clears_it(at_stage: AtStage) -> None:
    house = at_stage("met")
    story.sign(house, "ann", "bob")
    missing = Obstacle("The senior manager has not signed.", f"reportkit moderate sign-off {SLUG}")
    assert house.prepares("gus", "send", **TURN).obstacles == (missing,)
    house.refuses("gus", "send", **TURN)


@every_case(
    ("person", "words", "what"),
    [
        ("bob", TURN, "Bob Hay is not administrator or head of programme"),
        ("gus", {}, "before the round table or after it [115]"),
        ("gus", {"turn": "before", "agreed_with": ("Jane Hart",)}, 'of each: --agreed-with "Jane Hart,Mo Khan"'),
        ("gus", {"agreed_on": dt.date(2004, 1, 1)}, "what was agreed"),
    ],
)
def test_who_may_not_or_has_not_agreed_when_to_talk_is_refused(
    at_stage: AtStage, person: str, words: dict[str, object], what: str
) -> None:
    refused = at_stage("signed").refuses(person, "send", **words)
    assert what in str(refused)
    assert isinstance(refused, WrongUse) == (person == "gus")


def test_an_unsaved_edit_keeps_it_here(at_stage: AtStage) -> None:
    house = at_stage("signed")
    house.workspace.records.leave_unsaved(SLUG, "narrative/summary.md")
    assert "There are unsaved changes" in str(house.refuses("gus", "send", **TURN))


def test_a_draft_that_does_not_name_both_bodies_stays_here(at_stage: AtStage) -> None:
    house = at_stage("signed")
    house.edits("inspection.yaml", f"name: {NAMES['almo']}", f"name: {NAMES['authority']}")
    assert "Authority and ALMO have the same name" in str(house.refuses("gus", "send", **TURN))


def test_what_goes_out_is_what_was_signed_templates_too(at_stage: AtStage) -> None:
    house = at_stage("signed")
    house.workspace.save({"templates/report.md.j2": b"# Other words altogether\n"})
    document = house.prepares("gus", "send", **TURN).intent.papers[0]
    told = read_document(document.data)
    assert "Other words altogether" not in told.paragraphs
    assert "Recommendations" in told.paragraphs


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (dt.date(2005, 3, 21), dt.date(2005, 4, 6)),  # Good Friday and Easter Monday between
        (dt.date(2004, 12, 20), dt.date(2005, 1, 6)),  # Christmas and New Year fell on Saturdays: three days off
        (dt.date(2008, 2, 20), dt.date(2008, 3, 5)),  # over the leap day
        (dt.date(2004, 10, 25), dt.date(2004, 11, 8)),  # over the end of summer time
    ],
)
def test_ten_working_days_are_those_of_england(at_stage: AtStage, today: dt.date, due: dt.date) -> None:
    prepared = at_stage("signed").prepares("gus", "send", **TURN, today=today)
    assert {each.due for each in prepared.record.details.copies} == {due}
