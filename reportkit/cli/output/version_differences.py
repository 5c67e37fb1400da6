"""The versions of a file that two people changed at once, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from reportkit.printable import printable

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.gitstore.conflicts import Side, Torn

_AROUND = 2  # lines that are equal, before and after each difference


def version_differences(torn: Torn) -> Iterator[str]:
    """Yield the lines that show how each other version differs from the one in its place."""
    first, *others = torn.sides
    for other in others:
        yield f"{torn.path}"
        yield f"  - {first.who}, in its place{'' if first.data is not None else ' (removed)'}"
        yield f"  + {other.who}, kept beside it{'' if other.data is not None else ' (removed)'}"
        yield from _lines(first, other)


def _lines(first: Side, other: Side) -> Iterator[str]:
    one, two = (_text(side).splitlines() for side in (first, other))
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    for group in matcher.get_grouped_opcodes(_AROUND):
        yield f"  line {group[0][1] + 1}:"
        for how, start, end, from_, to in group:
            if how == "equal":
                yield from (f"      {text}" for text in one[start:end])
            else:
                yield from (f"    - {text}" for text in one[start:end])
                yield from (f"    + {text}" for text in two[from_:to])


def _text(side: Side) -> str:
    """Return the text as a terminal may show it, with every invisible character spelt out."""
    text = (side.data or b"").decode("utf-8", "replace")
    return printable(text.replace("\r\n", "\n"), keep="\n\t")
