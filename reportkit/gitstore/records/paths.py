"""The repository's root folder within its Git repository."""

from __future__ import annotations

from pathlib import Path

from reportkit.gitstore.git_program import line


def inside(root: Path) -> str:
    """Return the project's folder in its repository: "" or "some/folder/". Raises Trouble outside of one."""
    return "" if (root / ".git").exists() else line(root, "rev-parse", "--show-prefix")
