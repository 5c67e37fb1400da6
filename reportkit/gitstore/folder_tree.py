"""An inspection's folder as it is on the disk, written into Git as a tree; the user's index is not touched."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Refused
from reportkit.gitstore.folder_changes import NAME_STATUS, read_changes
from reportkit.gitstore.git_program import git, line
from reportkit.gitstore.tree import differences, graft, tree_at
from reportkit.gitstore.unchanged_words import unchanged
from reportkit.inspection.file_changes import FileChange
from reportkit.inspection.stray_files import why_stray


class LeftOut(Struct, frozen=True, order=True):
    """A file that is not saved, relative to the inspection's folder, and why."""

    path: str
    why: str


class Snapshot(Struct, frozen=True):
    """The folder as it was found: its tree, the tree it had in the last version, and what differs."""

    tree: str
    before: str | None
    changes: tuple[FileChange, ...]
    left_out: tuple[LeftOut, ...]


class _Found(Struct, frozen=True):
    """The contents of the folder: regular files of the inspection, and what is left out."""

    files: frozenset[str]
    left_out: tuple[LeftOut, ...]


def snapshot(root: Path, folder: str, version: str) -> Snapshot:
    """Write the folder's files into Git as Git would store them, and compare them with `version`.

    `folder` is relative to the project's root, with forward slashes. Filters and attributes apply,
    ignored files stay out. Raises Refused where there is nothing to save from.
    """
    before = tree_at(root, version, f"./{folder}")
    found = _look(root / folder)
    with tempfile.TemporaryDirectory(prefix="reportkit-") as scratch:
        index = Path(scratch) / "index"
        tree, ignored = _write(root, folder, before, found, index)
        tree = _without_changes_of_form(root, folder, before, tree)
    left_out = (*found.left_out, *(LeftOut(path, "Git ignores it (.gitignore)") for path in ignored))
    return Snapshot(tree, before, _compare(root, before, tree), tuple(sorted(left_out)))


def _write(root: Path, folder: str, before: str | None, found: _Found, index: Path) -> tuple[str, Iterable[str]]:
    """Fill an index of our own that knows this folder alone. Returns its tree and the files Git ignores."""
    within = line(root, "rev-parse", "--show-prefix") + folder + "/"
    if before:
        git(root, "read-tree", f"--prefix={within}", before, index=index)
    known = _listed(root, folder, "--cached", index=index)
    wanted = known | _listed(root, folder, "--others", "--exclude-standard", index=index)
    gone = known - found.files - {entry.path for entry in found.left_out}
    if not found.files & wanted:
        raise Refused("There is no file to save", where=folder, remedy="`reportkit new` starts an inspection.")
    _feed(root, folder, gone, "--force-remove", index=index)
    _feed(root, folder, found.files & wanted, "--add", "--remove", "--replace", index=index)
    return line(root, "write-tree", f"--prefix={within}", index=index), found.files - wanted


def _without_changes_of_form(root: Path, folder: str, before: str | None, tree: str) -> str:
    """Return the tree with the saved bytes of each file that says the same: with another mark or other line ends."""
    if before is None or before == tree:
        return tree
    changed = differences(root, before, tree).items()
    saved = ((path, each.before) for path, each in changed if each.before and each.after)
    same = unchanged(root, root / folder, saved)
    return graft(root, tree, same) if same else tree


def _listed(root: Path, folder: str, *which: str, index: Path) -> frozenset[str]:
    """Paths relative to the folder that Git lists."""
    listing = git(root / folder, "ls-files", "-z", *which, index=index)
    return frozenset(path for path in os.fsdecode(listing).split("\0") if path)


def _feed(root: Path, folder: str, paths: Iterable[str], *how: str, index: Path) -> None:
    given = "".join(f"{path}\0" for path in sorted(paths))
    if given:
        git(root / folder, "update-index", *how, "-z", "--stdin", given=os.fsencode(given), index=index)


def _compare(root: Path, before: str | None, after: str) -> tuple[FileChange, ...]:
    return read_changes(git(root, *NAME_STATUS, before or line(root, "mktree", given=b""), after))


def _look(folder: Path) -> _Found:
    """Return everything in the folder, sorted into what belongs to the inspection and what does not."""
    if folder.is_symlink() or not folder.is_dir():
        raise Refused(f"There is no inspection `{folder.name}`", remedy="Is its name right?")
    files: set[str] = set()
    left_out: list[LeftOut] = []
    for path, why in _walk(folder, ""):
        if why is None:
            files.add(path)
        else:
            left_out.append(LeftOut(path, why))
    return _Found(frozenset(files), tuple(left_out))


def _walk(folder: Path, within: str) -> Iterator[tuple[str, str | None]]:
    """Yield each path below, with None where it belongs to the inspection, else why not."""
    with os.scandir(folder) as entries:
        children = sorted(entries, key=lambda entry: entry.name)
    names = {entry.name for entry in children}
    for entry in children:
        path = f"{within}{_as_git_names_it(entry.name)}"
        if entry.is_dir(follow_symlinks=False) and not (Path(entry) / ".git").exists():
            yield from _walk(Path(entry), f"{path}/")
        else:
            yield path, _why_not(entry, names)


def _as_git_names_it(name: str) -> str:
    """MacOS may take accents apart in the names of files; Git there puts them together again."""
    return unicodedata.normalize("NFC", name) if sys.platform == "darwin" else name


def _why_not(entry: os.DirEntry[str], names: set[str]) -> str | None:
    mode = entry.stat(follow_symlinks=False).st_mode
    if stat.S_ISLNK(mode):
        return "it is a symbolic link"
    if stat.S_ISDIR(mode):
        return "it is a Git repository of its own"
    if not stat.S_ISREG(mode):
        return "it is not an ordinary file"
    return why_stray(entry.name, names.__contains__) or None
