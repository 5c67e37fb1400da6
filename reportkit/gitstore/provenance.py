"""Where a draft comes from: the version in Git, and what has been changed since."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Trouble
from reportkit.gitstore.git_program import PendingGit, Running, ask, line, start
from reportkit.gitstore.tree import TreeEntry
from reportkit.gitstore.unchanged_words import is_unchanged
from reportkit.inspection.stray_files import is_litter

_STATUS = ("status", "--porcelain=v2", "--branch", "-z", "--no-renames", "--no-ahead-behind", "--untracked-files=all")


class Provenance(Struct, frozen=True):
    """The version that a draft is drawn from.

    `commit` is the version that is checked out, None outside a repository or before the first
    version; `committed` its date, None as well while anything is unsaved; `unsaved` the files that
    differ from it, relative to the project's root.
    """

    commit: str | None = None
    committed: dt.datetime | None = None
    unsaved: tuple[str, ...] = ()


class ProvenanceToCome:
    """A question to Git that is answered while other work goes on."""

    def __init__(self, root: Path, asked: Running | None) -> None:
        self._root = root
        self._asked = asked

    def result(self) -> Provenance:
        """Return the answer; an empty one where Git cannot give it, for a draft does not need Git."""
        finished = self._asked.finish() if self._asked else None
        if finished is None or finished.code:
            return Provenance()
        commit, unsaved = _parse(self._root, finished.output)
        if commit is None or unsaved:
            return Provenance(commit, None, unsaved)
        return Provenance(commit, _date(self._root, commit))


def begin_provenance(root: Path, slug: str) -> ProvenanceToCome:
    """Ask where the inspection, the templates and reportkit.yaml come from, without waiting for the answer.

    `root` is the project's root and `slug` the inspection's name. One process, and a second one of a
    few milliseconds for the date where nothing is unsaved. Its index is not rewritten.
    """
    if _repository_around(root) is None:
        return ProvenanceToCome(root, None)
    paths = (f"inspections/{slug}", "templates", "reportkit.yaml")
    try:
        return ProvenanceToCome(root, start(root, (*_STATUS, "--", *paths)))
    except Trouble:
        return ProvenanceToCome(root, None)


def provenance(root: Path, slug: str) -> Provenance:
    """Return where the inspection, the templates and reportkit.yaml come from."""
    return begin_provenance(root, slug).result()


class DifferingToCome:
    """A question for the files that differ from the newest version, answered while other work goes on."""

    def __init__(self, root: Path, asked: PendingGit) -> None:
        self._root = root
        self._asked = asked

    def result(self) -> tuple[str, ...]:
        """Return their paths, relative to the project's root. Raises Trouble where Git cannot tell."""
        return _parse(self._root, self._asked.answer())[1]


def begin_differing(root: Path, *paths: str) -> DifferingToCome:
    """Ask which files below these paths differ, without waiting for the answer. Raises Trouble without git."""
    return DifferingToCome(root, ask(root, *_STATUS, "--", *paths))


def _repository_around(root: Path) -> Path | None:
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), None)


def _inside(root: Path) -> str:
    """Return the project's root as a prefix of paths in its repository: "" or "some/folder/"."""
    top = _repository_around(root)
    inside = root.relative_to(top).as_posix() if top else "."
    return "" if inside == "." else f"{inside}/"


def _parse(root: Path, status: bytes) -> tuple[str | None, tuple[str, ...]]:
    """Return the commit and the changed paths out of `git status --porcelain=v2 --branch -z`."""
    commit, unsaved, prefix = None, [], _inside(root)
    for entry in os.fsdecode(status).split("\0"):
        kind, _, rest = entry.partition(" ")
        if entry.startswith("# branch.oid ") and not entry.endswith("(initial)"):
            commit = entry.rpartition(" ")[2]
        elif kind in _FIELDS_BEFORE_PATH:
            *facts, path = rest.split(" ", _FIELDS_BEFORE_PATH[kind])
            path = path.removeprefix(prefix)
            if not is_litter(path.rpartition("/")[2]) and not _says_the_same(root, path, facts):
                unsaved.append(path)
    return commit, tuple(unsaved)


def _says_the_same(root: Path, path: str, facts: list[str]) -> bool:
    """Return whether only a byte-order mark or line ends differ from what is saved, and nothing is staged."""
    if len(facts) != _FIELDS_BEFORE_PATH["1"] or facts[0] != ".M":
        return False
    return is_unchanged(root, root / path, TreeEntry(facts[_SAVED_MODE], facts[_SAVED_ID]))


_SAVED_MODE, _SAVED_ID = 2, 5  # the fields of an entry of kind 1, from 0: XY, sub, mH, mI, mW, hH, hI
# How many fields stand between an entry's kind (1: changed, u: in conflict, ?: not in Git) and its path.
_FIELDS_BEFORE_PATH = {"1": 7, "u": 9, "?": 0}


def _date(root: Path, commit: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(line(root, "show", "-s", "--no-show-signature", "--format=%cI", commit))
    except (Trouble, ValueError):
        return None
