"""The moderation pack, and the messages that bring it."""

from __future__ import annotations

import email
import json
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from docx import Document

from reportkit.moderation.subject import version_code
from reportkit.publications.replies import read_reply
from tests.cli.moderating.conftest import SLUG, Office


def packed(office: Office, person: str, tmp_path: Path) -> str:
    """The words of the pack that somebody makes."""
    made = office.at(person)("moderate", "pack", SLUG, "--out", str(tmp_path), "--today", "2004-06-14")
    assert (made.code, made.out) == (0, f"{tmp_path / f'{SLUG}-pack.docx'}\n"), made.err
    document = Document(made.out.strip())
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def code(office: Office) -> str:
    return version_code(json.loads(office.at("ann")("moderate", SLUG, "--json").out)["subject"])


def opened(path: Path) -> EmailMessage:
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_pack_names_the_version_and_shows_what_was_recorded(office: Office, package_problems, tmp_path: Path) -> None:
    told = packed(office.submitted().met(), "ann", tmp_path)
    assert code(office) in told
    assert "handed it to the moderators" in told
    assert "What changed since" not in told
    assert package_problems((tmp_path / f"{SLUG}-pack.docx").read_bytes()) == []


def test_a_pack_shows_each_moderator_what_changed_since_they_signed(office: Office, tmp_path: Path) -> None:
    office.submitted().met().signed("ann")
    office.edits("findings/adaptations-slow.md", "title: Disabled", "title: Many disabled")
    office.saves()
    assert "What changed since Ann Lee looked, on 14 June 2004" in packed(office, "ann", tmp_path)
    assert "What changed since" not in packed(office, "bob", tmp_path)


def test_in_a_second_round_a_pack_shows_what_changed_since_the_first(office: Office, tmp_path: Path) -> None:
    office.submitted().met(prospects="further:Who pays?")
    office.edits("findings/adaptations-slow.md", "title: Disabled", "title: Many disabled")
    office.saves()
    assert "What changed since round 1, of 14 June 2004" in packed(office, "bob", tmp_path)


def test_each_moderator_gets_a_message_that_can_be_answered(office: Office, tmp_path: Path) -> None:
    office.submitted().met()
    made = office.at("gus")("moderate", "pack", SLUG, "--eml", "--out", str(tmp_path), "--today", "2004-06-14")
    assert (made.code, made.err) == (0, "")
    names = [Path(line).name for line in made.out.splitlines()]
    assert names == [f"{SLUG}-pack-{person}.eml" for person in ("ann", "bob", "cat", "jo")]
    message = opened(tmp_path / names[0])
    assert message["To"].addresses[0].addr_spec == "ann@example.org"
    (part,) = message.iter_attachments()
    assert part.get_filename() == f"{SLUG}-pack.docx"
    reply = f"From: ann@example.org\nSubject: Re: {message['Subject']}\n\nI agree.\n"
    assert read_reply(reply.encode()).code == code(office).replace("-", "")


def test_a_pack_says_what_keeps_a_reply_from_counting(office: Office, tmp_path: Path) -> None:
    office.edits("findings/adaptations-slow.md", "title: Disabled", "title: Many disabled")
    made = office.at("ann")("moderate", "pack", SLUG, "--out", str(tmp_path), "--today", "2004-06-14")
    assert "Not in it, because it is not saved: " in made.err
    assert f"No reply counts before it is handed in: reportkit moderate submit {SLUG}." in made.err


def test_messages_need_a_folder(office: Office) -> None:
    made = office.at("ann")("moderate", "pack", SLUG, "--eml", "--out", "pack.docx", "--today", "2004-06-14")
    assert (made.code, made.err) == (2, "--eml writes a message for each moderator. Name a folder with --out.\n")
