"""The branch moves, and the work tree and the index follow: for exactly the paths that moved, and nothing else.

What is about to happen is noted first. If the machine stops between the swap and the last file, the
note stays, and the next command finishes what it says before it does anything of its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Damaged, Refused, ReportkitError, Trouble
from reportkit.gitstore.checkout import Checkout, wait_for_others
from reportkit.gitstore.git_program import git
from reportkit.gitstore.new_version import contains, swap
from reportkit.gitstore.read_back import Written
from reportkit.gitstore.tree import TreeDifference, TreeEntry, differences
from reportkit.gitstore.work_tree_files import Condition, conditions, index_info, put

_NOTE = "reportkit-following"
_MOST_NAMES = 12


class Advance(Struct, frozen=True):
    """The move of a branch; `afterwards` says why the files could not follow, "" where they did."""

    done: bool
    afterwards: str = ""


def advance(checkout: Checkout, old: str, new: Written, why: str) -> Advance:
    """Move the branch from `old` to `new`, and let the files follow. The caller has the turn.

    Not done where the branch is no longer at `old`. Raises Refused, with nothing moved, where
    unsaved work is in the way; Damaged where a path leads out of the repository.
    """
    moves = differences(checkout.root, old, new)
    _refuse_odd_paths(moves)
    _refuse_unsaved(checkout, old, moves)
    wait_for_others(checkout)
    note_move(checkout, old, new)
    if not swap(checkout, new, old, why):
        return Advance(done=False)
    try:
        _follow(checkout, old, moves)
    except ReportkitError as obstacle:
        return Advance(done=True, afterwards=str(obstacle))
    except OSError as error:
        return Advance(done=True, afterwards=str(_not_written(error)))
    return Advance(done=True)


def mend(checkout: Checkout) -> None:
    """Finish what an earlier command was stopped in. The caller has the turn. Raises Refused or Trouble if it cannot.

    A note of a move that was never made is left: the process that is to make it may still be running.
    """
    old = _stopped_at(checkout)
    if old is None:
        return
    try:
        _follow(checkout, old, differences(checkout.root, old, checkout.tip()))
    except OSError as error:
        raise _not_written(error) from error


def still_to_follow(checkout: Checkout) -> frozenset[str]:
    """Return the paths that an earlier command was stopped in before the files had followed.

    The next command mends them.
    """
    old = _stopped_at(checkout)
    return frozenset(differences(checkout.root, old, checkout.tip())) if old else frozenset()


def _stopped_at(checkout: Checkout) -> str | None:
    """Return the version that the files are still at, where the branch moved on and they did not follow to the end."""
    try:
        branch, old, new = os.fsdecode(_note_of(checkout).read_bytes()).rstrip("\n").split(" ")
    except (FileNotFoundError, ValueError):
        return None
    was_moved = branch == checkout.branch and contains(checkout.root, checkout.tip(), new)
    return old if was_moved else None


def top_of(checkout: Checkout) -> Path:
    """Return the work tree's outermost folder, which the repository's paths are relative to."""
    depth = checkout.inside.count("/")
    return (checkout.root, *checkout.root.resolve().parents)[depth] if depth else checkout.root


def _note_of(checkout: Checkout) -> Path:
    return checkout.git_folder / _NOTE


def note_move(checkout: Checkout, old: str, new: str) -> None:
    """Note on the disk, whole or not at all, that the branch is about to move and the files are to follow."""
    note = _note_of(checkout)
    written = note.with_suffix(".new")
    try:
        with written.open("wb") as file:
            file.write(os.fsencode(f"{checkout.branch} {old} {new}\n"))
            file.flush()
            os.fsync(file.fileno())
        written.replace(note)
    except OSError as error:
        raise Trouble(
            f"The disk could not be written: {error.strerror}", where=str(note), remedy="Make room, then try again."
        ) from error


def _not_written(error: OSError) -> Trouble:
    return Trouble(
        f"A file could not be written: {error.strerror}",
        where=str(error.filename2 or error.filename or ""),
        remedy="Close it where it is open, or make room; `reportkit sync` then puts it there.",
    )


def _refuse_odd_paths(paths: Iterable[str]) -> None:
    for path in paths:
        parts = path.split("/")
        if any(part in ("", ".", "..") or part.lower() == ".git" or "\\" in part for part in parts):
            raise Damaged(
                f"A shared file has a name that leads out of the repository ({path!r})",
                remedy="Nothing was brought in; tell your technical administrator.",
            )


def _refuse_unsaved(checkout: Checkout, old: str, moves: Mapping[str, TreeDifference]) -> None:
    found = conditions(top_of(checkout), moves)
    staged = _staged(checkout, old)
    unsaved = [path for path in moves if found[path] in ("changed", "gone") or _is_own(staged, path, moves[path])]
    if unsaved:
        raise Refused(
            f"Your own unsaved changes are in the way: {_listed(unsaved)}",
            remedy="Save first (`reportkit save`), or move what is new out of the way; no file was touched.",
        )


def _listed(paths: list[str]) -> str:
    more = len(paths) - _MOST_NAMES
    return ", ".join(sorted(paths)[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def _staged(checkout: Checkout, old: str) -> dict[str, TreeEntry | None]:
    """Return what the user's index holds where that is not what the version holds."""
    words = ("diff-index", "--cached", "-z", "--raw", "--no-renames", "--no-relative", "--ignore-submodules=none")
    fields = git(checkout.root, *words, old).split(b"\0")
    pairs = zip(fields[::2], fields[1::2], strict=False)
    return {os.fsdecode(path): _index_entry(facts.decode()) for facts, path in pairs if facts}


def _index_entry(facts: str) -> TreeEntry | None:
    _, mode, _, name, how = facts.split(" ")
    return None if how == "D" else TreeEntry(mode, name)


def _is_own(staged: Mapping[str, TreeEntry | None], path: str, move: TreeDifference) -> bool:
    """Return whether the user has staged something of their own at the path."""
    return path in staged and staged[path] not in (move.before, move.after)


def _follow(checkout: Checkout, old: str, moves: Mapping[str, TreeDifference]) -> None:
    """Put what moved on the disk and into the index; what is there already is left. Then the note goes."""
    top = top_of(checkout)
    found = conditions(top, moves)
    _refuse_changed_since(found)
    put(top, checkout.git_folder, {path: moves[path].after for path in moves if found[path] in ("before", "gone")})
    staged = _staged(checkout, old)
    entries = {path: move.after for path, move in moves.items() if not _is_own(staged, path, move)}
    wait_for_others(checkout)
    git(top, "update-index", "-z", "--index-info", given=index_info(entries))
    forget_move(checkout)


def forget_move(checkout: Checkout) -> None:
    """Take the note away: the files have followed."""
    _note_of(checkout).unlink(missing_ok=True)


def _refuse_changed_since(found: Mapping[str, Condition]) -> None:
    changed = [path for path, condition in found.items() if condition == "changed"]
    if changed:
        raise Refused(
            f"An earlier command was stopped half-way, and since then you changed {_listed(changed)}",
            remedy="Move your version out of the folder, run `reportkit sync`, then bring your changes in again.",
        )
