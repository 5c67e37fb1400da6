"""Reads a version back from the disk, by a run of Git of its own, before the branch moves to it.

Git may end well and have lost what it wrote: with `core.fsyncMethod=batch` it writes objects to a temporary folder,
and does not say so where moving them out of it fails, as on a full disk (2.39).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NewType

from reportkit.gitstore.git_errors import not_written
from reportkit.gitstore.git_program import Conversation, converse, run
from reportkit.gitstore.tree import NOTHING, REPOSITORY, id_of

Written = NewType("Written", str)
"""The id of a version that was read back whole. No branch moves to any other."""


def read_back(root: Path, version: str, old: str) -> Written:
    """Return the version once it is read back, with every folder and file of it that `old` does not have.

    The cost grows with what differs. Raises Trouble where one of them is not on the disk as it was written.
    """
    words = ("diff-tree", "-r", "-t", "-z", "--raw", "--no-renames", "--no-relative", "--ignore-submodules=none")
    found = run(root, *words, old, version)
    if found.code:
        raise not_written(root)
    facts = (each.decode().split(" ") for each in found.output.split(b"\0")[:-1:2])
    after = {name for _, mode, _, name, _ in facts if mode not in (NOTHING, REPOSITORY)}
    return read_objects_back(root, version, [version, f"{version}^{{tree}}", *after])


def read_objects_back(root: Path, version: str, names: Sequence[str]) -> Written:
    """Return the version once each of these objects, which are all that is new in it, is read back.

    Raises Trouble where one of them is not on the disk as it was written.
    """
    git = converse(root, ("cat-file", "--batch", "--buffer"))
    git.say_last("".join(f"{name}\n" for name in names).encode())
    try:
        if not all(_is_next_whole(git) for _ in names):
            raise not_written(root)
    finally:
        git.close()
    return Written(version)


def _is_next_whole(git: Conversation) -> bool:
    """Read one answer: "ID kind size", the content, a line end; or "NAME missing", or nothing where Git failed."""
    name, _, rest = git.answers.readline().decode("ascii").rstrip("\n").partition(" ")
    kind, _, size = rest.partition(" ")
    return bool(size) and id_of(kind, git.answers.read(int(size) + 1)[:-1]) == name
