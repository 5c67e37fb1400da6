"""PDF copies: made by LibreOffice where it is, and never half a set."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from reportkit.cli.issuing.pdf import pdfs
from reportkit.cli.moderating.recording import Paper
from reportkit.cli.office import office_program
from reportkit.publications.letters import letter
from reportkit.word.write import write
from tests.publications.scores import ISSUER, announcement, shipped

HOUSE = Path(__file__).parents[3] / "templates" / "house.docx"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_a_letter_becomes_a_pdf() -> None:
    data = write(letter(announcement(), "odpm", ISSUER, shipped()), HOUSE.read_bytes())
    (made,) = pdfs([Paper("letter.docx", data)])
    assert (made.name, made.data[:5]) == ("letter.pdf", b"%PDF-")


def test_libreoffice_is_found_where_windows_keeps_it_and_never_in_the_folder_one_works_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "LibreOffice/program/soffice.exe"
    program.parent.mkdir(parents=True)
    program.write_text("", encoding="utf-8")
    beside = tmp_path / "soffice"
    beside.write_text("#!/bin/sh\n", encoding="utf-8")
    beside.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f".{os.pathsep}")
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert office_program() == str(program)


def test_without_libreoffice_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportkit.cli.issuing.pdf.office_program", lambda: None)
    assert pdfs([Paper("letter.docx", b"PK")]) == ()


def test_a_program_that_makes_only_some_makes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\necho %PDF > one.pdf\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("reportkit.cli.issuing.pdf.office_program", lambda: str(program))
    assert pdfs([Paper("one.docx", b"PK"), Paper("two.docx", b"PK")]) == ()
    assert [paper.name for paper in pdfs([Paper("one.docx", b"PK")])] == ["one.pdf"]


def test_a_program_that_cannot_be_started_makes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportkit.cli.issuing.pdf.office_program", lambda: str(tmp_path / "nowhere"))
    assert pdfs([Paper("one.docx", b"PK")]) == ()
