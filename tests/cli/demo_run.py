"""One run of `reportkit demo`, as a newcomer who has just cloned sees it: no Git identity, nothing set up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.aftermath import without_office

ROOT = Path(__file__).parents[2]


class Shown(NamedTuple):
    out: str
    copy: Path
    changed: list[str]


def checkout() -> dict[str, int]:
    """Return what may not change: every file's name and time, but for what Python, Git and tests keep."""
    shown = [
        *ROOT.glob("*"),
        *(path for name in ("inspections", "moderation", "templates", "schema") for path in (ROOT / name).rglob("*")),
    ]
    return {str(path): path.stat().st_mtime_ns if path.is_file() else 0 for path in shown if path.name[:1] != "."}


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True).stdout


def demo(tmp_path_factory: pytest.TempPathFactory, *options: str) -> Shown:
    """Run it in a process of its own, whose temporary files stay here and whose home is empty."""
    before = checkout()
    home, scratch = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("scratch")
    surroundings = os.environ | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "PYTHONPATH": str(ROOT),
        "PATH": without_office(tmp_path_factory.mktemp("programs")),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch)),
    }
    command = [sys.executable, "-m", "reportkit", "demo", *options]
    done = subprocess.run(command, cwd=scratch, env=surroundings, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert list(home.iterdir()) == []
    (made,) = scratch.iterdir()
    return Shown(done.stdout, made / "demo", sorted(str(each) for each in before.items() ^ checkout().items()))
