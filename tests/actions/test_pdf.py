"""PDF copies: of all documents or of none, and a sentence that says which."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.actions.intent import Paper
from reportkit.actions.pdf import PdfCopies, pdf_copies

ONE, TWO = Paper("one.docx", b"PK"), Paper("two.docx", b"PK")


@pytest.fixture
def libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for LibreOffice that makes a PDF of one.docx alone."""
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\necho '%PDF-1.7 %%EOF' > one.pdf\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("reportkit.actions.pdf.find_libreoffice", lambda: str(program))


def test_without_libreoffice_there_are_none_and_a_remark_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportkit.actions.pdf.find_libreoffice", lambda: None)
    assert pdf_copies([ONE]) == PdfCopies(remarks=("There are no PDF copies: LibreOffice is not installed here.",))


def test_a_document_that_libreoffice_makes_a_pdf_of_has_a_copy(libreoffice: None) -> None:
    assert pdf_copies(iter([ONE])) == PdfCopies((Paper("one.pdf", b"%PDF-1.7 %%EOF\n"),))


def test_where_libreoffice_makes_only_some_there_are_none_and_a_remark_says_so(libreoffice: None) -> None:
    assert pdf_copies([ONE, TWO]) == PdfCopies(
        remarks=("There are no PDF copies: LibreOffice did not make all of them.",)
    )
