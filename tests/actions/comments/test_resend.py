"""Handing over again what went to the bodies, called from Python."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reportkit.actions import resend
from reportkit.actions.carry_out import carry_out
from reportkit.actions.send_responses import RESPOND, RespondRequest
from reportkit.errors import Damaged, Refused
from tests.actions.comments.conftest import Office, commit, files_below
from tests.cli.moderate.conftest import SLUG

REQUEST = RespondRequest(inspection=SLUG, today=dt.date(2004, 6, 21))


def test_what_went_out_is_prepared_without_writing_and_then_put_in_place(
    office: Office, answered_once: Path, own_copy
) -> None:
    root = own_copy(answered_once)
    gus = office(root, "gus")
    carry_out(gus, RESPOND.prepare(gus, REQUEST))
    gus.close()
    before = files_below(root)
    prepared = resend.prepare(gus, resend.ResendRequest(inspection=SLUG, out="again"))
    assert files_below(root) == before
    drafts, answers = resend.carry_out(prepared)
    for sending, documents in ((drafts, 2), (answers, 1)):
        assert len(sending.paths) == len(sending.messages) == documents
        for path in sending.paths:
            assert path.parent == root / "again"
            assert path.read_bytes() == (root / f"moderation/{SLUG}/issued" / path.name).read_bytes()
    assert files_below(root).items() >= before.items()


def test_a_document_that_is_not_what_was_recorded_is_not_handed_over(office: Office, sent_once: Path, own_copy) -> None:
    root = own_copy(sent_once)
    issued = next((root / f"moderation/{SLUG}/issued").glob("*-draft-almo-*.docx"))
    issued.write_bytes(b"other")
    gus = office(root, "gus")
    commit(root)
    with pytest.raises(Damaged, match="An issued document is not the one that was recorded"):
        resend.prepare(gus, resend.ResendRequest(inspection=SLUG))


def test_before_the_draft_is_sent_there_is_nothing_to_hand_over(office: Office, signed_once: Path) -> None:
    with pytest.raises(Refused, match="was not sent to anyone yet"):
        resend.prepare(office(signed_once, "gus"), resend.ResendRequest(inspection=SLUG))
