"""Sending the draft, called from Python: what is worked out, and what comes of carrying it out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportkit.actions.carry_out import carry_out
from reportkit.actions.intent import Obstacle
from reportkit.actions.prepared import Done
from reportkit.actions.refusal import InTheWay
from reportkit.actions.send_draft import SEND_DRAFT, SendDraftRequest
from reportkit.errors import WrongUse
from reportkit.moderation.comment_events import DraftSent
from tests.actions.comments.conftest import Office, edit, files_below
from tests.cli.comments.conftest import types
from tests.cli.moderate.conftest import SLUG

DAY = dt.date(2004, 6, 16)
REQUEST = SendDraftRequest(inspection=SLUG, turn="before", agreed_with=("Jane Hart", "Mo Khan"), today=DAY)


def test_the_copies_and_messages_are_worked_out_and_nothing_is_changed(office: Office, signed_once: Path) -> None:
    before = files_below(signed_once)
    prepared = SEND_DRAFT.prepare(office(signed_once, "gus"), REQUEST)
    assert prepared.obstacles == ()
    assert prepared.intent is not None
    assert prepared.intent.remarks == ()
    assert [each.to for each in prepared.intent.messages] == ["Jane Hart", "Mo <Khan> & Co"]
    assert [each.target for each in prepared.intent.messages] == [
        signed_once / f"out/{SLUG}-draft-{body}.eml" for body in ("authority", "almo")
    ]
    assert len(prepared.intent.papers) == 2
    assert files_below(signed_once) == before


def test_the_request_is_plain_data_of_which_a_fingerprint_can_be_made(office: Office, signed_once: Path) -> None:
    gus = office(signed_once, "gus")
    one, other = (SEND_DRAFT.prepare(gus, replace(REQUEST, out=out)).fingerprint for out in ("here", "there"))
    assert one != other


def test_messages_go_where_the_person_wants_them(office: Office, signed_once: Path, tmp_path: Path) -> None:
    prepared = SEND_DRAFT.prepare(office(signed_once, "gus"), replace(REQUEST, out=str(tmp_path / "post")))
    assert prepared.intent is not None
    assert {each.target.parent for each in prepared.intent.messages} == {tmp_path / "post"}


def test_a_body_without_an_address_is_a_remark(office: Office, signed_once: Path, own_copy) -> None:
    root = own_copy(signed_once)
    casework = f"moderation/{SLUG}/casework.yaml"
    edit(root, casework, "    email: jane@council.example\n", "")
    prepared = SEND_DRAFT.prepare(office(root, "gus"), REQUEST)
    (remark,) = prepared.remarks
    assert remark == (
        f"No message is made for Harrowmere Metropolitan Borough Council: {casework} names no e-mail address of theirs."
    )


def test_a_missing_sign_off_is_an_obstacle_with_the_command_that_clears_it(
    office: Office, signed_once: Path, own_copy
) -> None:
    root = own_copy(signed_once)
    types(root, "cat", "moderate", "withdraw", SLUG, "--reason", "I read it again.")
    gus = office(root, "gus")
    prepared = SEND_DRAFT.prepare(gus, REQUEST)
    assert prepared.obstacles == (
        Obstacle("The senior manager has not signed.", f"reportkit moderate sign-off {SLUG}"),
    )
    with pytest.raises(InTheWay):
        carry_out(gus, prepared)


def test_the_draft_is_recorded_and_its_messages_are_put_in_place(office: Office, signed_once: Path, own_copy) -> None:
    root = own_copy(signed_once)
    gus = office(root, "gus")
    done = carry_out(gus, SEND_DRAFT.prepare(gus, REQUEST))
    assert isinstance(done, Done)
    assert done.prepared.record is not None
    assert isinstance(done.prepared.record.details, DraftSent)
    assert [each.path for each in done.messages] == [
        root / f"out/{SLUG}-draft-{body}.eml" for body in ("authority", "almo")
    ]
    gus.close()
    (obstacle,) = SEND_DRAFT.prepare(gus, REQUEST).obstacles
    assert obstacle.what == "The draft was sent already, on 2004-06-16, and has not changed since."
    assert obstacle.command == f"reportkit comments copies {SLUG}"


def test_the_turn_must_be_said_with_a_person_of_each_body(office: Office, signed_once: Path) -> None:
    gus = office(signed_once, "gus")
    with pytest.raises(WrongUse, match="before the round table or after it"):
        SEND_DRAFT.prepare(gus, SendDraftRequest(inspection=SLUG, today=DAY))
    with pytest.raises(WrongUse, match='Name a person of each: --agreed-with "Jane Hart,Mo Khan"'):
        SEND_DRAFT.prepare(gus, replace(REQUEST, agreed_with=("Jane Hart",)))
