"""The strokes of Markdown's tables, read as they are written: the parser keeps silent about those it cannot use."""

from __future__ import annotations

import re

_DIVIDER = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*|\s*\|\s*:?-+:?\s*\|\s*")
_CELL_END = re.compile(r"(?<!\\)\|")


def stray_dividers(content: str) -> list[int]:
    """Return the lines of a paragraph, from 0, that were meant to divide a table's head from its rows.

    Such a table would come out as a paragraph full of strokes.
    """
    return [number for number, line in enumerate(content.split("\n")) if number and _DIVIDER.fullmatch(line)]


def cells_in(line: str) -> int:
    """Return how many cells a line of a table was written with."""
    written = line.strip().removeprefix("|")
    if written.endswith("|") and not written.endswith("\\|"):
        written = written[:-1]
    return len(_CELL_END.split(written))
