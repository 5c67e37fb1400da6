"""The one measure of how alike two names are: it finds the name that a misspelt one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_ALIKE_ENOUGH: Final = 0.65
"""How much two names have in common, from 0 to 1: `sign` and `sign-off` have 0.67."""


def most_similar(name: str, known: Iterable[str]) -> str:
    """Return the known name that is most like this one, or ""."""
    from difflib import get_close_matches  # only a misspelt name needs it

    return next(iter(get_close_matches(name, tuple(known), n=1, cutoff=_ALIKE_ENOUGH)), "")
