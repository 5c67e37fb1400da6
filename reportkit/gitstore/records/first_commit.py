"""Which commit brought each record: the newest that added its file, found from the newest version backwards."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportkit.gitstore.git_program import Conversation, converse
from reportkit.gitstore.records.paths import inside

_PLAIN = "-c log.showRoot=true log --no-renames --no-relative --no-show-signature --no-follow -O/dev/null"
_LOG = (*_PLAIN.split(), "--format=%x01%H", "--name-only", "--diff-filter=A", "-z")


def brought_by(root: Path, version: str, folder: str, names: Iterable[str]) -> dict[str, str]:
    """Return the commit that added each of these files of a folder, by name.

    One that came in with a merge is not there.

    The folder is relative to `root`. History is walked no further back than the oldest of them.
    """
    waiting = set(names)
    found: dict[str, str] = {}
    if not waiting:
        return found
    prefix = f"{inside(root)}{folder}/"
    log = converse(root, (*_LOG, version, "--", folder))
    try:
        for commit, path in _additions(log):
            name = path.removeprefix(prefix)
            if name in waiting:
                found[name] = commit
                waiting.discard(name)
            if not waiting:
                break
    finally:
        log.close()
    return found


def _additions(log: Conversation) -> Iterator[tuple[str, str]]:
    """Commit and path of each file added: a commit stands behind a byte 1, its paths follow, each ended by a NUL."""
    commit = ""
    for field in _fields(log):
        if field.startswith("\x01"):
            commit = field[1:]
        else:
            yield commit, field.removeprefix("\n")


def _fields(log: Conversation) -> Iterator[str]:
    rest = b""
    while some := log.some():
        *whole, rest = (rest + some).split(b"\0")
        yield from map(os.fsdecode, whole)
