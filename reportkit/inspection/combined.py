"""What two people's versions of one file come to when they are brought together by meaning."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class Combined(Struct, frozen=True):
    """Everything that either person changed, once with our value of each field that both changed, once with theirs.

    `fields` names those fields. Where there is none, `ours` and `theirs` are the same bytes.
    """

    ours: bytes
    theirs: bytes
    fields: tuple[str, ...] = ()


Combine = Callable[[str, bytes | None, bytes, bytes], Combined | None]
"""Bring together the file at a path: the common version (None: there was none), ours and theirs.

None where a file is not of a kind that can be, or cannot be read: then both versions are kept whole.
"""


def keep_whole(path: str, base: bytes | None, ours: bytes, theirs: bytes) -> None:
    """Combine nothing: both versions are kept whole."""
