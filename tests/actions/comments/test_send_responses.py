"""Answering the bodies, and handing over again what they had, called from Python."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportkit.actions import resend
from reportkit.actions.carry_out import carry_out
from reportkit.actions.comments_overview import CommentsRequest, comments_overview
from reportkit.actions.prepared import Done
from reportkit.actions.send_responses import RESPOND, RespondRequest, specimens
from reportkit.errors import Damaged, Refused, WrongUse
from tests.actions.comments.conftest import Office, commit, files_below
from tests.cli.comments.conftest import types
from tests.cli.moderate.conftest import SLUG

REQUEST = RespondRequest(inspection=SLUG, today=dt.date(2004, 6, 21))


@pytest.fixture(scope="session")
def answered_once(commented_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one comment, of the ALMO, is answered."""
    root = tmp_path_factory.mktemp("answered") / "project"
    shutil.copytree(commented_once, root)
    types(root, "r-tollinshaw", "comments", "answer", SLUG, "--verdict", "noted", "--reason", "We saw 54.")
    return root


def test_specimens_can_be_had_while_comments_are_open_and_nothing_is_written(
    office: Office, commented_once: Path
) -> None:
    before = files_below(commented_once)
    made = specimens(office(commented_once, "gus"), REQUEST)
    assert [each.name for each in made.papers] == [
        f"{SLUG}-response-{body}-specimen.docx" for body in ("authority", "almo")
    ]
    assert all(each.data.startswith(b"PK") for each in made.papers)
    assert (made.inspection, made.unanswered) == (SLUG, 1)
    assert files_below(commented_once) == before


def test_while_a_comment_is_open_the_bodies_are_not_answered(office: Office, commented_once: Path) -> None:
    with pytest.raises(Refused, match="Not every comment is answered"):
        RESPOND.prepare(office(commented_once, "gus"), REQUEST)


def test_a_body_without_comments_is_not_answered(office: Office, answered_once: Path) -> None:
    with pytest.raises(WrongUse, match="There is nothing to tell the authority"):
        RESPOND.prepare(office(answered_once, "gus"), replace(REQUEST, body="authority"))


def test_without_comments_there_is_nothing_to_answer(office: Office, sent_once: Path) -> None:
    with pytest.raises(Refused, match="there is nothing to answer"):
        RESPOND.prepare(office(sent_once, "gus"), REQUEST)


def test_the_table_is_recorded_copied_and_handed_over_once(office: Office, answered_once: Path, own_copy) -> None:
    root = own_copy(answered_once)
    gus = office(root, "gus")
    done = carry_out(gus, RESPOND.prepare(gus, REQUEST))
    assert isinstance(done, Done)
    (path,) = done.copies.paths
    assert path.read_bytes() == (root / f"moderation/{SLUG}/issued" / path.name).read_bytes()
    assert [(each.to, each.path) for each in done.messages] == [
        ("Mo <Khan> & Co", root / f"out/{SLUG}-response-almo.eml")
    ]
    gus.close()
    with pytest.raises(Refused, match="These answers went to the ALMO already, on 2004-06-21"):
        RESPOND.prepare(gus, REQUEST)


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
    with pytest.raises(Refused, match="was not sent to anybody yet"):
        resend.prepare(office(signed_once, "gus"), resend.ResendRequest(inspection=SLUG))


def test_the_overview_says_who_was_heard_and_what_waits(office: Office, commented_once: Path) -> None:
    gus = office(commented_once, "gus")
    overview = comments_overview(gus, CommentsRequest(inspection=SLUG, today=dt.date(2004, 6, 29)))
    assert [(each.body, each.heard, each.late) for each in overview.bodies] == [
        ("authority", False, True),
        ("almo", True, False),
    ]
    assert [(each.says, each.about, each.verdict) for each in overview.comments] == [("It was 58.", "warm-homes", None)]


def test_the_open_comments_are_those_without_an_answer(office: Office, answered_once: Path) -> None:
    gus = office(answered_once, "gus")
    assert len(comments_overview(gus, CommentsRequest(inspection=SLUG)).comments) == 1
    assert comments_overview(gus, CommentsRequest(inspection=SLUG, only_open=True)).comments == ()
