"""What every command is given: where it was started, and whether it may ask."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reportkit.errors import ReportkitError, WrongUse

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.inspection.repository import Repository

INSPECTIONS = "inspections"


class Session:
    """One run of the program. The project's root is looked for only when a command needs it."""

    def __init__(self, start: Path, *, asks: bool) -> None:
        self.start = start
        self._asks = asks

    @property
    def may_ask(self) -> bool:
        """Whether a person is there to answer: a terminal on both sides, and not `--no-input`."""
        return self._asks and sys.stdin.isatty() and sys.stderr.isatty()

    @cached_property
    def place(self) -> Path:
        """The project's root, found by walking up, whatever is in it. Raises WrongUse where there is none."""
        from reportkit.reading.root import find_root  # reading is heavy; `--help` needs none of it

        return find_root(self.start)

    @cached_property
    def repository(self) -> Repository:
        """What reportkit.yaml says. Raises Unreadable where it cannot be read, or a newer reportkit made it."""
        from reportkit.reading.folder import FolderFiles
        from reportkit.reading.repository import read_repository

        return read_repository(FolderFiles(self.place))

    @cached_property
    def root(self) -> Path:
        """The project's root, once it is known to be ours to read: no command goes on in another.

        Raises WrongUse or Unreadable.
        """
        _ = self.repository
        return self.place

    def inspection(self, given: str | None) -> str:
        """The inspection's name: as given, or the one whose folder the command was started in.

        Raises WrongUse where no inspection has that name, or none was named.
        """
        name = given or self.inspection_here()
        there = inspection_names(self.root)
        if name is None:
            names = ", ".join(there) or "none yet (`reportkit new` makes one)"
            raise WrongUse("It is not clear which inspection is meant", remedy=f"Name it; there are: {names}.")
        if name not in there:
            raise self._no_such_inspection(name, there)
        return name

    def output(self, given: Path | None, folder: str = "") -> Path:
        """Where what is made goes: the place that was given, or out/ in the project, or a folder of that name in it."""
        return self.start / given if given else self.root / "out" / folder

    def _no_such_inspection(self, name: str, there: tuple[str, ...]) -> WrongUse:
        """What to say of a wrong name: others may have begun the inspection, where this copy has a shared place."""
        from reportkit.gitstore.remote import has_shared_place  # only a wrong guess needs these
        from reportkit.reading.inspection import no_such_inspection

        error = no_such_inspection(name, there)
        with suppress(ReportkitError):  # a folder that is not in Git is shared with nobody
            if has_shared_place(self.root):
                return WrongUse(error.what, remedy=f"{error.remedy} What others began comes in with `reportkit sync`.")
        return error

    def inspection_here(self) -> str | None:
        """The inspection whose folder the command was started in, or None."""
        start, folder = self.start.resolve(), (self.root / INSPECTIONS).resolve()
        if folder not in start.parents:
            return None
        return start.relative_to(folder).parts[0]


def inspection_names(root: Path) -> tuple[str, ...]:
    """The inspections' names, from the folders alone: nothing is read."""
    folder = root / INSPECTIONS
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as entries:  # there may be thousands
        return tuple(sorted(entry.name for entry in entries if entry.is_dir() and not entry.name.startswith(".")))
