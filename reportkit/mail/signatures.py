"""The signature of a person within or below what they wrote, which is no part of it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

from msgspec import Struct

from reportkit.mail.courtesies import names_in, without_courtesies
from reportkit.mail.left_out import DOUBT
from reportkit.mail.reply_context import words_of

_REACHED = re.compile(r"\S@\S|\d[\d ()-]{6,}\d|\bwww\.|https?://", re.IGNORECASE)
_FULL_NAME: Final = 2


class UnsignedWords(Struct, frozen=True):
    """Words without the writer's signature, and the lines of it."""

    words: str
    signature: tuple[str, ...]


def without_signature(words: str, name: str, people: str) -> UnsignedWords:
    """Return words without the lines of a signature: from the writer's own name on, as far as they say nothing.

    `people` are the names that such lines may hold besides. What stands below the signature goes on.
    """
    names = names_in(f"{name} {people}")
    kept: list[str] = []
    cut: list[str] = []
    for is_text, group in groupby(words.split("\n"), bool):
        lines = list(group)
        begins = _begins(lines, name, names, signed=bool(cut)) if is_text else len(lines)
        kept += lines[:begins]
        cut += lines[begins:]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip(" \n.…")
    return UnsignedWords(text, tuple(cut)) if text else UnsignedWords(words, ())


def _begins(lines: list[str], name: str, names: frozenset[str], *, signed: bool) -> int:
    """Return the place in a paragraph from which on it is a signature, its length where it has none."""
    for place, line in enumerate(lines):
        own = _is_own_name(line, name, alone=place == 0)
        reached = signed or (place == 0 and any(map(_REACHED.search, lines)))
        if (own or (place == 0 and reached)) and not without_courtesies(lines[place:], names, DOUBT):
            return place
    return len(lines)


def _is_own_name(line: str, name: str, *, alone: bool) -> bool:
    """Return whether a line is the writer's name: in full, or on a paragraph's first line any of it."""
    own, said = words_of(name), words_of(line)
    known = set(own) & set(said)
    return bool(known) and set(said) <= {*own, *(word[0] for word in own)} and (alone or len(said) >= _FULL_NAME)
