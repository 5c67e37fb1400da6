"""PDF copies of Word files, where LibreOffice is installed."""

from __future__ import annotations

from collections.abc import Iterable

from reportkit.actions.intent import Paper
from reportkit.cli.terminal_output import say
from reportkit.office.libreoffice import convert_to_pdf, find_libreoffice


def pdfs(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Return each paper as PDF, or none, and say why, where LibreOffice is not installed or does not make them all.

    Raises Trouble where there is no room for LibreOffice's work.
    """
    wanted = {paper.name: paper.data for paper in papers}
    program = find_libreoffice()
    if program is None:
        say("There are no PDF copies: LibreOffice is not installed here.", err=True)
        return ()
    made = convert_to_pdf(program, wanted)
    if len(made) != len(wanted):
        say("There are no PDF copies: LibreOffice did not make all of them.", err=True)
        return ()
    return tuple(Paper(name, data) for name, data in made.items())
