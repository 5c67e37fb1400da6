"""GitPython, which carries versions to other places and back: a clone, a fetch, a push, with their progress.

No hooks of this computer run, and no program that the copy's own settings name; nothing is asked for, no password is
waited for, and a place that falls silent is given up. Hooks of the shared place are its own: there they are what guards
it.
"""

from __future__ import annotations

import os
import shlex
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from msgspec import Struct

from reportkit.errors import Trouble
from reportkit.gitstore.git_program import clean_environment, find_git, words_against_foreign
from reportkit.gitstore.git_settings import outside_setting, scoped_settings
from reportkit.gitstore.progress_report import TellProgress

if TYPE_CHECKING:
    from git import Git

_SILENCE = 120.0  # seconds without a word
_SETTINGS = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.askPass=",
    "core.fsync=all",
    "core.fsyncMethod=batch",
    "gc.auto=0",
    "maintenance.auto=false",
    "fetch.fsckObjects=true",
    "submodule.recurse=false",
    "push.followTags=false",
    "push.gpgSign=false",
    "color.ui=false",
    "http.lowSpeedLimit=1",
    "http.lowSpeedTime=60",
)
_NO_WINDOWS = {"GIT_ASKPASS": "", "SSH_ASKPASS_REQUIRE": "never"}
_PROTOCOLS = "file:git:http:https:ssh"  # for any other Git starts a program that the address names
_NO_QUESTIONS = "-oBatchMode=yes -oConnectTimeout=15 -oServerAliveInterval=15 -oServerAliveCountMax=3"


class Carried(Struct, frozen=True):
    """The result of a transport: Git's exit code, its output, and what it and the other side said."""

    code: int
    output: str
    said: str


def carry(folder: Path, words: Sequence[str], progress: TellProgress | None = None) -> Carried:
    """Run one command of Git's that speaks to another place. Raises Trouble where that falls silent."""
    find_git()  # GitPython fails on import without it
    from git import Git  # 0.1 s to import; only sharing needs it
    from git.cmd import handle_process_output

    ears = _Ears(progress)
    started = _start(Git(str(folder)), folder, words)
    process = started.proc
    if process is None:
        raise Trouble("Git could not be started", remedy="Run `reportkit doctor`.")
    output: list[str] = []
    with _given_up_when_silent(process.pid, ears):
        handle_process_output(started, output.append, ears.hear, None, decode_streams=False)
        code = process.wait()
    if ears.given_up:
        raise Trouble("The shared place fell silent half-way", remedy="Is the network there? Try again later.")
    return Carried(code, "".join(output), ears.said())


def _start(git: Git, folder: Path, words: Sequence[str]) -> Git.AutoInterrupt:
    git.update_environment(**_environment(folder))
    against = ("--no-pager", *words_against_foreign(folder))
    command = [find_git(), *against, *(word for setting in _SETTINGS for word in ("-c", setting)), *words]
    with no_other_run():
        return git.execute(command, as_process=True, universal_newlines=True, errors="replace", start_new_session=True)


def _environment(folder: Path) -> dict[str, str]:
    known = scoped_settings(folder, r"^core\.(sshcommand|gitproxy)$")
    proxy = {"GIT_PROXY_COMMAND": ""} if any(each.is_own and each.name == "core.gitproxy" for each in known) else {}
    ssh = _ssh(outside_setting(known, "core.sshcommand"))
    return clean_environment({}) | _NO_WINDOWS | proxy | {"GIT_SSH_COMMAND": ssh, "GIT_ALLOW_PROTOCOL": _PROTOCOLS}


def _ssh(own: str) -> str:
    """Return the user's own way to start ssh, told to ask nothing. Another program than OpenSSH's is left as it is."""
    command = os.environ.get("GIT_SSH_COMMAND") or own.strip() or "ssh"
    return f"{command} {_NO_QUESTIONS}" if _is_openssh(command) else command


def _is_openssh(command: str) -> bool:
    try:
        program = next(iter(shlex.split(command, posix=os.name != "nt")), "")
    except ValueError:  # a quotation mark too few, which only a place that is reached by ssh has to know of
        return False
    return PurePath(program.strip('"')).stem.lower() == "ssh"


@contextmanager
def no_other_run() -> Iterator[None]:
    """Hide the variables of another Git run, such as GIT_DIR, which GitPython would hand on."""
    kept = clean_environment(os.environ)
    hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("GIT_") and name not in kept}
    try:
        yield
    finally:
        os.environ.update(hidden)


class _Ears:
    """Hears what Git says while it works: progress is handed on, words are kept."""

    def __init__(self, progress: TellProgress | None) -> None:
        from git.util import CallableRemoteProgress  # with GitPython

        self._progress = progress
        self._parser = CallableRemoteProgress(self._report)
        self._parse = self._parser.new_message_handler()
        self.heard = time.monotonic()
        self.given_up = False

    def hear(self, line: str) -> None:
        self.heard = time.monotonic()
        self._parse(line)

    def _report(self, stage: int, done: str | float, of: str | float | None = None, message: str = "") -> None:  # noqa: ARG002  GitPython's signature
        if self._progress is not None:
            self._progress(_STAGES.get(stage & self._parser.OP_MASK, "Working"), int(done), int(of or 0))

    def said(self) -> str:
        return "\n".join([*self._parser.error_lines, *self._parser.other_lines])


# GitPython's stages, as RemoteProgress numbers them.
_STAGES = {4: "Counting", 8: "Packing", 16: "Sending", 32: "Receiving", 64: "Putting together", 256: "Putting in place"}


@contextmanager
def _given_up_when_silent(pid: int, ears: _Ears) -> Iterator[None]:
    """Watch over a process: it is ended, with all that it started, when it falls silent or we are stopped."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.1):
            if time.monotonic() - ears.heard > _SILENCE:
                ears.given_up = True
                _end(pid)
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    except BaseException:
        _end(pid)
        raise
    finally:
        over.set()
        watcher.join()


def _end(pid: int) -> None:
    """End a process that was started in a session of its own, with all that it started."""
    with suppress(OSError):
        if sys.platform == "win32":
            os.kill(pid, signal.SIGTERM)
        else:
            os.killpg(pid, signal.SIGKILL)
