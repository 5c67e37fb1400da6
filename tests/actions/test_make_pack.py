"""Making packs, called from Python."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reportkit.actions.intent import CopyFile
from reportkit.actions.make_pack import PackRequest, PreparedPack, carry_out, prepare_messages, prepare_pack
from reportkit.errors import Refused, WrongUse
from reportkit.mail.message import Correspondent, eml
from tests.actions.conftest import DAY, Sit
from tests.cli.moderate.conftest import SLUG

ANN = Correspondent("Ann Lee", "ann@example.org")


def test_a_pack_is_written_only_when_it_is_carried_out(sits: Sit, tmp_path: Path) -> None:
    pack = prepare_pack(sits("ann"), PackRequest(inspection=SLUG, out=str(tmp_path), today=DAY))
    assert list(tmp_path.iterdir()) == []
    (path,) = carry_out(pack)
    assert (path, path.read_bytes()) == (tmp_path / f"{SLUG}-pack.docx", pack.files[0].data)


def test_moderators_who_looked_at_the_same_get_the_same_pack(sits: Sit, tmp_path: Path) -> None:
    made = prepare_messages(sits("gus"), PackRequest(inspection=SLUG, out=str(tmp_path), today=DAY))
    people = [each.path.stem.rpartition("-")[2] for each in made.files]
    assert people == ["ann", "bob", "cat", "jo"]
    assert made.remarks[0].startswith("An administrator enters each reply: reportkit moderate sign-off")


def test_beside_each_message_are_its_words_to_copy(tmp_path: Path) -> None:
    data = eml(ANN, ANN, "The pack", "Dear Ann,\n\nhere it is.\n", (), dt.datetime(2004, 6, 14, tzinfo=dt.UTC))
    assert carry_out(PreparedPack(files=(CopyFile(tmp_path / "one.eml", data),), remarks=())) == (tmp_path / "one.eml",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.eml", "one.txt"]
    assert "Dear Ann,\r\n\r\nhere it is." in (tmp_path / "one.txt").read_bytes().decode()


def test_messages_go_into_a_folder(sits: Sit) -> None:
    with pytest.raises(WrongUse, match="--eml writes a message for each moderator"):
        prepare_messages(sits("gus"), PackRequest(inspection=SLUG, out="pack.docx", today=DAY))


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("x", encoding="utf-8")
    message = eml(ANN, ANN, "The pack", "Dear Ann", (), dt.datetime(2004, 6, 14, tzinfo=dt.UTC))
    files = (CopyFile(tmp_path / "one.eml", message), CopyFile(tmp_path / "in-the-way" / "two.eml", message))
    with pytest.raises(Refused, match="The document could not be written"):
        carry_out(PreparedPack(files=files, remarks=()))
    assert [path.name for path in tmp_path.iterdir()] == ["in-the-way"]
