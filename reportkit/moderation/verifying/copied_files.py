"""Files that were copied with a renamed folder, and went with it when the renaming was put back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def copies_gone(
    lost: Iterable[str], contents: Mapping[str, str], order: Mapping[str, int], now: Mapping[str, str]
) -> Iterator[str]:
    """Yield each lost file of the record that was a copy of another inspection's file, which is there.

    A record names its inspection, so that a copy of it never counted elsewhere. `contents` are those of every file
    that was ever brought, `order` tells which came first, `now` is what is there.
    """
    there = {(_place(path), content): path for path, content in now.items() if path in order}
    for path in dict.fromkeys(lost):
        original = there.get((_place(path), contents.get(path, "")))
        if original and path not in now and order[original] <= order[path]:
            yield path


def _place(path: str) -> str:
    """Return a file's name with the folder that it is kept in, without the inspection's."""
    return path.split("/", 2)[2]
