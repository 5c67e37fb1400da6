"""Where templates come from: the organisation's own, and the shipped one for any it does not have."""

from __future__ import annotations

from pathlib import Path

from reportkit.errors import Refused
from reportkit.reading.decode import decode
from reportkit.reading.files import Files
from reportkit.reading.folder import FolderFiles
from reportkit.reading.problems import ValueFlaw
from reportkit.shipped import shipped
from reportkit.wording.values import Template

FOLDER = "templates"
HOUSE = f"{FOLDER}/house.docx"
_ENDING = ".j2"


def templates(root: Path) -> dict[str, Template]:
    """Return every template by its name, such as `letters/score.md.j2`; the project's own come before the shipped ones.

    Raises Refused for one that is no readable text, and for a folder that is a link.
    """
    if (root / FOLDER).is_symlink():
        raise Refused("is a link to another place", where=FOLDER, remedy="Put the folder itself here.")
    return templates_among(FolderFiles(root))


def templates_among(own: Files) -> dict[str, Template]:
    """Return the same where the project's own are these files: those that were signed, say."""
    return {**_shipped(), **_own(own)}


def house(root: Path) -> bytes:
    """Return the house file, which gives documents their look: the project's own or the shipped one.

    Raises Refused for a folder of that name, which would be passed over for the shipped one.
    """
    if (root / HOUSE).is_dir():
        raise Refused("is a folder", where=HOUSE, remedy="Put the Word document itself here, or take the folder away.")
    return house_among(FolderFiles(root))


def house_among(own: Files) -> bytes:
    """Return the same where the project's own are these files."""
    return own.read(HOUSE) if HOUSE in own.under(FOLDER) else (shipped() / HOUSE).read_bytes()


def _shipped() -> dict[str, Template]:
    """Read as they come: an installer may have put links in their place."""
    folder = shipped() / FOLDER
    return {
        name: Template(name, path.read_text(encoding="utf-8"), f"{FOLDER}/{name}")
        for path in folder.rglob(f"*{_ENDING}")
        for name in [path.relative_to(folder).as_posix()]
    }


def _own(files: Files) -> dict[str, Template]:
    return {
        name: Template(name, _text(files, path), path)
        for path in files.under(FOLDER)
        if path.endswith(_ENDING)
        for name in [path.removeprefix(f"{FOLDER}/")]
    }


def _text(files: Files, path: str) -> str:
    """Return the file's text. Raises Refused, with its line, where it is not readable text."""
    try:
        return decode(files.read(path), path)
    except ValueFlaw as found:
        problem = found.problem
        raise Refused(problem.message, where=str(problem.where), remedy=problem.remedy) from None
