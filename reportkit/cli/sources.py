"""Where templates come from: the organisation's own, and the shipped one for any it does not have."""

from __future__ import annotations

from pathlib import Path

from reportkit.errors import Refused
from reportkit.shipped import shipped
from reportkit.wording.values import Template

FOLDER = "templates"
HOUSE = "house.docx"
_ENDING = ".j2"


def templates(root: Path) -> dict[str, Template]:
    """Every template by its name, such as `letters/score.md.j2`; the project's own come before the shipped ones."""
    found: dict[str, Template] = {}
    for folder in (shipped() / FOLDER, root / FOLDER):
        for path in sorted(folder.rglob(f"*{_ENDING}")):
            name = path.relative_to(folder).as_posix()
            found[name] = Template(name, _text(path, name), f"{FOLDER}/{name}")
    return found


def house(root: Path) -> bytes:
    """The house file, which gives documents their look: the project's own or the shipped one."""
    own = root / FOLDER / HOUSE
    return _bytes(own if own.is_file() else shipped() / FOLDER / HOUSE, HOUSE)


def _text(path: Path, name: str) -> str:
    """A byte order mark and Windows line ends are fine."""
    try:
        return _bytes(path, name).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Refused(
            f"The template is not UTF-8 at byte {error.start}",
            where=f"{FOLDER}/{name}",
            remedy="Save it again as UTF-8 (in Notepad: Save As, Encoding).",
        ) from error


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(
            f"The template cannot be read: {error.strerror}", where=f"{FOLDER}/{name}", remedy="Look at its rights."
        ) from error
