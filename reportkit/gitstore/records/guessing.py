"""Which files came with which act, as far as what is saved now tells: the guesses that proofs begin with."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping
from typing import Final, TypeAlias

from reportkit.errors import Damaged, Newer
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.tree import TreeEntry
from reportkit.moderation.codec import parse, time_in_name
from reportkit.moderation.record_paths import SIGNATURE
from reportkit.moderation.verifying.unexpected_record_files import documents_named

Files: TypeAlias = Mapping[str, TreeEntry]
"""By path below moderation/."""

_Act: TypeAlias = tuple[str, str]
"""The time in the names of its records, and its inspection."""

_LAST: Final = "~"  # stands behind every inspection's name


class Guesses:
    """What each act brought: its records, their signatures, and the documents and replies that the records name."""

    def __init__(self, reader: ObjectReader, saved: Files) -> None:
        self._acts = _acts_in(saved)
        for act, path in _documents(reader, saved, self._acts):
            self._acts[act] = dict(sorted({**self._acts[act], path: saved[path]}.items()))
        self._order = sorted(self._acts)

    def at(self, seconds: int) -> Files:
        """What the newest act up to a time brought; nothing where there is none."""
        newest = bisect(self._order, (time_in_name(seconds), _LAST))
        return self._acts[self._order[newest - 1]] if newest else {}


def _acts_in(saved: Files) -> dict[_Act, dict[str, TreeEntry]]:
    acts: dict[_Act, dict[str, TreeEntry]] = {}
    beginning = len(time_in_name(0))
    for path, entry in saved.items():
        inspection, _, rest = path.partition("/")
        folder, _, name = rest.partition("/")
        if folder == "records":
            acts.setdefault((name[:beginning], inspection), {})[path] = entry
    return acts


def _documents(reader: ObjectReader, saved: Files, acts: Mapping[_Act, Files]) -> list[tuple[_Act, str]]:
    """The acts with the paths of the documents and replies that came with them, where there are any."""
    having = {path.partition("/")[0] for path in saved if "/issued/" in path or "/replies/" in path}
    records = [
        (act, entry.id)
        for act, files in acts.items()
        if act[1] in having
        for path, entry in files.items()
        if not path.endswith(SIGNATURE)
    ]
    contents = zip(records, reader.read([content for _, content in records]), strict=True)
    named = ((act, path) for (act, _), found in contents if found for path in _named_in(found.data))
    return [(act, path) for act, path in named if path in saved]


def _named_in(data: bytes) -> list[str]:
    try:
        return [path.removeprefix("moderation/") for path in documents_named(parse(data))]
    except (Damaged, Newer):  # which is told when it is judged
        return []
