"""LibreOffice: where it is, and the one way in which it is started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from reportkit.errors import Trouble
from reportkit.programs import find_program

_SECONDS: Final = 120
_TAGGED_PDF: Final = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'  # for screen readers


def find_libreoffice() -> str | None:
    """Return LibreOffice's full path: on PATH, or where macOS and Windows keep it; None where it is not installed."""
    known = find_program("soffice") or find_program("libreoffice")
    return known or next((str(place) for place in _usual_places(os.environ) if place.is_file()), None)


def _usual_places(environment: Mapping[str, str]) -> tuple[Path, ...]:
    windows = [environment[name] for name in ("ProgramFiles", "ProgramFiles(x86)") if name in environment]
    return (
        Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
        *(Path(folder) / "LibreOffice/program/soffice.exe" for folder in windows),
    )


def convert_to_pdf(program: str, documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the tagged PDFs that LibreOffice, which is `program`, makes of Word files, by name.

    A document that it makes no whole PDF of is left out: all of them where it fails, cannot be started or takes too
    long. Raises Trouble where there is no room for its folder.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="reportkit-office-", ignore_cleanup_errors=True) as folder:
            return _converted(program, Path(folder), documents)
    except OSError as error:
        raise Trouble(
            f"LibreOffice could not be given a folder for its work: {error.strerror or error}",
            where=str(error.filename or ""),
            remedy="Make room there, or name a folder on another disk in TMPDIR, and try again.",
        ) from error


def _converted(program: str, folder: Path, documents: Mapping[str, bytes]) -> dict[str, bytes]:
    work, environment = folder / "documents", _environment(folder)
    work.mkdir()
    for name, data in documents.items():
        (work / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # so that an open LibreOffice is no hindrance
    words = [program, profile, "--headless", "--convert-to", _TAGGED_PDF, *(str(work / name) for name in documents)]
    _run(words, work, environment)
    files = ((work / name).with_suffix(".pdf") for name in documents)
    made = {file.name: file.read_bytes() for file in files if file.is_file()}
    return {name: data for name, data in made.items() if _is_whole(data)}


def _environment(folder: Path) -> dict[str, str]:
    """Return the user's environment with a home and a temporary folder of the run's own, which are made.

    LibreOffice deletes everything in its temporary folder when the disk is too full for a folder of its own there.
    """
    home, temporary = folder / "home", folder / "temporary"
    home.mkdir()
    temporary.mkdir()
    return {**os.environ, "HOME": str(home), **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(temporary))}


def _run(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
    """Run a program in `folder` until it ends, or end it when it takes too long or the user stops it."""
    with suppress(OSError, subprocess.TimeoutExpired):
        process = subprocess.Popen(
            words,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            process.communicate(timeout=_SECONDS)
        except BaseException:
            _end(process)
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and those that it started: `soffice` only waits for the one that does the work."""
    if sys.platform == "win32":
        process.kill()
        process.wait()
        return
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()  # its output ends when the last of them has: none writes into the folder any longer


def _is_whole(data: bytes) -> bool:
    """Return whether these bytes have a PDF's beginning and end. On a full disk a file is cut off."""
    return data.startswith(b"%PDF-") and b"%%EOF" in data[-1024:]
