"""A disk without room for another file: `init` and `join` say so in a sentence, or have done everything."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reportkit.errors import Exit
from tests.cli.conftest import Process
from tests.pristine import NO_UPKEEP

pytestmark = [
    pytest.mark.trial,
    pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="Only root makes a disk of a few files"),
]
MOST = 260  # files, which is enough for both commands
INIT = ("init", "new", "--name", "Ours")


@contextmanager
def disk(place: Path, files: int) -> Iterator[Path]:
    """Make a disk that holds so many files."""
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size=40m,nr_inodes={files + 1}", "none", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


@pytest.fixture
def shared(tmp_path: Path, process: Process) -> Path:
    (tmp_path / "own.gitconfig").write_text(f"[user]\n\tname = Ann\n\temail = ann@example.org\n{NO_UPKEEP}")
    process.environment["GIT_CONFIG_GLOBAL"] = str(tmp_path / "own.gitconfig")
    for words in (INIT, ("-C", "new", "sync", "--place", str(tmp_path / "shared.git"))):
        subprocess.run([*process.command, *words], cwd=tmp_path, env=process.environment, check=True)
    return tmp_path / "shared.git"


@pytest.mark.parametrize("command", ["init", "join"])
def test_however_many_files_the_disk_takes_the_repository_is_whole_or_not_there(
    shared: Path, process: Process, tmp_path: Path, command: str
) -> None:
    who = ("--name", "Ann Lee", "--email", "ann@example.org")
    words = INIT if command == "init" else ("join", str(shared), "new", *who)
    codes = set()
    for files in range(0, MOST, 7):
        with disk(tmp_path / "disk", files) as small:
            done = subprocess.run(
                [*process.command, *words],
                cwd=small,
                env={**process.environment, "TMPDIR": str(tmp_path)},
                capture_output=True,
                text=True,
                check=False,
            )
            codes.add(done.returncode)
            assert (small / "new/.git").exists() is (done.returncode == Exit.DONE)
            assert done.returncode in (Exit.DONE, Exit.REFUSED, Exit.TROUBLE), done.stderr
            assert "network" not in done.stderr
            if done.returncode == Exit.DONE:
                subprocess.run(["git", "fsck", "--full", "--strict"], cwd=small / "new", check=True)
    assert Exit.DONE in codes
