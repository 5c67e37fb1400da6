"""Answering the bodies, called from Python: specimens, refusals, and what is written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportkit.actions.carry_out import carry_out
from reportkit.actions.prepared import Done
from reportkit.actions.send_responses import RESPOND, RespondRequest, specimens
from reportkit.errors import Refused, WrongUse
from tests.actions.comments.conftest import Office, files_below
from tests.cli.moderate.conftest import SLUG

REQUEST = RespondRequest(inspection=SLUG, today=dt.date(2004, 6, 21))


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
    with pytest.raises(WrongUse, match="There is nothing to send to the authority"):
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
