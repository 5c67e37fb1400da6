"""Handing a finished file over: whole or not at all, and never over one that is open in Word."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

from reportkit.errors import Refused, WrongUse
from reportkit.workspace.write_files import written_beside


def word_file(place: Path, name: str) -> Path:
    """Return where a Word file goes: `place`, or `name` in it where that is a folder.

    Raises WrongUse for a name that Word would not open.
    """
    if os.path.isdir(place) or not place.suffix:  # noqa: PTH112  Path.is_dir raises for a name that is too long
        return place / name
    if place.suffix.lower() != ".docx":
        raise WrongUse(f"`{place.name}` does not end in .docx", remedy="Name a Word file, or a folder.")
    return place


def deliver(target: Path, data: bytes) -> Path:
    """Write `data` to `target`, or beside it under the next free name where that one is open.

    Returns where it is. The file is written under a temporary name, synced, then renamed, so that a
    power cut leaves the old one or the new one. Raises Refused where the folder cannot be written.
    """
    with prepared(target, data) as put:
        return put()


@contextmanager
def prepared(target: Path, data: bytes) -> Iterator[Callable[[], Path]]:
    """Have everything ready to deliver: what is yielded gives the written file its name, and says where it is.

    Where that is not called, nothing is left. Raises as `deliver` does, here or when it is called.
    """
    with ExitStack() as until_then:
        with _disk_said(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = until_then.enter_context(written_beside(target, data))

        def put() -> Path:
            with _disk_said(target):
                return _renamed(beside, target)

        yield put


@contextmanager
def _disk_said(target: Path) -> Iterator[None]:
    """Turn what the disk refuses into a sentence."""
    try:
        yield
    except OSError as error:
        raise Refused(
            f"The document could not be written: {error.strerror or error}",
            where=str(target),
            remedy="Choose another place with --out, or make room, then try again.",
        ) from error


def _renamed(written: Path, target: Path) -> Path:
    for name in _names_for(target):
        if _is_open(name):
            continue
        try:
            written.replace(name)
        except PermissionError:  # Windows: a program holds it
            continue
        return name
    raise Refused("No free name was found for the document", where=str(target), remedy="Close some of its copies.")


def _names_for(target: Path) -> Iterator[Path]:
    """Yield the name itself, then "name (2)", "name (3)" … as far as 99."""
    yield target
    yield from (target.with_stem(f"{target.stem} ({number})") for number, _ in zip(count(2), range(98), strict=False))


def _is_open(path: Path) -> bool:
    """Return whether Word (`~$name`) or LibreOffice (`.~lock.name#`) says that it has the file open."""
    word = path.with_name("~$" + path.name), path.with_name("~$" + path.name[2:])
    return any(lock.exists() for lock in (*word, path.with_name(f".~lock.{path.name}#")))
