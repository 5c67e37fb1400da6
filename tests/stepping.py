"""Runs one command again and again, each time in a copy of its own, and stops it, or fails it, at another step.

A step is whatever leaves the disk otherwise than it was, as Python itself tells of it (`sys.addaudithook`): a file that
is opened to be written, renamed, linked or removed, a folder that is made or removed, a program of Git's that writes.
Of such a program there are two steps: before it is started, and while it is at work. Between two steps nothing changes
but the bytes of a file that has no name yet. Nothing of it is bound to one system but the kill itself.

Started as `python -m tests.stepping`: it tells which steps there are, reads which of them are wanted, and tells what
became of each, all as lines of JSON.
"""

from __future__ import annotations

import errno
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, Literal, NamedTuple

How = Literal["killed", "interrupted", "full", "faulty"]
HOME = Path(__file__).parents[1]
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = frozenset(("os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.symlink"))
TAKING_ROOM = ("write ", "mkdir ", "link ", "rename ", "before ")
DISKS = {"full": (errno.ENOSPC, "No space left on device"), "faulty": (errno.EIO, "Input/output error")}
READING = frozenset(
    (
        *("cat-file", "check-attr", "config", "diff", "diff-index", "diff-tree", "for-each-ref", "hash-object", "log"),
        *("ls-files", "ls-remote", "ls-tree", "merge-base", "rev-list", "rev-parse", "show", "show-ref"),
        *("status", "symbolic-ref", "var", "version", "--version", "check-ref-format"),
    )
)
COMMAND = f"{__name__}:reportkit"
PATIENCE = 10.0  # seconds for a program that lives on after the program that started it


class Step(NamedTuple):
    """One step at which it was stopped or failed: what it was about, how it ended (-9: killed), what is left there."""

    number: int
    label: str
    code: int
    top: Path


class Tried(NamedTuple):
    """Every step that the command has, in order; what became of it at those that were tried; and where it ended."""

    labels: tuple[str, ...]
    steps: tuple[Step, ...]
    whole: Step


def stop_at_each(
    pristine: Path,
    copies: Path,
    words: Sequence[str] = (),
    *,
    act: str = COMMAND,
    how: How = "killed",
    environment: dict[str, str],
    wanted: Callable[[int, str], bool] = lambda _, __: True,
) -> Tried:
    """Run a command in copies of the folder `pristine`, whose project is `project`, each time to another step.

    `words` are what is typed after `reportkit`; or `act`, a function as "module:name", is called with the project.
    `wanted` chooses the steps by number and label: each is tried in a folder of its own below `copies`. Where it is
    `interrupted`, that is by Ctrl-C, which Git gets too. Where a disk is `full`, it stays so from that step on, for
    Git too; where it is `faulty`, it fails at that step alone.
    """
    runner = [sys.executable, "-m", __spec__.name, str(pristine), str(copies), how, act, *words]
    own = {"PYTHONPATH": str(HOME), "PYTHONDONTWRITEBYTECODE": "1", **environment}
    process = subprocess.Popen(
        runner, cwd=HOME, env=own, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        labels = json.loads(process.stdout.readline() or "null")
        assert labels is not None, process.stderr.read()
        chosen = [number for number, label in enumerate(labels) if wanted(number, label)]
        answers, said = process.communicate(json.dumps(chosen) + "\n")
        assert process.returncode == 0, said
    found = (json.loads(line) for line in answers.splitlines())
    *steps, whole = (Step(*each[:3], Path(each[3])) for each in found)
    return Tried(tuple(labels), tuple(steps), whole)


class Stopper:
    """Counts the steps below a folder, and does what is to be done at one of them."""

    def __init__(self, top: str, strike: Callable[[int, str], None]) -> None:
        self.labels: list[str] = []
        self._top = os.path.realpath(top)
        self._strike = strike
        self.pid = 0
        self.failing = ""  # the program that is started instead of Git where the disk has failed

    def beginning(self, words: object) -> dict[str, str]:
        """Return what a program is to be started with besides."""
        verb = verb_of(words)
        if verb in READING:
            return {}
        self.failing = ""
        self._step(f"before {verb}")
        return {"executable": self.failing} if self.failing else {}

    def hear(self, event: str, given: tuple[Any, ...]) -> None:
        """The hook: Python calls it before whatever the event is about."""
        if event == "open":
            path, _, flags = given
            if isinstance(flags, int) and flags & WRITING and self._is_here(path):
                self._step(f"write {Path(os.fsdecode(path)).name}")
        elif event in CHANGES:
            path = given[1] if event in ("os.rename", "os.link") else given[0]
            if self._is_here(path) and not (event == "os.mkdir" and Path(os.fsdecode(path)).is_dir()):
                self._step(f"{event[3:]} {Path(os.fsdecode(path)).name}")

    def started(self, process: subprocess.Popen[Any]) -> None:
        """A program is at work."""
        verb = verb_of(process.args)
        if verb not in READING:
            self.pid = process.pid
            self._step(f"during {verb}")

    def _is_here(self, path: object) -> bool:
        if not isinstance(path, (str, bytes, os.PathLike)):
            return False
        return os.path.realpath(os.fsdecode(path)).startswith(self._top + os.sep)

    def _step(self, label: str) -> None:
        self.labels.append(label)
        self._strike(len(self.labels) - 1, label)


def verb_of(words: object) -> str:
    """Return the command of Git's among the words of a program: the first that is no option and no option's value."""
    left = iter([os.fsdecode(word) for word in words] if isinstance(words, (list, tuple)) else [])
    program = Path(next(left, "")).name
    if program.removesuffix(".exe") != "git":
        return program
    for word in left:
        if word in ("-c", "-C"):
            next(left, None)
        elif not word.startswith("--no-pager"):
            return word
    return program


def hear_everything(stopper: Stopper) -> None:
    begins = subprocess.Popen.__init__

    def beginning(process: subprocess.Popen[Any], words: Any, *given: Any, **named: Any) -> None:
        begins(process, words, *given, **named, **stopper.beginning(words))
        stopper.started(process)

    subprocess.Popen.__init__ = beginning  # type: ignore[method-assign]
    sys.addaudithook(stopper.hear)


def reportkit(project: str, *words: str) -> int:
    """Type a command in the project; what it says is kept beside it."""
    from reportkit.cli.main import run

    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = run(["-C", project, *words])
    Path(f"{Path(project).parent}.txt").write_text(said.getvalue(), encoding="utf-8")
    return int(code)


def tried(pristine: str, top: str, how: str, at: int, act: str, *words: str) -> tuple[int, list[str]]:
    """Do the act in a copy, in a process of its own; its exit code, and the steps that it came to."""
    shutil.copytree(pristine, top, symlinks=True)
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        os.close(reads)
        os.setsid()
        _run(top, how, at, writes, act, *words)
    os.close(writes)
    with os.fdopen(reads, encoding="utf-8") as file:
        told = [json.loads(line) for line in file]
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if told:
        _wait_for(told[-1]["pid"])
    return code, told[-1]["labels"] if told else []


def _run(top: str, how: str, at: int, writes: int, act: str, *words: str) -> None:
    """In the child: do the act, and say before it is stopped, or at its end, which steps there were."""
    does = found(act)

    def tell() -> None:
        os.write(writes, f"{json.dumps({'labels': stopper.labels, 'pid': stopper.pid})}\n".encode())

    def strike(number: int, label: str) -> None:
        if number < at or at < 0 or (number > at and how != "full"):
            return
        if how in ("killed", "interrupted"):
            tell()
            os.killpg(0, signal.SIGKILL if how == "killed" else signal.SIGINT)
        elif label.startswith("before "):
            stopper.failing = failing_git(top, how)
        elif label.startswith(TAKING_ROOM):
            raise OSError(*DISKS[how])

    stopper = Stopper(top, strike)
    hear_everything(stopper)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # the shell that runs the tests may ignore it
    try:
        code = does(f"{top}/project", *words)
    except KeyboardInterrupt:
        code = 130
    tell()
    os._exit(code)


def failing_git(top: str, how: str) -> str:
    """Return a program that says what Git says on such a disk."""
    program = Path(f"{top}.{how}")
    if not program.exists():
        program.write_text(
            f"#!/bin/sh\necho 'fatal: unable to write: {DISKS[how][1]}' >&2\nexit 128\n", encoding="utf-8"
        )
        program.chmod(0o755)
    return str(program)


def found(name: str) -> Callable[..., int]:
    """Return the function of that "module:name"."""
    module, _, function = name.partition(":")
    does: Callable[..., int] = getattr(importlib.import_module(module), function)
    return does


def _wait_for(pid: int) -> None:
    """Wait for a program that was started in a session of its own, and goes on after the program that started it."""
    until = time.monotonic() + PATIENCE
    while pid and is_at_work(pid) and time.monotonic() < until:
        time.sleep(0.005)


def is_at_work(pid: int) -> bool:
    """Return whether a program has not ended; one that no one has asked yet how it ended is at work no longer."""
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and ") Z " in status.read_text(encoding="utf-8", errors="replace"))


def main(pristine: str, copies: str, how: str, act: str, *words: str) -> None:
    """Do the act to its end, tell which steps it has, and try those that are asked for."""
    import reportkit.actions.notify
    import reportkit.actions.publish  # noqa: F401  both so that the children need not

    found(act)
    whole = f"{copies}/whole"
    code, labels = tried(pristine, whole, how, -1, act, *words)
    sys.stdout.write(f"{json.dumps(labels)}\n")
    sys.stdout.flush()
    for number in json.loads(sys.stdin.readline()):
        top = f"{copies}/{number}"
        ended, came_to = tried(pristine, top, how, number, act, *words)
        _answer(number, came_to[number], ended, top)
    _answer(len(labels), "the end", code, whole)


def _answer(*facts: object) -> None:
    sys.stdout.write(f"{json.dumps(facts)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
