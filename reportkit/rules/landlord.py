"""Whether two names mean the same landlord, however formally each is written."""

from __future__ import annotations

import re
from typing import Final

_FORMALITIES: Final = frozenset({
    "the", "of", "and", "city", "town", "county", "royal", "london", "metropolitan", "borough", "district", "unitary",
    "council", "authority", "mbc", "lbc",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


def same_landlord(one: str, other: str) -> bool:
    """Return whether the words that are left without “Borough”, “Council” and the like are the same."""
    words = telling_words(one)
    return bool(words) and words == telling_words(other)


def telling_words(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others, in small letters: “City of York Council” gives “york”."""
    return frozenset(_WORD.findall(name.casefold())) - _FORMALITIES
