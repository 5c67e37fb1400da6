"""A wrong guess at a command: which one was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable


def hint(name: str, known: Iterable[str], listing: str) -> str:
    """The remedy for a name that is none of those known: the likeliest of them, or the command that lists them."""
    from difflib import get_close_matches  # only a wrong guess needs it

    near = get_close_matches(name, known, n=1)
    return f"Did you mean '{near[0]}'?" if near else f"`{listing}` lists them."
