"""One at a time in a work tree."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reportkit.errors import Trouble
from reportkit.gitstore import lock as turns
from reportkit.gitstore.checkout import open_checkout
from reportkit.gitstore.save import save


def test_who_keeps_the_turn_too_long_is_said(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_PATIENCE", 0.05)
    with (
        turns.hold_lock(open_checkout(project)),
        pytest.raises(Trouble, match="Another reportkit is saving or sharing here"),
    ):
        save(project, "elm")


def test_a_turn_ends_with_its_holder_however_that_ends(project: Path) -> None:
    code = (
        "import os, pathlib, signal, sys\n"
        "from reportkit.gitstore.checkout import open_checkout\n"
        "from reportkit.gitstore.lock import hold_lock\n"
        "with hold_lock(open_checkout(pathlib.Path(sys.argv[1]))): os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    home = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code, str(project)], cwd=home, check=False).returncode == -9
    assert save(project, "elm").version is None


def test_a_disk_that_knows_no_locks_is_worked_on_without(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(turns, "_locking", lambda: no_locks)
    assert save(project, "elm").version is None


def test_a_repository_that_may_not_be_written_says_so(project: Path) -> None:
    (project / ".git/reportkit-turn").mkdir()
    with pytest.raises(Trouble, match=r"Git may not write in .*\.git \("):
        save(project, "elm")
