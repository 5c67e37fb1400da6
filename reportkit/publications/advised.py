"""Authorities that were advised to buy help in: no public paper names them [story 000]."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from reportkit.rules.landlord import same_landlord

_KIND: Final = re.compile(
    r"^(?:the )?(?:(?:london |royal )?borough (?:council )?of |city of )?(.+?)"
    r"(?: (?:london borough|metropolitan borough|metropolitan district|borough|city|district|county|town))?"
    r"(?: council)?$",
    re.IGNORECASE,
)
_SENTENCE_ENDS: Final = frozenset(".:!?")


def named(advised: Iterable[str], texts: Iterable[str], inspected: str) -> tuple[str, ...]:
    """The authorities among `advised` that a text names, as they stand in the list.

    A whole name counts wherever it stands, in small letters or large. A bare one (“Camden” for “Camden London Borough
    Council”) counts as it is written, and within a sentence: as its first word, “Reading” may be no place. `inspected`
    is the authority that the paper is about, whose name it must hold.
    """
    words = tuple(" ".join(text.split()) for text in texts)
    others = (name for name in dict.fromkeys(advised) if not same_landlord(name, inspected))
    return tuple(name for name in others if any(_tells(" ".join(name.split()), text) for text in words))


def _tells(name: str, text: str) -> bool:
    found = _KIND.match(name)
    bare = found[1] if found else name
    if bare != name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
        return True
    places = (each.start() for each in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", text))
    return any(not _begins_a_sentence(text, place) for place in places)


def _begins_a_sentence(text: str, place: int) -> bool:
    before = text[:place].rstrip(" “‘\"'(–-•·*0123456789")
    return not before or before[-1] in _SENTENCE_ENDS
