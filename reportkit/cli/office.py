"""LibreOffice, which makes PDF copies of Word files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from reportkit.gitstore.program import find_program


def office_program() -> str | None:
    """LibreOffice's full path: on PATH, or where macOS and Windows keep it; None where it is not installed.

    A relative entry of PATH is never looked in: what lies beside somebody's findings is not run.
    """
    known = find_program("soffice") or find_program("libreoffice")
    return known or next((str(place) for place in _usual_places(os.environ) if place.is_file()), None)


def _usual_places(surroundings: Mapping[str, str]) -> tuple[Path, ...]:
    windows = [surroundings[name] for name in ("ProgramFiles", "ProgramFiles(x86)") if name in surroundings]
    return (
        Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
        *(Path(folder) / "LibreOffice/program/soffice.exe" for folder in windows),
    )
