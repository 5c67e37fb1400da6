"""PDF copies of Word files, where LibreOffice is installed."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from reportkit.actions.intent import Paper
from reportkit.office.libreoffice import convert_to_pdf, find_libreoffice


class PdfCopies(Struct, frozen=True):
    """The PDF copies of some documents, or a remark that says why there are none."""

    papers: tuple[Paper, ...] = ()
    remarks: tuple[str, ...] = ()


def pdf_copies(papers: Iterable[Paper]) -> PdfCopies:
    """Return each paper as PDF; none where LibreOffice is not installed or does not make all of them.

    Raises Trouble where there is no room for LibreOffice's work.
    """
    wanted = {paper.name: paper.data for paper in papers}
    program = find_libreoffice()
    if program is None:
        return PdfCopies(remarks=("There are no PDF copies: LibreOffice is not installed here.",))
    made = convert_to_pdf(program, wanted)
    if len(made) != len(wanted):
        return PdfCopies(remarks=("There are no PDF copies: LibreOffice did not make all of them.",))
    return PdfCopies(tuple(Paper(name, data) for name, data in made.items()))
