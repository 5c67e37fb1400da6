"""Versions that were the newest here, or at the shared place, once, and that the history does not hold."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from reportkit.gitstore.git_program import git, run
from reportkit.gitstore.new_version import contains
from reportkit.moderation.verifying.file_history import is_kept
from reportkit.moderation.verifying.observation import Observation

_MOST = 200  # old tips that are looked at; a journal of Git's goes back ninety days


def forgotten(root: Path, known: Collection[str], now: Collection[str]) -> Iterator[Observation]:
    """Yield what stands in such versions alone, by Git's own journal of this copy.

    Gone, or not come yet: a version that was never the newest here, and that the shared place still holds as far as
    anyone knows, is only to be brought in. `known` are the history's commits, `now` the paths of the record's files
    that are there.
    """
    told: set[str] = set()
    ours, theirs = _tips(root)
    for tip in dict.fromkeys((*ours, *(tip for tips in theirs for tip in tips))):
        if tip in known:
            continue
        listing = run(root, "ls-tree", "-r", "-z", "--name-only", tip, "--", "moderation").output
        beyond = {path for path in os.fsdecode(listing).split("\0") if is_kept(path)} - {*now} - told
        told |= beyond
        waits = tip not in ours and any(tip in tips and contains(root, tips[0], tip) for tips in theirs)
        for path in sorted(beyond):
            yield _to_come(path, tip) if waits else _gone(path, tip)


def _gone(path: str, tip: str) -> Observation:
    what = f"it was here in version {tip[:7]}, which the history does not hold any more"
    return Observation(level="forged", kind="rewritten", where=path, what=what, commit=tip)


def _to_come(path: str, tip: str) -> Observation:
    what = f"it is shared, in version {tip[:7]}, and not in this copy yet: `reportkit sync` brings it in"
    return Observation(level="incomplete", kind="to-come", where=path, what=what, commit=tip)


def _tips(root: Path) -> tuple[list[str], list[list[str]]]:
    """Return the newest versions, now and formerly, of the branch here; and of each place that it is shared at."""
    branch = os.fsdecode(run(root, "symbolic-ref", "--quiet", "HEAD").output).rstrip("\n").removeprefix("refs/heads/")
    if not branch:
        return [], []
    refs = os.fsdecode(git(root, "for-each-ref", "--format=%(refname)", "refs/remotes")).split("\n")
    return _tips_of(root, f"refs/heads/{branch}"), [_tips_of(root, ref) for ref in refs if ref.endswith(f"/{branch}")]


def _tips_of(root: Path, ref: str) -> list[str]:
    """Return what a branch is at, first, and what it was at."""
    newest = run(root, "rev-parse", ref).output.decode().split()
    journal = run(root, "log", "-g", "--format=%H", "--no-show-signature", f"--max-count={_MOST}", ref, "--")
    return [*newest, *journal.output.decode().split()]
