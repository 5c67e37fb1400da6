"""How the files of the record lie: in the newest version, and in the folder where that differs from it."""

from __future__ import annotations

import os
from pathlib import Path

from reportkit.gitstore.checkout import open_checkout
from reportkit.gitstore.following import still_to_follow
from reportkit.gitstore.program import git
from reportkit.gitstore.work_tree import differing
from reportkit.moderation.verifying.lying import Lying

_FOLDER = "moderation"


def lying(root: Path) -> Lying:
    """Both, for the project at `root`. Raises Trouble where Git cannot say."""
    listing = os.fsdecode(git(root, "ls-tree", "-r", "-z", "HEAD", "--", f"{_FOLDER}/"))
    fields = (entry.partition("\t")[::2] for entry in listing.split("\0") if entry)
    checkout = open_checkout(root)
    to_follow = (path.removeprefix(checkout.inside) for path in still_to_follow(checkout))
    return Lying(
        modes={path: facts.split(" ", 1)[0] for facts, path in fields},
        unsaved={path: os.path.lexists(root / path) for path in differing(root, _FOLDER)},
        to_follow=frozenset(to_follow),
    )
