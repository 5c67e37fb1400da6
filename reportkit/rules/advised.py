"""Authorities that were advised to buy help in: no public paper names them [story 000].

The rule on texts and the reading of a finished report ask here, so that both find the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from reportkit.rules.landlord import same_landlord

_KIND: Final = re.compile(
    r"^(?:the )?(?:(?:london |royal )?borough (?:council )?of |city of )?(.+?)"
    r"(?: (?:london borough|metropolitan borough|metropolitan district|borough|city|district|county|town))?"
    r"(?: council)?$",
    re.IGNORECASE,
)
_ADDRESS: Final = (
    r"(?:Street|Road|Lane|Avenue|Close|Court|House|Square|Terrace|Drive|Gardens|Grove|Crescent|Place|Way|Walk|Hill"
    r"|Park|Green|Row|Mews|Tower|Estate|Bridge|Station|Wharf|Lock|Market)"
)
_SENTENCE_ENDS: Final = frozenset(".:!?")


def named(advised: Iterable[str], texts: Iterable[str], inspected: str) -> tuple[str, ...]:
    """Return the authorities among `advised` that a text names, as they stand in the list.

    `inspected` is the authority that the paper is about, whose name it must hold.
    """
    words = tuple(texts)
    return tuple(
        name for name in others_advised(advised, inspected) if any(next(mentions(name, text), None) for text in words)
    )


def others_advised(advised: Iterable[str], inspected: str) -> Iterator[str]:
    """Return each authority that was advised once, without the one that the paper is about."""
    return (name for name in dict.fromkeys(advised) if not same_landlord(name, inspected))


def mentions(name: str, text: str) -> Iterator[re.Match[str]]:
    """Return each place where a text names an authority.

    A whole name counts wherever it stands, in small letters or large. A bare one (“Camden” for “Camden London Borough
    Council”) counts as it is written, and within a sentence: as its first word, “Reading” may be no place. In the name
    of a street or a building (“Camden Street”) it does not count.
    """
    whole, bare = _patterns(" ".join(name.split()))
    if whole:
        yield from whole.finditer(text)
    yield from (found for found in bare.finditer(text) if not _begins_a_sentence(text, found.start()))


@lru_cache
def _patterns(name: str) -> tuple[re.Pattern[str] | None, re.Pattern[str]]:
    found = _KIND.match(name)
    bare = found[1] if found else name
    whole = re.compile(rf"(?<!\w){_spaced(name)}(?!\w)", re.IGNORECASE) if bare != name else None
    return whole, re.compile(rf"(?<!\w){_spaced(bare)}(?!\w)(?!\s+{_ADDRESS}\b)")


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _begins_a_sentence(text: str, place: int) -> bool:
    before = text[:place].rstrip(" \n\t“‘\"'(–-•·*0123456789")
    return not before or before[-1] in _SENTENCE_ENDS
