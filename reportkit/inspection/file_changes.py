"""Files of an inspection's folder that changed, and how an inspector would say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

How = Literal["added", "changed", "removed"]


class FileChange(Struct, frozen=True, order=True):
    """One file that differs from the last version; `path` is relative to the inspection's folder."""

    path: str
    how: How


# What one file of a folder is called, and several.
_COUNTED = {
    "findings": ("finding", "findings"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "recommendations": ("recommendation", "recommendations"),
    "narrative": ("narrative text", "narrative texts"),
    "": ("other file", "other files"),
}
_NAMED = {
    "inspection.yaml": "particulars",
    "drivers-and-barriers.yaml": "drivers and barriers",
    "indicators.csv": "performance indicators",
    "support-services.yaml": "support services",
    "best-value-reviews.yaml": "Best Value reviews",
    "earlier.yaml": "what is traced from before",
    "answers.yaml": "answers",
    "casework.yaml": "casework",
}
_HOW: tuple[How, ...] = ("changed", "added", "removed")


def in_words(changes: tuple[FileChange, ...]) -> str:
    """Return the changes in an inspector's words.

    For example: "3 findings changed, 1 piece of evidence added, particulars changed".
    """
    return ", ".join([*_counted(changes), *_named(changes)]) or "nothing changed"


def _counted(changes: tuple[FileChange, ...]) -> Iterator[str]:
    counts = Counter((_folder(change.path), change.how) for change in changes if change.path not in _NAMED)
    for folder, (one, several) in _COUNTED.items():
        for how in _HOW:
            if count := counts[folder, how]:
                yield f"{count} {one if count == 1 else several} {how}"


def _named(changes: tuple[FileChange, ...]) -> Iterator[str]:
    hows = {change.path: change.how for change in changes}
    return (f"{words} {hows[path]}" for path, words in _NAMED.items() if path in hows)


def _folder(path: str) -> str:
    folder, _, rest = path.partition("/")
    return folder if rest and folder in _COUNTED else ""
