"""Versions that were the newest here, or at the shared place, once, and that the history does not hold any more."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from reportkit.gitstore.program import git, run
from reportkit.moderation.verifying.finding import Finding
from reportkit.moderation.verifying.trace import is_kept

_MOST = 200  # old tips that are looked at; a journal of Git's goes back ninety days


def forgotten(root: Path, known: Collection[str], now: Collection[str]) -> Iterator[Finding]:
    """What went with such versions, by Git's own journal of this copy.

    `known` are the history's commits, `now` the paths of the record's files that are there.
    """
    told: set[str] = set()
    for tip in _old_tips(root):
        if tip in known:
            continue
        listing = run(root, "ls-tree", "-r", "-z", "--name-only", tip, "--", "moderation").output
        gone = {path for path in os.fsdecode(listing).split("\0") if is_kept(path)} - {*now} - told
        told |= gone
        for path in sorted(gone):
            what = f"it was here in version {tip[:7]}, which the history does not hold any more"
            yield Finding(level="forged", kind="rewritten", where=path, what=what, commit=tip)


def _old_tips(root: Path) -> list[str]:
    branch = run(root, "symbolic-ref", "--quiet", "HEAD").output.decode().strip().removeprefix("refs/heads/")
    refs = git(root, "for-each-ref", "--format=%(refname)", f"refs/heads/{branch}", "refs/remotes").decode().split()
    of_branch = [ref for ref in refs if ref.removeprefix("refs/heads/") == branch or ref.endswith(f"/{branch}")]
    tips: dict[str, None] = {}
    for ref in of_branch if branch else []:
        tips |= dict.fromkeys(run(root, "rev-parse", ref).output.decode().split())
        journal = run(root, "log", "-g", "--format=%H", "--no-show-signature", f"--max-count={_MOST}", ref, "--")
        tips |= dict.fromkeys(journal.output.decode().split())
    return list(tips)
