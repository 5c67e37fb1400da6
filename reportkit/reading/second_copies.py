"""Second copies of an inspection's files that say something else: they are not read, and may be a person's work."""

from __future__ import annotations

from pathlib import PurePosixPath

from reportkit.errors import Refused
from reportkit.inspection.problem import Problem
from reportkit.inspection.same_words import same_words
from reportkit.inspection.source_place import Place
from reportkit.reading.files import Files
from reportkit.reading.folder import FolderFiles
from reportkit.reading.problems import wrong

_MESSAGE = "is a second copy, as sync folders make them, and holds other words; it is left out"
_REMEDY = "Compare it with the first, bring over what is missing, and delete it."


def second_copies(files: Files, slug: str) -> tuple[Problem, ...]:
    """Return a problem for each second copy in the inspection's folder whose words no other file there has.

    Only a folder on the disk has second copies: they are never saved.
    """
    if not isinstance(files, FolderFiles):
        return ()
    home = f"inspections/{slug}"
    copies = files.second_copies(home)
    firsts = files.under(home) if copies else ()
    return tuple(wrong(Place(path), _MESSAGE, _REMEDY) for path in copies if _says_more(files, path, firsts))


def _says_more(files: FolderFiles, path: str, firsts: tuple[str, ...]) -> bool:
    folder = PurePosixPath(path).parent
    beside = (each for each in firsts if PurePosixPath(each).parent == folder)
    copy = _bytes(files, path)
    return not any(same_words(copy, _bytes(files, each)) for each in beside)


def _bytes(files: FolderFiles, path: str) -> bytes:
    try:
        return files.read(path)
    except Refused:
        return b""
