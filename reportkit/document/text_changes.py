"""Two texts → the words that differ, each in its surroundings: what a reader who knew the first must read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from msgspec import Struct

from reportkit.document.blocks import Text

AROUND: Final = 6
"""Unchanged words that are shown beside a change; what lies further off is cut."""

MOST: Final = 1_000_000
"""Pairs of words that are compared. Where two texts differ from end to end and have more, all counts as changed."""

_WORDS = re.compile(r"\n\s*\n|\S+")
_CUT = "…"
_PARAGRAPH = "¶"


class Difference(Struct, frozen=True):
    """The same stretches of both texts: words that only one of them has are bold, `…` stands for words left out.

    A new paragraph counts as a word, `¶`. Both are empty where no word differs.
    """

    before: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()


class _Stretch(Struct, frozen=True):
    """Words that stand together in each text, and whether they are the same."""

    before: list[str]
    after: list[str]
    same: bool


def difference(before: str, after: str) -> Difference:
    """Compare two texts word by word; spaces and the ends of lines do not count."""
    old, new = _words(before), _words(after)
    if old == new:
        return Difference()
    stretches = [_cut(each, place) for each, place in _placed(list(_stretches(old, new)))]
    return Difference(
        _runs([(each.before, each.same) for each in stretches]), _runs([(each.after, each.same) for each in stretches])
    )


def _words(text: str) -> list[str]:
    return [word if word.strip() else _PARAGRAPH for word in _WORDS.findall(text.strip())]


def _stretches(old: list[str], new: list[str]) -> Iterator[_Stretch]:
    """Yield what both begin with, what differs, what both end with: the ends cost nothing, and are most of a text."""
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    yield _Stretch(old[:first], new[:first], same=True)
    yield from _between(old[first : len(old) - last], new[first : len(new) - last])
    yield _Stretch(old[len(old) - last :], new[len(new) - last :], same=True)


def _between(old: list[str], new: list[str]) -> Iterator[_Stretch]:
    if len(old) * len(new) > MOST:
        yield _Stretch(old, new, same=False)
        return
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield _Stretch(old[start:end], new[new_start:new_end], same=kind == "equal")


def _common(one: list[str], other: list[str]) -> int:
    """Return how many words two lists begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def _placed(stretches: list[_Stretch]) -> Iterator[tuple[_Stretch, tuple[bool, bool]]]:
    """Return each stretch, and whether something stands before it and behind it."""
    last = len(stretches) - 1
    return ((each, (place > 0, place < last)) for place, each in enumerate(stretches))


def _cut(stretch: _Stretch, beside: tuple[bool, bool]) -> _Stretch:
    """Return the stretch with its words far from any change left out."""
    head, tail = (AROUND if near else 0 for near in beside)
    words = stretch.before
    if not stretch.same or len(words) <= head + tail:
        return stretch
    kept = [*words[:head], _CUT, *words[len(words) - tail :]]
    return _Stretch(kept, kept, same=True)


def _runs(stretches: list[tuple[list[str], bool]]) -> tuple[Text, ...]:
    filled = [(" ".join(words), same) for words, same in stretches if words]
    last = len(filled) - 1
    return tuple(
        Text(words if place == last else f"{words} ", bold=not same) for place, (words, same) in enumerate(filled)
    )
