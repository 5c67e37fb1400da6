"""The one place that runs the `git` program, with nothing of the user's surroundings in its way.

No variables of another Git run, no replace refs, grafts, hooks, file-system monitors, external differs,
pagers or prompts; no other program that the repository's own settings name; plain C messages; what is written is on
the disk before Git says so.
"""

from __future__ import annotations

import os
import subprocess
import threading
import weakref
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from msgspec import Struct

from reportkit.errors import Trouble
from reportkit.gitstore.foreign_programs import may_name_programs, put_aside, read_scoped
from reportkit.gitstore.git_errors import trouble
from reportkit.programs import find_program

_SETTINGS = {
    "core.quotePath": "false",
    "core.hooksPath": "/dev/null",
    "core.fsmonitor": "false",
    "core.safecrlf": "false",
    "core.filesRefLockTimeout": "1000",  # milliseconds that another writer of the same branch is waited for
    "core.fsync": "all",
    "core.fsyncMethod": "batch",
    "log.showSignature": "false",
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
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_GRAFT_FILE": f"{os.devnull}/none",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
}


_PORTION = 65536  # bytes


class Finished(Struct, frozen=True):
    """A run of git that has ended: its exit code, what it gave, and what it said."""

    code: int
    output: bytes
    said: str


class Running:
    """A run of git that was started and is collected later, so that other work goes on beside it.

    It ends in any case when it is no longer referred to.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._end = weakref.finalize(self, _end, process)

    def finish(self, given: bytes = b"") -> Finished:
        """Wait for the end. `given` is what git reads."""
        output, said = self._process.communicate(given)
        self._end.detach()
        return Finished(self._process.returncode, output, said.decode("utf-8", "replace").strip())


class PendingGit:
    """A question to git that it works on while other work goes on."""

    def __init__(self, folder: Path, words: Sequence[str], running: Running) -> None:
        self._folder = folder
        self._words = words
        self._running = running

    def answer(self, given: bytes = b"") -> bytes:
        """Return what git gives. `given` is what it reads. Raises Trouble, in a sentence, where it fails."""
        finished = self._running.finish(given)
        if finished.code:
            raise trouble(self._words[0], finished.said, self._folder)
        return finished.output


class Conversation:
    """A run of git that is asked again and again, or whose answer is read while it still comes.

    It ends when it is closed, or when it is no longer referred to. `answers` is what it answers, to be read line by
    line or in so many bytes; nothing comes at the end of everything.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self.answers = _stream(process.stdout)
        self._end = weakref.finalize(self, _end, process)

    def say(self, given: bytes) -> None:
        """Hand git something to read. Where it has ended, the next answer is the end."""
        with suppress(OSError):
            _stream(self._process.stdin).write(given)
            _stream(self._process.stdin).flush()

    def say_last(self, given: bytes) -> None:
        """Hand git the last that it is to read, however much, while its answers are taken already."""

        def hand_over() -> None:
            with suppress(OSError, ValueError):
                _stream(self._process.stdin).write(given)
                _stream(self._process.stdin).close()

        threading.Thread(target=hand_over, daemon=True).start()

    def some(self) -> bytes:
        """Whatever it has answered by now, at least a byte; nothing at the end of everything."""
        return os.read(self.answers.fileno(), _PORTION)

    def close(self) -> str:
        """Let it end, whatever it was about. Returns what it said."""
        return self._end() or ""


def _end(process: subprocess.Popen[bytes]) -> str:
    process.terminate()
    with suppress(OSError, ValueError):
        _stream(process.stdin).close()
    process.stdin = None
    _, said = process.communicate()
    return said.decode("utf-8", "replace").strip()


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("all three streams of a run of git are pipes")
    return stream


def start(folder: Path, words: Sequence[str], *, index: Path | None = None) -> Running:
    """Start git in `folder`. `index` stands in for the repository's own index. Raises Trouble without git."""
    own = {"GIT_INDEX_FILE": str(index)} if index else {}
    return Running(_process(folder, words, own))


def converse(folder: Path, words: Sequence[str]) -> Conversation:
    """Start git in `folder`, to be asked again and again. Raises Trouble without git."""
    return Conversation(_process(folder, words, {}))


def words_against_foreign(folder: Path) -> tuple[str, ...]:
    """Return what to say to Git before a command, so that no program is started that settings in the folder name."""
    if not may_name_programs(folder):
        return ()
    listing, _ = _popen(folder, ("--no-pager", "config", "-z", "--show-scope", "--list"), {}).communicate()
    return put_aside(read_scoped(listing))


def _process(folder: Path, words: Sequence[str], own: dict[str, str]) -> subprocess.Popen[bytes]:
    return _popen(folder, (*words_against_foreign(folder), *_BEFORE_EVERY_COMMAND, *words), own)


def _popen(folder: Path, words: Sequence[str], own: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [find_git(), *words],
        cwd=folder,
        env=clean_environment(os.environ) | own,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=_PORTION,
    )


def run(folder: Path, *words: str, given: bytes = b"", index: Path | None = None) -> Finished:
    """Run git in `folder` to its end, whatever its exit code."""
    return start(folder, words, index=index).finish(given)


def git(folder: Path, *words: str, given: bytes = b"", index: Path | None = None) -> bytes:
    """Return what git gives. Raises Trouble, in a sentence, where it fails."""
    return ask(folder, *words, index=index).answer(given)


def ask(folder: Path, *words: str, index: Path | None = None) -> PendingGit:
    """Ask git in `folder` without waiting for the answer. Raises Trouble without git."""
    return PendingGit(folder, words, start(folder, words, index=index))


def line(folder: Path, *words: str, given: bytes = b"", index: Path | None = None) -> str:
    """Return what git gives, as one line of text. Raises Trouble."""
    return os.fsdecode(git(folder, *words, given=given, index=index)).rstrip("\r\n")


def clean_environment(surroundings: Mapping[str, str]) -> dict[str, str]:
    """Return the environment git is given: the user's, without another Git run's variables, and with ours."""
    kept = {name: value for name, value in surroundings.items() if name in _KEPT or not name.startswith("GIT_")}
    return kept | _OURS


def find_git() -> str:
    """Return the program's full path. Raises Trouble, with where to get it, where there is none."""
    found = find_program("git")
    if found is None:
        raise Trouble(
            "Git is not on this computer, or not on its PATH",
            remedy="Get it from https://git-scm.com/downloads, then open a new terminal.",
        )
    return found
