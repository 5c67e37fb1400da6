"""Where a draft comes from: the version in Git, and what has been changed since."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Trouble
from reportkit.gitstore.git_program import PendingGit, Running, ask, line, start
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
        commit, unsaved = _parse(finished.output, _inside(self._root))
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
        return _parse(self._asked.answer(), _inside(self._root))[1]


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


def _parse(status: bytes, prefix: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the commit and the changed paths out of `git status --porcelain=v2 --branch -z`."""
    commit, unsaved = None, []
    for entry in os.fsdecode(status).split("\0"):
        kind, _, rest = entry.partition(" ")
        if entry.startswith("# branch.oid ") and not entry.endswith("(initial)"):
            commit = entry.rpartition(" ")[2]
        elif kind in _FIELDS_BEFORE_PATH:
            path = rest.split(" ", _FIELDS_BEFORE_PATH[kind])[-1].removeprefix(prefix)
            if not is_litter(path.rpartition("/")[2]):
                unsaved.append(path)
    return commit, tuple(unsaved)


# How many fields stand between an entry's kind (1: changed, u: in conflict, ?: not in Git) and its path.
_FIELDS_BEFORE_PATH = {"1": 7, "u": 9, "?": 0}


def _date(root: Path, commit: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(line(root, "show", "-s", "--no-show-signature", "--format=%cI", commit))
    except (Trouble, ValueError):
        return None
