"""Every version of the newest one's history: asked for early, for Git walks through it while other work goes on."""

from __future__ import annotations

from pathlib import Path

from reportkit.gitstore.git_program import PendingGit, ask

# Nothing that Git keeps beside the commits to be quicker is believed.
_WORDS = ("rev-list", "--topo-order", "--reverse", "HEAD", "--")


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
