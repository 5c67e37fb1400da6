"""An inspection's casework.yaml, which is saved with its folder though it is elsewhere and is not signed."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from reportkit.gitstore.git_program import line, run
from reportkit.gitstore.tree import ORDINARY, TreeEntry
from reportkit.gitstore.unchanged_words import is_unchanged
from reportkit.inspection.file_changes import FileChange

_NAME = "casework.yaml"


class FoundCasework(Struct, frozen=True):
    """The file as it is on the disk (None: it does not, or is no ordinary file), and as the version has it."""

    path: str
    now: TreeEntry | None
    before: TreeEntry | None

    @property
    def changes(self) -> tuple[FileChange, ...]:
        """Return what differs from the version, at most one change; `path` is the file's name alone."""
        if self.now == self.before:
            return ()
        return (FileChange(_NAME, "removed" if self.now is None else "changed" if self.before else "added"),)


def find_casework(root: Path, slug: str, version: str) -> FoundCasework:
    """Look at the casework of an inspection. Its bytes are written into Git as Git would store them."""
    path = f"moderation/{slug}/{_NAME}"
    saved = run(root, "rev-parse", "--quiet", "--verify", f"{version}:./{path}")
    before = None if saved.code else TreeEntry(ORDINARY, saved.output.decode().strip())
    file = root / path
    if file.is_symlink() or not file.is_file():
        return FoundCasework(path, None, before)
    now = TreeEntry(ORDINARY, line(root, "hash-object", "-w", "--", path))
    return FoundCasework(path, before if now != before and is_unchanged(root, file, before) else now, before)
