"""Sharing: what others saved is brought in, what was saved here is handed on, and nothing of either is lost.

Versions are merged, never rewritten: what was signed stays reachable. The shared
place takes only what builds on what it holds; where another was quicker, it is brought in first.
"""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportkit.errors import Refused, Trouble
from reportkit.gitstore.checkout import Checkout, open_checkout
from reportkit.gitstore.fetch_and_push import ask, hand_over, note_seen
from reportkit.gitstore.git_program import git, line, run
from reportkit.gitstore.lock import hold_lock
from reportkit.gitstore.merging import Merged, Sides, merge
from reportkit.gitstore.new_version import contains, write_version
from reportkit.gitstore.progress_report import TellProgress
from reportkit.gitstore.read_back import Written, read_back
from reportkit.gitstore.remote import RemoteState, the_shared_place
from reportkit.gitstore.remote_errors import without_password
from reportkit.gitstore.retry import attempts
from reportkit.gitstore.update_work_tree import advance, mend
from reportkit.inspection.combined import Combine, keep_whole
from reportkit.inspection.conflicts import Unsettled

_ATTEMPTS = 30


class Synced(Struct, frozen=True, kw_only=True):
    """The result of sharing.

    `received` and `sent` count versions, `by` names who made the received ones; `unsettled` are the
    files in which both sides changed the same, `combined` those that both changed and that need no choice,
    `put_back` the records that had been removed or
    altered; `rewritten` is a version that the shared place had lost and has again (None: it had
    not); `afterwards` says why files could not follow, "" where they did.
    """

    place: str
    received: int = 0
    by: tuple[str, ...] = ()
    sent: int = 0
    unsettled: tuple[Unsettled, ...] = ()
    combined: tuple[str, ...] = ()
    put_back: tuple[str, ...] = ()
    rewritten: str | None = None
    afterwards: str = ""


def sync(root: Path, progress: TellProgress | None = None, combine: Combine = keep_whole) -> Synced:
    """Bring in what others shared and share what is here. Safe to repeat, at any time, by any number at once.

    Raises Refused where unsaved work is in the way (nothing is brought in) or the shared place does
    not take it; Trouble where it cannot be reached, or something is half-done here.
    """
    return share(root, reach(root, progress), progress, combine)


def reach(root: Path, progress: TellProgress | None = None) -> RemoteState:
    """Ask the shared place what is new; nothing here moves. Raises Refused where there is none, Trouble."""
    checkout = open_checkout(root)
    place = the_shared_place(checkout)
    _refuse_shallow(root)
    return ask(checkout, place, progress)


def share(
    root: Path, reached: RemoteState, progress: TellProgress | None = None, combine: Combine = keep_whole
) -> Synced:
    """Bring in what was reached, and share what is here; where others are quicker, again. Raises as `sync`."""
    checkout = open_checkout(root)
    place = reached.place
    done, obstacle = Synced(place=without_password(place.url)), None
    for again in attempts(_ATTEMPTS, 0.05):
        if again:
            reached = ask(checkout, place, progress)
        done = _bring_in(checkout, reached, replace(done, rewritten=done.rewritten or reached.lost), combine)
        tip = checkout.tip()
        count = _count(root, tip, reached.newest)
        if not count:
            return done
        handed = hand_over(checkout, place, tip, progress)
        if handed.is_done:
            noted = note_seen(checkout, place, tip)
            return replace(done, sent=count, afterwards=done.afterwards or noted)
        obstacle = handed.obstacle
    raise obstacle or Trouble(
        "Others kept sharing at the same moment", remedy="Your versions are safe here; try again."
    )


def _refuse_shallow(root: Path) -> None:
    if line(root, "rev-parse", "--is-shallow-repository") == "true":
        raise Trouble(
            "This copy holds only the newest versions, so it is not known which version builds on which",
            remedy="Get the others (git fetch --unshallow), or make a whole copy with `reportkit join`.",
        )


def _bring_in(checkout: Checkout, reached: RemoteState, done: Synced, combine: Combine) -> Synced:
    """Bring in the shared place's newest version, and one that it had lost."""
    for version in (reached.lost, reached.newest):
        if version is not None:
            done = _bring_in_one(checkout, version, done, combine)
    return done


def _bring_in_one(checkout: Checkout, theirs: str, done: Synced, combine: Combine) -> Synced:
    for _ in attempts(_ATTEMPTS):
        with hold_lock(checkout):
            mend(checkout)
            ours = checkout.tip()
            if contains(checkout.root, ours, theirs):
                return done
            merged = merge(checkout.root, _sides(checkout, ours, theirs, done.place), combine)
            version = _version(checkout, ours, theirs, merged)
            moved = advance(checkout, ours, version, "share")
        if moved.done:
            return _added(done, merged, _authors(checkout.root, ours, theirs), moved.afterwards)
    raise Trouble("Others kept saving at the same moment", remedy="Nothing was brought in; try again.")


def _sides(checkout: Checkout, ours: str, theirs: str, place: str) -> Sides:
    bases = run(checkout.root, "merge-base", "--all", ours, theirs).output.decode().split()
    if not bases:
        raise Refused(
            f"The shared place {place} holds another repository than this one: they have no version in common",
            remedy="Is the address right? `git remote -v` shows it.",
        )
    return Sides(checkout.inside, ours, theirs, tuple(bases))


def _version(checkout: Checkout, ours: str, theirs: str, merged: Merged) -> Written:
    """Return their version as it is, where ours is a part of it and nothing had to be put back; else one after both."""
    root = checkout.root
    if contains(root, theirs, ours) and merged.tree == line(root, "rev-parse", f"{theirs}^{{tree}}"):
        return read_back(root, theirs, ours)
    return write_version(root, merged.tree, (ours, theirs), _message(merged))


def _message(merged: Merged) -> str:
    lines = ["Bring together what was saved on two computers"]
    if merged.combined:
        lines += ["", "Changed on both, each in other fields:", *(f"- {path}" for path in merged.combined)]
    if merged.unsettled:
        lines += ["", "Changed on both, so that both versions are kept until a person settles it:"]
        lines += [f"- {each.path} (the other version: {each.kept})" for each in merged.unsettled]
    if merged.put_back:
        lines += ["", "Records and documents that had been taken away or altered, put back:"]
        lines += [f"- {path}" for path in merged.put_back]
    return "\n".join(lines)


def _authors(root: Path, ours: str, theirs: str) -> list[str]:
    """Return who made each of the versions that are theirs alone, the newest first."""
    words = ("log", "-z", "--no-show-signature", "--format=%an", theirs, f"^{ours}")
    return [name for name in os.fsdecode(git(root, *words)).split("\0") if name]


def _added(done: Synced, merged: Merged, authors: list[str], afterwards: str) -> Synced:
    return replace(
        done,
        received=done.received + len(authors),
        by=tuple(dict.fromkeys([*done.by, *authors])),
        unsettled=(*done.unsettled, *merged.unsettled),
        combined=(*done.combined, *merged.combined),
        put_back=(*done.put_back, *merged.put_back),
        afterwards=afterwards or done.afterwards,
    )


def _count(root: Path, tip: str, newest: str | None) -> int:
    return int(line(root, "rev-list", "--count", tip, *((f"^{newest}",) if newest else ())))
