"""Everything that happened, version after version: read from the commits themselves, each held against its own id.

What Git keeps beside the commits to be quicker, or to show another past (a commit graph, grafts,
replacements, mail maps), is not believed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Damaged
from reportkit.gitstore.complaints import missing
from reportkit.gitstore.program import git
from reportkit.gitstore.records.objects import EMPTY_TREE, Commit, child, read_commit
from reportkit.gitstore.records.reader import Reader
from reportkit.moderation.verifying.trace import Change, Step

_NOTHING = "0" * 40
_WORTH_TWO = 1000  # pairs of trees


class _Pair(Struct, frozen=True):
    """Two trees that are compared."""

    before: str
    after: str


def steps(root: Path, reader: Reader, newest: str, inside: str) -> list[Step]:
    """Every version that `newest` builds on, and itself, parents first; with what each changed in moderation/.

    `inside` is the project's folder in the repository; paths are relative to it. Raises Damaged where Git's own
    account does not agree with the commits, Trouble where one is missing.
    """
    words = ("-c", "core.commitGraph=false", "rev-list", "--topo-order", "--reverse", newest)
    names = git(root, *words).decode().split()
    commits = dict(zip(names, _commits(reader, names), strict=True))
    _check_order(commits)
    pairs = {name: _pairs(commit, commits) for name, commit in commits.items()}
    changes = _changes(root, [pair for each in pairs.values() for pair in each])
    return [
        _step(name, commit, commits, [_relative(changes[pair], inside) for pair in pairs[name]])
        for name, commit in commits.items()
    ]


def folders_at(reader: Reader, trees: Iterable[str], folder: str) -> Mapping[str, str]:
    """The id of a folder in each of these trees that has it."""
    found = {tree: tree for tree in trees}
    for part in folder.split("/"):
        wanted = list(dict.fromkeys(found.values()))
        folders = (child(each.data, part) if each and each.kind == "tree" else None for each in reader.read(wanted))
        below = dict(zip(wanted, folders, strict=True))
        found = {tree: inner for tree, name in found.items() if (inner := below[name])}
    return found


def _commits(reader: Reader, names: Sequence[str]) -> Iterator[Commit]:
    for name, found in zip(names, reader.read(names), strict=True):
        if found is None:
            raise missing(name)
        yield read_commit(found.data)


def _check_order(commits: dict[str, Commit]) -> None:
    """Every commit comes after its parents, as far as these are here."""
    done: set[str] = set()
    for name, commit in commits.items():
        if any(parent in commits and parent not in done for parent in commit.parents):
            raise Damaged("Git gives the versions in another order than they themselves say", where=name[:12])
        done.add(name)


def _pairs(commit: Commit, commits: dict[str, Commit]) -> list[_Pair]:
    trees = [commits[parent].tree for parent in commit.parents if parent in commits] or [EMPTY_TREE]
    return [_Pair(tree, commit.tree) for tree in trees]


def _changes(root: Path, pairs: Sequence[_Pair]) -> dict[_Pair, tuple[Change, ...]]:
    """What differs in moderation/ between the trees of each pair; asked for by two runs of Git at once."""
    wanted = [pair for pair in dict.fromkeys(pairs) if pair.before != pair.after]
    found: dict[_Pair, tuple[Change, ...]] = dict.fromkeys(pairs, ())
    with ThreadPoolExecutor() as pool:
        for changes in pool.map(partial(_ask, root), _halves(wanted)):
            found |= changes
    return found


def _ask(root: Path, pairs: Sequence[_Pair]) -> dict[_Pair, tuple[Change, ...]]:
    """The pairs are told apart by the line that stands before the changes of each."""
    words = ("diff-tree", "--stdin", "-r", "-z", "--raw", "--no-renames", "--no-relative", "--", "moderation")
    given = "".join(f"{pair.before} {pair.after}\n" for pair in pairs).encode()
    fields = iter(git(root, *words, given=given).split(b"\0")) if pairs else iter(())
    found: dict[_Pair, list[Change]] = {}
    for field in fields:
        *headers, facts = field.split(b"\n")
        for header in headers:
            before, after = header.decode("ascii").split()
            current = found.setdefault(_Pair(before, after), [])
        if facts:
            current.append(_change(facts, next(fields)))
    return {pair: tuple(changes) for pair, changes in found.items()}


def _halves(pairs: Sequence[_Pair]) -> tuple[Sequence[_Pair], ...]:
    middle = len(pairs) // 2
    return (pairs[:middle], pairs[middle:]) if middle > _WORTH_TWO else (pairs,)


def _change(facts: bytes, path: bytes) -> Change:
    _, _, before, after, _ = facts.decode("ascii").split(" ")
    return Change(os.fsdecode(path), None if before == _NOTHING else before, None if after == _NOTHING else after)


def _relative(changes: tuple[Change, ...], inside: str) -> tuple[Change, ...]:
    if not inside:
        return changes
    return tuple(Change(each.path.removeprefix(inside), each.before, each.after) for each in changes)


def _step(name: str, commit: Commit, commits: dict[str, Commit], changes: list[tuple[Change, ...]]) -> Step:
    here = tuple(parent for parent in commit.parents if parent in commits)
    return Step(
        commit=name,
        parents=here,
        name=commit.name,
        email=commit.email,
        seconds=commit.seconds,
        tree=commit.tree,
        changes=tuple(changes),
        cut=len(here) < len(commit.parents),
    )
