"""PDF copies of Word files, where LibreOffice is installed."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from reportkit.cli.moderating.recording import Paper
from reportkit.cli.office import office_program
from reportkit.cli.saying import say

_SECONDS = 120


def pdfs(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Each paper as PDF; none, and it is said, where there is no LibreOffice, or it does not manage all of them."""
    wanted = tuple(papers)
    made = _made(wanted)
    if len(made) != len(wanted):
        say("There are no PDF copies: LibreOffice is not installed here, or did not make them.", err=True)
        return ()
    return made


def _made(wanted: tuple[Paper, ...]) -> tuple[Paper, ...]:
    """The copies that could be made."""
    program = office_program()
    if program is None:
        return ()
    with tempfile.TemporaryDirectory(prefix="reportkit-pdf-") as folder:
        return _converted(program, Path(folder), wanted)


def _converted(program: str, folder: Path, papers: tuple[Paper, ...]) -> tuple[Paper, ...]:
    for paper in papers:
        (folder / paper.name).write_bytes(paper.data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # so that an open LibreOffice is no hindrance
    words = [program, profile, "--headless", "--convert-to", "pdf", *(paper.name for paper in papers)]
    try:
        subprocess.run(
            words,
            cwd=folder,
            env={**os.environ, "HOME": os.fspath(folder)},
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    files = ((folder / paper.name).with_suffix(".pdf") for paper in papers)
    return tuple(Paper(file.name, file.read_bytes()) for file in files if file.is_file())
