"""A working repository with one inspection, as the actions on the folder alone find it."""

from __future__ import annotations

from pathlib import Path

from reportkit.actions import new
from reportkit.workspace.workspace import Workspace

OURS = "format: 1\nrepository: test\ninspectorate:\n  name: Test\n"
BODIES = {"kind": ("almo",), "authority": ("Elm Council",), "almo": ("Elm Homes",)}


def workspace_in(root: Path) -> Workspace:
    """Return a workspace in a repository that holds no inspection."""
    (root / "reportkit.yaml").write_text(OURS, encoding="utf-8")
    return Workspace(root)


def with_inspection(root: Path) -> Workspace:
    """Return a workspace with the inspection `elm`."""
    workspace = workspace_in(root)
    new.carry_out(workspace, new.prepare(workspace, new.NewRequest(name="elm", words=BODIES)))
    return workspace
