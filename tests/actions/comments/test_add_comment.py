"""Entering what a body says, with the store in memory: on what, from whom, when, and with the letter itself."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import pytest

from reportkit.actions.add_comment import read_comment
from reportkit.actions.comments_overview import CommentsRequest, comments_overview
from reportkit.errors import Exit, WrongUse
from reportkit.moderation.comment_events import Comment
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS, INSPECTION, HouseInMemory
from tests.actions.story_in_memory import BOTH
from tests.cli.moderate.conftest import SLUG
from tests.every_case import every_case

ALMO: dict[str, Any] = {"bodies": ("almo",), "says": "It was 58."}
LETTER = b"%PDF-1.4 invented"


def entered(house: HouseInMemory, **words: Any) -> Comment:
    house.does("gus", "add-comment", **{**ALMO, **words})
    details = house.newest.details
    assert isinstance(details, Comment)
    return details


def heard(house: HouseInMemory) -> list[bool]:
    asked = CommentsRequest(inspection=SLUG, today=house.day)
    return [each.heard for each in comments_overview(house.workspace, asked).bodies]


def test_a_paragraph_becomes_the_finding_that_it_came_from(at_stage: AtStage) -> None:
    comment = entered(at_stage("sent"), paragraph=17)
    assert (comment.finding, comment.section, comment.paragraph) == ("warm-homes", None, 17)
    assert (comment.bodies, comment.says, comment.received) == (("almo",), "It was 58.", BEGINS)


def test_the_copy_counts_and_not_what_the_report_says_now(at_stage: AtStage) -> None:
    house = at_stage("sent")
    folder = f"{INSPECTION}/findings"
    findings = [path for path in house.workspace.saved.under(folder) if not path.endswith("/warm-homes.md")][:20]
    moved = {path: house.workspace.saved.read(path).replace(b"\nkind:", b"\norder: 1\nkind:", 1) for path in findings}
    house.workspace.save(moved)
    assert entered(house, paragraph=17).finding == "warm-homes"


def test_a_finding_is_noted_with_its_paragraphs_number(at_stage: AtStage) -> None:
    assert entered(at_stage("sent"), finding="warm-homes").paragraph == 17


def test_a_paragraph_that_is_no_finding_is_known_by_its_section(at_stage: AtStage) -> None:
    house = at_stage("sent")
    assert entered(house, paragraph=6).section == "The area and its council"
    assert entered(house, section="how we INSPECTED").section == "How we inspected"


def test_a_body_without_comments_is_recorded_without_words_and_is_heard(at_stage: AtStage) -> None:
    house = at_stage("sent")
    done = house.does("gus", "add-comment", bodies=("almo",))
    assert "noted that the ALMO had no comments, on 2004-01-05" in done.prepared.said
    assert isinstance(house.newest.details, Comment)
    assert house.newest.details.is_none
    assert heard(house) == [False, True]


def test_a_comment_of_both_counts_for_both(at_stage: AtStage) -> None:
    house = at_stage("sent")
    entered(house, bodies=BOTH)
    assert heard(house) == [True, True]


def test_the_letter_is_a_paper_of_the_record_and_named_from_where_the_person_is(at_stage: AtStage) -> None:
    house = at_stage("sent")
    (house.workspace.start / "Our comments, 2nd draft.PDF").write_bytes(LETTER)
    comment = entered(house, kept="Our comments, 2nd draft.PDF")
    digest = hashlib.sha256(LETTER).hexdigest()
    assert comment.file == f"20040105-comment-almo-{digest[:12]}.pdf"
    assert house.workspace.saved.read(f"moderation/{SLUG}/issued/{comment.file}") == LETTER
    assert [(each.name, each.digest) for each in house.newest.issued] == [(comment.file, digest)]


@every_case(
    ("words", "code", "what"),
    [
        ({"received": BEGINS - dt.timedelta(1)}, 1, "It came on 2004-01-04, before the draft was sent"),
        ({"received": BEGINS + dt.timedelta(1)}, 1, "The comment of 2004-01-06 had not taken place yet"),
        ({"paragraph": 999}, 2, "999. Its paragraphs are numbered from 1"),
        ({"finding": "warm-home"}, 2, "no finding `warm-home`. Did you mean"),
        ({"section": "Contxt"}, 2, "has no section “Contxt”"),
        ({"paragraph": 1, "finding": "warm-homes"}, 2, "A comment is about one thing"),
        ({"kept": "nowhere.pdf"}, 1, "nowhere.pdf: cannot be read: it is not there"),
        ({"kept": ".."}, 1, "is a folder"),
    ],
)
def test_what_cannot_be_entered_is_refused_saying_why(
    at_stage: AtStage, words: dict[str, Any], code: Exit, what: str
) -> None:
    refused = at_stage("sent").refuses("gus", "add-comment", **{**ALMO, **words})
    assert what in str(refused)
    assert refused.exit_code == code


@pytest.mark.parametrize("stage", ["drafted", "signed"])
def test_before_the_draft_is_sent_there_is_nothing_to_comment_on(at_stage: AtStage, stage: str) -> None:
    assert "was not sent to anyone yet" in str(at_stage(stage).refuses("gus", "add-comment", **ALMO))


def test_the_words_of_a_file_are_utf_8_text(tmp_path: Path) -> None:
    words, scan = tmp_path / "words.txt", tmp_path / "scan.txt"
    words.write_bytes("\ufeffIt was 58 – “really”.".encode())
    scan.write_bytes(b"\xff\xfe\x00")
    assert read_comment(words) == "It was 58 – “really”."
    with pytest.raises(WrongUse, match="no text in UTF-8"):
        read_comment(scan)
