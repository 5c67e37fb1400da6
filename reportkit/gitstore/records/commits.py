"""Everything that happened, version after version: read from the commits themselves, each held against its own id.

What Git keeps beside the commits to be quicker, or to show another past (a commit graph, grafts,
replacements, mail maps), is not believed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Damaged
from reportkit.gitstore.git_errors import missing
from reportkit.gitstore.git_program import git
from reportkit.gitstore.records.objects import Commit, child, read_commit
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.tree import EMPTY_TREE
from reportkit.moderation.verifying.file_history import FileEvent, VersionStep

_NOTHING = "0" * 40
_WORTH_TWO = 1000  # pairs of trees


class _Pair(Struct, frozen=True):
    """Two trees that are compared."""

    before: str
    after: str


def steps(root: Path, reader: ObjectReader, names: Sequence[str], inside: str) -> list[VersionStep]:
    """Return every version of a history, given by name and parents first, with what each changed in moderation/.

    `inside` is the project's folder in the repository; paths are relative to it. Raises Damaged where Git's own
    account does not agree with the commits, Trouble where one is missing.
    """
    commits = dict(zip(names, _commits(reader, names), strict=True))
    _check_order(commits)
    pairs = {name: _pairs(commit, commits) for name, commit in commits.items()}
    changes = _changes(root, [pair for each in pairs.values() for pair in each])
    contents = _folders_at(reader, [commit.tree for commit in commits.values()], f"{inside}inspections")
    return [
        _step(
            name,
            commit,
            commits,
            tuple(_relative(changes[pair], inside) for pair in pairs[name]),
            contents.get(commit.tree, ""),
        )
        for name, commit in commits.items()
    ]


def _folders_at(reader: ObjectReader, trees: Iterable[str], folder: str) -> Mapping[str, str]:
    """Return the id of a folder in each of these trees that has it."""
    found = {tree: tree for tree in trees}
    for part in folder.split("/"):
        wanted = list(dict.fromkeys(found.values()))
        folders = (child(each.data, part) if each and each.kind == "tree" else None for each in reader.read(wanted))
        below = dict(zip(wanted, folders, strict=True))
        found = {tree: inner for tree, name in found.items() if (inner := below[name])}
    return found


def _commits(reader: ObjectReader, names: Sequence[str]) -> Iterator[Commit]:
    for name, found in zip(names, reader.read(names), strict=True):
        if found is None:
            raise missing(name)
        yield read_commit(found.data)


def _check_order(commits: dict[str, Commit]) -> None:
    """Raise Damaged where a commit comes before a parent of it that is here."""
    done: set[str] = set()
    for name, commit in commits.items():
        if any(parent in commits and parent not in done for parent in commit.parents):
            raise Damaged("Git gives the versions in another order than they themselves say", where=name[:12])
        done.add(name)


def _pairs(commit: Commit, commits: dict[str, Commit]) -> list[_Pair]:
    trees = [commits[parent].tree for parent in commit.parents if parent in commits] or [EMPTY_TREE]
    return [_Pair(tree, commit.tree) for tree in trees]


def _changes(root: Path, pairs: Sequence[_Pair]) -> dict[_Pair, tuple[FileEvent, ...]]:
    """Return what differs in moderation/ between the trees of each pair."""
    wanted = [pair for pair in dict.fromkeys(pairs) if pair.before != pair.after]
    found: dict[_Pair, tuple[FileEvent, ...]] = dict.fromkeys(pairs, ())
    for changes in _answers(root, wanted):
        found |= changes
    return found


def _answers(root: Path, pairs: Sequence[_Pair]) -> Iterable[Mapping[_Pair, tuple[FileEvent, ...]]]:
    """Return the same, but for the pairs of equal trees; where they are many, two runs of Git are asked at once."""
    middle = len(pairs) // 2
    if middle <= _WORTH_TWO:
        return (_ask(root, pairs),)
    from concurrent.futures import ThreadPoolExecutor  # heavy, and short histories do without

    with ThreadPoolExecutor() as pool:
        return tuple(pool.map(partial(_ask, root), (pairs[:middle], pairs[middle:])))


def _ask(root: Path, pairs: Sequence[_Pair]) -> dict[_Pair, tuple[FileEvent, ...]]:
    """Return the changes of each pair, split at the line before each."""
    words = ("diff-tree", "--stdin", "-r", "-z", "--raw", "--no-renames", "--no-relative", "--", "moderation")
    given = "".join(f"{pair.before} {pair.after}\n" for pair in pairs).encode()
    fields = iter(git(root, *words, given=given).split(b"\0")) if pairs else iter(())
    found: dict[_Pair, list[FileEvent]] = {}
    for field in fields:
        *headers, facts = field.split(b"\n")
        for header in headers:
            before, after = header.decode("ascii").split()
            current = found.setdefault(_Pair(before, after), [])
        if facts:
            current.append(_change(facts, next(fields)))
    return {pair: tuple(changes) for pair, changes in found.items()}


def _change(facts: bytes, path: bytes) -> FileEvent:
    _, _, before, after, _ = facts.decode("ascii").split(" ")
    return FileEvent(os.fsdecode(path), None if before == _NOTHING else before, None if after == _NOTHING else after)


def _relative(changes: tuple[FileEvent, ...], inside: str) -> tuple[FileEvent, ...]:
    if not inside:
        return changes
    return tuple(FileEvent(each.path.removeprefix(inside), each.before, each.after) for each in changes)


def _step(
    name: str, commit: Commit, commits: Mapping[str, Commit], changes: tuple[tuple[FileEvent, ...], ...], content: str
) -> VersionStep:
    here = tuple(parent for parent in commit.parents if parent in commits)
    return VersionStep(
        commit=name,
        parents=here,
        name=commit.name,
        email=commit.email,
        seconds=commit.seconds,
        content=content,
        changes=changes,
        cut=len(here) < len(commit.parents),
    )
