"""Every version of the history with what it changed in moderation/, for those who look back."""

from __future__ import annotations

from pathlib import Path

from reportkit.gitstore.records.commits import steps
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.version_history import begin_versions
from reportkit.moderation.verifying.file_history import VersionStep


def past_steps(root: Path, reader: ObjectReader) -> list[VersionStep]:
    """Return the versions, parents first. Raises Trouble or Damaged where Git's objects are not whole."""
    return steps(root, reader, begin_versions(root).result(), inside(root))
