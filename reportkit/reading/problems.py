"""How reading says what is wrong: problems, and the flaw that ends the reading of one file."""

from __future__ import annotations

from msgspec import Struct, field

from reportkit.errors import Refused
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Origin, Place
from reportkit.printable import shown


class ValueFlaw(Exception):
    """A file that cannot be read on from here; `problem` says why. It never leaves this room."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def wrong(where: Place, message: str, remedy: str) -> Problem:
    """Return a problem of the file itself: what is wrong, without its full stop, and what to do."""
    place = Place(shown(where.file), where.line)
    message, remedy = shown(message), shown(remedy)
    return Problem(rule="file", level="error", state="wrong", where=place, message=message, remedy=remedy)


def refused(error: Refused, path: str) -> Problem:
    """Return what `Files.read` refused, as a problem of that path."""
    return wrong(Place(path), error.what, error.remedy)


def flaw(where: Place, message: str, remedy: str) -> ValueFlaw:
    """Return a flaw, ready to be raised."""
    return ValueFlaw(wrong(where, message, remedy))


class Report(Struct, frozen=True):
    """The problems of one file, gathered as it is read; places are found through its origin."""

    origin: Origin
    problems: list[Problem] = field(default_factory=list)

    def add(self, key: str, message: str, remedy: str) -> None:
        """Note a problem at a key ("" for the file as a whole)."""
        self.problems.append(wrong(self.origin.at(key), message, remedy))


def named(key: str) -> str:
    """Return what to call a key in a message: its last part that is no number."""
    return next((part for part in reversed(key.split(".")) if not part.isdigit()), key)
