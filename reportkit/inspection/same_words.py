"""Whether two files say the same: a byte-order mark and line ends are no words."""

from __future__ import annotations

_BOM = b"\xef\xbb\xbf"
_TEXTS = (".md", ".yaml", ".csv")


def is_text(path: str) -> bool:
    """Return whether a file of this name is a text that a person writes."""
    return path.endswith(_TEXTS)


def same_words(one: bytes, other: bytes) -> bool:
    """Return whether two texts differ in nothing but a byte-order mark and how their lines end."""
    return one == other or _words(one) == _words(other)


def _words(data: bytes) -> bytes:
    return data.removeprefix(_BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
