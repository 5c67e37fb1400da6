"""What a misspelt name was probably meant to be, by the one measure of how alike two names are."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import islice
from typing import Final

_ALIKE_ENOUGH: Final = 0.7
"""How much two names have in common, from 0 to 1: `beside` and `inside`, which mean different things, have 0.67."""

_TOO_MANY_TO_COMPARE = 500
_TOO_MANY_TO_LIST = 20
_LONGEST_NAME = 80
_ENOUGH_TO_BEGIN = 3


def most_similar(name: str, known: Iterable[str]) -> str:
    """Return the known name that is most like this one, or the only one that begins with it; or ""."""
    from difflib import get_close_matches  # only a misspelt name needs it

    names = tuple(known)
    return next(iter(get_close_matches(name, names, n=1, cutoff=_ALIKE_ENOUGH)), "") or _only_one_begun(name, names)


def did_you_mean(word: str, choices: Collection[str]) -> str:
    """Return the choice that was probably meant, or ""."""
    return _nearest(word.lower()[:_LONGEST_NAME], tuple(choices))


@lru_cache  # one misspelling often stands in thousands of files
def _nearest(word: str, choices: tuple[str, ...]) -> str:
    if len(choices) > _TOO_MANY_TO_COMPARE:
        alike = (choice for choice in choices if choice[:1] == word[:1] and abs(len(choice) - len(word)) <= 1)
        choices = tuple(islice(alike, _TOO_MANY_TO_COMPARE))
    by_letters = {choice.lower(): choice for choice in choices}
    return by_letters.get(most_similar(word, by_letters), "")


def _only_one_begun(word: str, choices: Collection[str]) -> str:
    """Return the only choice that begins with the word, such as `stock-investment` for `stock`; or ""."""
    begun = [choice for choice in choices if choice.startswith(word)] if len(word) >= _ENOUGH_TO_BEGIN else []
    return begun[0] if len(begun) == 1 else ""


def choose(word: str, choices: Collection[str]) -> str:
    """Return a remedy for a word that is none of the choices: the likeliest one, or all where they are few; or ""."""
    meant = did_you_mean(word, choices)
    if meant:
        return f"Did you mean `{meant}`?"
    listed = ", ".join(choices)
    return f"Choose one of: {listed}." if listed and len(choices) < _TOO_MANY_TO_LIST else ""
