"""How reading says what is wrong: problems, and the flaw that ends the reading of one file."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import islice

from msgspec import Struct, field

from reportkit.errors import Refused
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Origin, Place
from reportkit.printable import printable
from reportkit.similar_names import most_similar

_TOO_MANY_TO_COMPARE = 500
_TOO_MANY_TO_LIST = 20
_LONGEST_SHOWN = 600
_LONGEST_NAME = 80
_ENOUGH_TO_BEGIN = 3


class ValueFlaw(Exception):
    """A file that cannot be read on from here; `problem` says why. It never leaves this room."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def wrong(where: Place, message: str, remedy: str) -> Problem:
    """A problem of the file itself: what is wrong, without its full stop, and what to do."""
    place = Place(shown(where.file), where.line)
    message, remedy = shown(message), shown(remedy)
    return Problem(rule="file", level="error", state="wrong", where=place, message=message, remedy=remedy)


def shown(text: str) -> str:
    """Return the text in one line, not too long, and safe to print."""
    if len(text) > _LONGEST_SHOWN:
        text = f"{text[: _LONGEST_SHOWN // 2]}…{text[-_LONGEST_SHOWN // 4 :]}"
    return printable(text)


def refused(error: Refused, path: str) -> Problem:
    """What `Files.read` refused, as a problem of that path."""
    return wrong(Place(path), error.what, error.remedy)


def flaw(where: Place, message: str, remedy: str) -> ValueFlaw:
    """A flaw, ready to be raised."""
    return ValueFlaw(wrong(where, message, remedy))


class Report(Struct, frozen=True):
    """The problems of one file, gathered as it is read; places are found through its origin."""

    origin: Origin
    problems: list[Problem] = field(default_factory=list)

    def add(self, key: str, message: str, remedy: str) -> None:
        """Note a problem at a key ("" for the file as a whole)."""
        self.problems.append(wrong(self.origin.at(key), message, remedy))


def did_you_mean(word: str, choices: Collection[str]) -> str:
    """Return the choice that was probably meant, or ""."""
    return _nearest(word.lower()[:_LONGEST_NAME], tuple(choices))


@lru_cache  # one misspelling often stands in thousands of files
def _nearest(word: str, choices: tuple[str, ...]) -> str:
    if len(choices) > _TOO_MANY_TO_COMPARE:
        alike = (choice for choice in choices if choice[:1] == word[:1] and abs(len(choice) - len(word)) <= 1)
        choices = tuple(islice(alike, _TOO_MANY_TO_COMPARE))
    by_letters = {choice.lower(): choice for choice in choices}
    return by_letters.get(most_similar(word, by_letters) or _only_one_begun(word, by_letters), "")


def _only_one_begun(word: str, choices: Collection[str]) -> str:
    """Return the only choice that begins with the word, such as `stock-investment` for `stock`; or ""."""
    begun = [choice for choice in choices if choice.startswith(word)] if len(word) >= _ENOUGH_TO_BEGIN else []
    return begun[0] if len(begun) == 1 else ""


def choose(word: str, choices: Collection[str]) -> str:
    """A remedy for a word that is none of the choices: the likeliest one, or all of them where they are few."""
    meant = did_you_mean(word, choices)
    if meant:
        return f"Did you mean `{meant}`?"
    listed = ", ".join(choices)
    return f"Choose one of: {listed}." if listed and len(choices) < _TOO_MANY_TO_LIST else ""


def named(key: str) -> str:
    """What to call a key in a message: its last part that is no number."""
    return next((part for part in reversed(key.split(".")) if not part.isdigit()), key)
