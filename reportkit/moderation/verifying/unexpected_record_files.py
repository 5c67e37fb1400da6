"""Unexpected files where the record is kept: links, strays, and files that differ from what is saved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from reportkit.moderation.policy import POLICY
from reportkit.moderation.record import Record
from reportkit.moderation.verifying.file_history import is_kept
from reportkit.moderation.verifying.observation import Level, Observation
from reportkit.moderation.verifying.record_evidence import Exhibit, read

FILE: Final = "100644"
PROGRAM: Final = "100755"
"""What Git calls ordinary files; anything else is a link, or a repository within the repository."""


class RecordFilesState(Struct, frozen=True, kw_only=True):
    """The state of the record's files: `modes` are Git's kinds of every saved file below moderation/, by path.

    `unsaved` are the paths where the folder differs from that, each with whether anything is there; `to_follow` those
    that a command was stopped in before it had put them there.
    """

    modes: Mapping[str, str]
    unsaved: Mapping[str, bool]
    to_follow: frozenset[str] = frozenset()


def documents_of(exhibits: Iterable[Exhibit]) -> Iterator[str]:
    """Yield the paths of the documents that went out with these records, and of the replies that they rest on."""
    for exhibit in exhibits:
        record = read(exhibit) if exhibit.issued or exhibit.replies else None
        if isinstance(record, Record):
            yield from _documents_named(record)


def _documents_named(record: Record) -> Iterator[str]:
    """Yield the paths of the documents that went out with a record, and of the reply that it rests on."""
    folder = f"moderation/{record.inspection}"
    yield from (f"{folder}/issued/{document.name}" for document in record.issued)
    yield from (f"{folder}/replies/{record.reported.name}",) if record.reported else ()


def examine_places(state: RecordFilesState, named: Collection[str]) -> Iterator[Observation]:
    """Yield what is unexpected there. `named` are the paths of the documents and replies that records name."""
    kept = {path: mode for path, mode in state.modes.items() if is_kept(path) or path == POLICY}
    for path, mode in sorted(kept.items()):
        if mode not in (FILE, PROGRAM):
            yield _finding("forged", "link", path, "it is a link, or a repository of its own, where a file belongs")
        elif _is_stray(path, kept, named):
            yield _finding("incomplete", "stray", path, "no record names it")
    for path, there in sorted(state.unsaved.items()):
        if path in state.to_follow and path in kept:
            yield _to_follow(path)
        elif is_kept(path):
            yield _unsaved(path, there=there, saved=path in kept)


def _is_stray(path: str, kept: Mapping[str, str], named: Collection[str]) -> bool:
    """Return a signature without its record, or a document that none names.

    What is no record stands among the records.
    """
    if path.endswith(".sig") and "/records/" in path:
        return path.removesuffix(".sig") not in kept
    return path != POLICY and "/records/" not in path and path not in named


def _to_follow(path: str) -> Observation:
    """Return the next command that saves or records anything puts it there; Git itself would not know it."""
    what = "it is saved, and the command that was to put it in this folder was stopped half-way: "
    return _finding("incomplete", "to-follow", path, f"{what}`reportkit save {path.split('/')[1]}` puts it there")


def _unsaved(path: str, *, there: bool, saved: bool) -> Observation:
    if not saved:
        return _finding("incomplete", "stray-here", path, "it is in this folder, and no act put it there")
    if there:
        what = "it is not as saved, in this folder only: `git restore` puts it back"
        return _finding("incomplete", "altered-here", path, what)
    what = "it is saved, and is missing in this folder: `git restore` puts it back"
    return _finding("incomplete", "missing-here", path, what)


def _finding(level: Level, kind: str, path: str, what: str) -> Observation:
    return Observation(level=level, kind=kind, where=path, what=what)
