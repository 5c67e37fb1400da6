"""The one place that runs the `git` program, with nothing of the user's surroundings in its way.

No variables of another Git run, no replace refs, hooks, file-system monitors, external differs,
pagers or prompts; plain C messages; what is written is on the disk before Git says so.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO

from msgspec import Struct

from reportkit.errors import Trouble
from reportkit.gitstore.complaints import trouble

_SETTINGS = {
    "core.quotePath": "false",
    "core.hooksPath": "/dev/null",
    "core.fsmonitor": "false",
    "core.safecrlf": "false",
    "core.filesRefLockTimeout": "1000",  # milliseconds that another writer of the same branch is waited for
    "core.fsync": "all",
    "core.fsyncMethod": "batch",
    "user.useConfigOnly": "true",
    "i18n.commitEncoding": "UTF-8",
    "color.ui": "false",
}
_BEFORE_EVERY_COMMAND = ("--no-pager", *(word for key, value in _SETTINGS.items() for word in ("-c", f"{key}={value}")))

# Where a person keeps their own Git settings is theirs to say; every other GIT_ variable belongs to another run.
_KEPT = frozenset({"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"})
_OURS = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
}


class Finished(Struct, frozen=True):
    """A run of git that has ended: its exit code, what it gave, and what it said."""

    code: int
    output: bytes
    said: str


class Running:
    """A run of git that was started and is collected later, so that other work goes on beside it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def finish(self, given: bytes = b"") -> Finished:
        """Wait for the end. `given` is what git reads."""
        output, said = self._process.communicate(given)
        return Finished(self._process.returncode, output, said.decode("utf-8", "replace").strip())


def start(folder: Path, words: Sequence[str], *, index: Path | None = None) -> Running:
    """Start git in `folder`. `index` stands in for the repository's own index. Raises Trouble without git."""
    own = {"GIT_INDEX_FILE": str(index)} if index else {}
    pipe: int | IO[bytes] = subprocess.PIPE
    process = subprocess.Popen(
        [find_git(), *_BEFORE_EVERY_COMMAND, *words],
        cwd=folder,
        env=clean_environment(os.environ) | own,
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
    )
    return Running(process)


def run(folder: Path, *words: str, given: bytes = b"", index: Path | None = None) -> Finished:
    """Run git in `folder` to its end, whatever its exit code."""
    return start(folder, words, index=index).finish(given)


def git(folder: Path, *words: str, given: bytes = b"", index: Path | None = None) -> bytes:
    """What git gives. Raises Trouble, in a sentence, where it fails."""
    finished = run(folder, *words, given=given, index=index)
    if finished.code:
        raise trouble(words[0], finished.said, folder)
    return finished.output


def line(folder: Path, *words: str, given: bytes = b"", index: Path | None = None) -> str:
    """What git gives, as one line of text. Raises Trouble."""
    return os.fsdecode(git(folder, *words, given=given, index=index)).rstrip("\r\n")


def clean_environment(surroundings: Mapping[str, str]) -> dict[str, str]:
    """The environment git is given: the user's, without another Git run's variables, and with ours."""
    kept = {name: value for name, value in surroundings.items() if name in _KEPT or not name.startswith("GIT_")}
    return kept | _OURS


def find_git() -> str:
    """The program's full path. Raises Trouble, with where to get it, where there is none."""
    found = find_program("git")
    if found is None:
        raise Trouble(
            "Git is not on this computer, or not on its PATH",
            remedy="Get it from https://git-scm.com/downloads, then open a new terminal.",
        )
    return found


def find_program(name: str) -> str | None:
    """The full path of a program on PATH, or None. A relative entry of PATH is never looked in."""
    return _find(name, os.environ.get("PATH", os.defpath))


@cache
def _find(name: str, path: str) -> str | None:
    """Only in the folders that PATH names in full: a git.exe beside somebody's findings is never run."""
    full = f"{name}.exe" if sys.platform == "win32" else name
    candidates = (os.path.join(folder, full) for folder in path.split(os.pathsep) if os.path.isabs(folder))  # noqa: PTH117, PTH118  a draft's start-up counts
    return next((path for path in candidates if os.path.isfile(path) and os.access(path, os.X_OK)), None)  # noqa: PTH113  the same
