"""Every version of the newest one's history: asked for early, for Git walks through it while other work goes on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from reportkit.gitstore.git_program import PendingGit, ask, git

# Nothing that Git keeps beside the commits to be quicker is believed.
_WORDS = ("rev-list", "--topo-order", "--reverse", "HEAD", "--")


_MOST_OF_FILES: Final = 200
"""Versions of some files that are named, the newest first."""


class VersionsToCome:
    """The question, and its answer."""

    def __init__(self, asked: PendingGit) -> None:
        self._asked = asked

    def result(self) -> list[str]:
        """Return the ids, parents first, the newest last. Raises Trouble where Git cannot tell."""
        return self._asked.answer().decode("ascii").split()


def begin_versions(root: Path) -> VersionsToCome:
    """Ask without waiting for the answer. Raises Trouble without git."""
    return VersionsToCome(ask(root, "-c", "core.commitGraph=false", *_WORDS))


def versions_of(root: Path, paths: Iterable[str]) -> list[str]:
    """Return the versions in which one of these files or folders changed, the newest first.

    Raises Trouble where Git cannot tell.
    """
    words = ("log", "--no-show-signature", "--format=%H", f"--max-count={_MOST_OF_FILES}", "HEAD", "--", *paths)
    return git(root, *words).decode("ascii").split()
