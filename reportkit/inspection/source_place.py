"""Where a value was written: the file and the line, so that every message can say so."""

from __future__ import annotations

from msgspec import Struct


class Place(Struct, frozen=True, order=True):
    """A file, relative to the project root with forward slashes, and a line from 1 (0: the file as a whole)."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Origin(Struct, frozen=True):
    """The file that a value was read from, and the line of each of its keys."""

    file: str
    lines: dict[str, int] = {}
    first: int = 1

    def at(self, key: str = "") -> Place:
        """Return the place of one key, of the nearest key around it that was written, or of the whole.

        A key inside another is a dotted path, with items of lists counted from 0: `team.0.role`.
        """
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return Place(self.file, self.lines.get(key, self.first))


NOWHERE = Origin("")
