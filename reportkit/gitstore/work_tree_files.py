"""Files in the work tree, held against two versions, and put there whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal

from reportkit.gitstore.git_program import git
from reportkit.gitstore.tree import REPOSITORY, TreeDifference, TreeEntry, folders_above, id_of
from reportkit.gitstore.unchanged_words import is_unchanged

Condition = Literal["before", "after", "gone", "changed"]
"""The state of a path on the disk: as in the one version, as in the other, not there, or as neither."""

_ODD = "neither a file nor a link"


def conditions(top: Path, moves: Mapping[str, TreeDifference]) -> dict[str, Condition]:
    """Return the state of each path on the disk. `top` is the work tree's folder.

    What Git would store counts: line ends, a byte-order mark and filters make no difference.
    """
    found = _contents(top, moves)
    told = {path: _condition(found[path], move) for path, move in moves.items()}
    return {path: _by_its_words(top, path, moves[path]) if each == "changed" else each for path, each in told.items()}


def _condition(found: frozenset[str], move: TreeDifference) -> Condition:
    if any(entry and entry.mode == REPOSITORY for entry in (move.before, move.after)):
        return "after"  # a repository within the repository is Git's own to put there
    if not found:
        return "before" if move.before is None else "after" if move.after is None else "gone"
    if move.before and move.before.id in found:
        return "before"
    return "after" if move.after and move.after.id in found else "changed"


def _by_its_words(top: Path, path: str, move: TreeDifference) -> Condition:
    """Return "before" for a file that differs from that in its byte-order mark or line ends alone."""
    return "before" if is_unchanged(top, top / path, move.before) else "changed"


def _contents(top: Path, moves: Mapping[str, TreeDifference]) -> dict[str, frozenset[str]]:
    """Return the ids that each path's contents may have in Git, as stored with and without filters; none: not there."""
    modes = {path: _mode(top / path) for path in moves}
    files = [path for path, mode in modes.items() if stat.S_ISREG(mode)]
    stored, plain = _hashes(top, files), _hashes(top, files, "--no-filters")
    found = {path: frozenset(ids) for path, *ids in zip(files, stored, plain, strict=True)}
    leaving = {path for path, move in moves.items() if move.after is None}
    for path in moves.keys() - found.keys():
        if stat.S_ISLNK(modes[path]):
            found[path] = frozenset({_link_id(top / path)})
        else:
            found[path] = frozenset() if _is_free(top, path, leaving) else frozenset({_ODD})
    return found


def _mode(path: Path) -> int:
    """Return the file's mode; 0 where there is none."""
    try:
        return path.lstat().st_mode
    except OSError:
        return 0


def _hashes(top: Path, paths: Collection[str], *how: str) -> list[str]:
    given = "".join(f"{_quoted(path)}\n" for path in paths)
    if not given:
        return []
    return git(top, "hash-object", *how, "--stdin-paths", given=os.fsencode(given)).decode().split()


def _quoted(path: str) -> str:
    if "\n" not in path and not path.startswith('"'):
        return path
    inside = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inside}"'


def _link_id(path: Path) -> str:
    return id_of("blob", os.fsencode(path.readlink()))


def _is_free(top: Path, path: str, leaving: set[str]) -> bool:
    """Return whether a file can come here: nothing is in its place, or above it, but what goes away with the others."""
    above = [_mode(top / folder) for folder in folders_above(path) if folder not in leaving]
    if any(mode and not stat.S_ISDIR(mode) for mode in above):
        return False
    mode = _mode(top / path)
    return mode == 0 or (stat.S_ISDIR(mode) and _all_below(top, path) <= leaving)


def _all_below(top: Path, folder: str) -> set[str]:
    return {
        (Path(here) / name).relative_to(top).as_posix() for here, _, names in os.walk(top / folder) for name in names
    }


def put(top: Path, git_folder: Path, entries: Mapping[str, TreeEntry | None]) -> None:
    """Put files in their places, each by one rename, as Git checks them out; None takes one away.

    Raises Trouble where Git cannot, OSError where the disk cannot; then some may be in place, none in part.
    """
    with tempfile.TemporaryDirectory(dir=git_folder, prefix="reportkit-files-") as scratch:
        wanted = {path: entry for path, entry in entries.items() if entry and entry.mode != REPOSITORY}
        _check_out(top, Path(scratch), wanted)
        _take_away(top, (path for path, entry in entries.items() if entry is None))
        for path in wanted:
            move_into_place(Path(scratch) / "files" / path, top / path)


def _check_out(top: Path, scratch: Path, entries: Mapping[str, TreeEntry]) -> None:
    if not entries:
        return
    index = scratch / "index"
    git(top, "update-index", "-z", "--index-info", given=index_info(entries), index=index)
    git(top, "checkout-index", "--all", "--force", f"--prefix={scratch.as_posix()}/files/", index=index)
    for path in entries:
        _sync(scratch / "files" / path)


def index_info(entries: Mapping[str, TreeEntry | None]) -> bytes:
    """Return the entries as `git update-index -z --index-info` reads them."""
    return b"".join(
        (f"{entry.mode} {entry.id}\t" if entry else f"0 {'0' * 40}\t").encode() + os.fsencode(path) + b"\0"
        for path, entry in sorted(entries.items(), key=lambda item: item[1] is not None)
    )


def _sync(path: Path) -> None:
    if path.is_symlink():
        return
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _take_away(top: Path, paths: Iterable[str]) -> None:
    for path in paths:
        with suppress(FileNotFoundError, NotADirectoryError):
            (top / path).unlink()
        for above in folders_above(path):
            try:
                (top / above).rmdir()
            except OSError:  # something else is in it
                break


def move_into_place(source: Path, target: Path) -> None:
    """Move a finished file to where it belongs, by one rename; its folders are made."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)  # only empty folders are left in it: see _is_free
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        near = target.with_name(f".{target.name}.reportkit")
        shutil.copy2(source, near, follow_symlinks=False)
        near.replace(target)
