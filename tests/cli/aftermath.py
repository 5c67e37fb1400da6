"""What a command leaves that was stopped, or met a bad disk: none or all, and the same command again is safe."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from reportkit.cli.main import run
from tests.cli.conftest import Outcome
from tests.stepping import TAKING_ROOM, How, Step, stop_at_each

ADVICE = re.compile(r": `reportkit (save [a-z0-9-]+|sync)` (?:brings it in|puts it there)\.$")


def each_step(_: int, __: str) -> bool:
    """Return all of them, for a trial."""
    return True


def telling_steps(_: int, label: str) -> bool:
    """Return the few that tell most: before the branch moves here, on either side of the push."""
    return label == "before update-ref"


FEW_OR_EACH = [
    pytest.param(telling_steps, id="a few steps"),
    pytest.param(each_step, id="every step", marks=pytest.mark.trial),
]


class Act(NamedTuple):
    """A command: who types it, its words, what it says where it was done already; and whether it is shared first."""

    person: str
    words: tuple[str, ...]
    again: str
    shared_first: bool = False


class Ground(NamedTuple):
    """Where it is tried: a folder with the project, with or without a shared place, to be copied for each step."""

    pristine: Path
    scratch: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    @property
    def is_shared(self) -> bool:
        return (self.pristine / "shared.git").exists()


def prepare(project: Path, scratch: Path, *, shared: bool) -> Path:
    """Return a folder with a copy of the project, and beside it the place that it is shared at."""
    pristine = scratch / "pristine"
    shutil.copytree(project, pristine / "project", symlinks=True)
    if shared:
        words = ("clone", "-q", "--bare", "--template=", str(pristine / "project"), str(pristine / "shared.git"))
        subprocess.run(["git", *words], check=True)
        for more in (("remote", "remove", "origin"), ("remote", "add", "origin", "../shared.git"), ("fetch", "-q")):
            subprocess.run(["git", *more], cwd=pristine / "project", check=more[1] != "remove", capture_output=True)
    return pristine


def ground_of(
    project: Path, scratch: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, shared: bool
) -> Ground:
    """Return the settings for an act that is tried on a project; no LibreOffice, which costs seconds each time."""
    monkeypatch.setattr("reportkit.actions.pdf.find_libreoffice", lambda: None)
    return Ground(prepare(project, scratch, shared=shared), scratch, capsys, monkeypatch)


class Stopped(NamedTuple):
    """What the act leaves at each of the wanted steps, and how many files it adds where it comes to its end."""

    files: int
    steps: tuple[Step, ...]


def stopped(ground: Ground, act: Act, wanted: Callable[[int, str], bool], how: How = "killed") -> Stopped:
    """Check that each was truly stopped there."""
    settings = ground.scratch / f"{act.person}.gitconfig"
    settings.write_text(f"[user]\n\tname = {act.person}\n\temail = {act.person}@example.org\n", encoding="utf-8")
    ground.monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    copies = ground.scratch / "copies"
    copies.mkdir()
    surroundings = {
        "HOME": str(ground.scratch),
        "GIT_CONFIG_GLOBAL": str(settings),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PATH": without_office(ground.scratch),
    }
    tried = stop_at_each(
        ground.pristine, copies, ("--no-input", *act.words), how=how, environment=surroundings, wanted=wanted
    )
    assert tried.whole.code == 0, told(tried.whole)
    assert tried.steps, tried.labels
    for step in tried.steps:
        assert (step.code == -9) == (how == "killed"), (step, told(step))
    return Stopped(len(added(tried.whole.top / "project", ground.pristine)), tried.steps)


def without_office(folder: Path) -> str:
    """Return a PATH with Git and no LibreOffice on it: a conversion would cost seconds each time."""
    programs = folder / "bin"
    programs.mkdir(exist_ok=True)
    for name in ("git", "sh", "ssh-keygen"):
        found = shutil.which(name)
        if found and not (programs / name).exists():
            (programs / name).symlink_to(found)
    return str(programs)


def told(step: Step) -> str:
    """Return what the command said."""
    path = step.top.with_name(f"{step.top.name}.txt")
    return path.read_text(encoding="utf-8") if path.exists() else ""


def added(repository: Path, pristine: Path) -> list[str]:
    """Return the files that a repository's newest version has and the pristine project's had not."""
    before = git(pristine / "project", "rev-parse", "HEAD").strip()
    return git(repository, "diff", "--name-only", before, "HEAD").split()


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout


def types(ground: Ground, step: Step, *words: str) -> Outcome:
    """Type a command in what the step left; a lock that a killed Git left is deleted, as it is told to."""
    for _ in range(3):
        ground.capsys.readouterr()
        code = int(run(["-C", str(step.top / "project"), "--no-input", *words]))
        said = ground.capsys.readouterr()
        if code != 4 or "delete that file" not in said.err:
            break
        for lock in step.top.rglob("*.lock"):
            lock.unlink()
    return Outcome(code, said.out, said.err)


def killed_at_each(ground: Ground, act: Act, wanted: Callable[[int, str], bool]) -> None:
    """Killed at each step, there are none of the files or all, here and in the shared place; and it is safe again.

    Nothing lies in out/ under its name before everyone has the act.
    """
    _stopped_at_each(ground, act, stopped(ground, act, wanted))


def interrupted_at_each(ground: Ground, act: Act, wanted: Callable[[int, str], bool]) -> None:
    """The same by Ctrl-C, which ends it with one line."""
    ended = stopped(ground, act, wanted, "interrupted")
    for step in ended.steps:
        assert step.code == 130, (step, told(step))
        assert told(step).endswith("\nStopped; nothing more was done.\n"), (step, told(step))
    _stopped_at_each(ground, act, ended)


def _stopped_at_each(ground: Ground, act: Act, ended: Stopped) -> None:
    files, steps = ended
    for step in steps:
        recorded = _recorded(ground, act, step, files)
        assert recorded or handed_over(step.top) == handed_over(ground.pristine), step
        _verified(ground, step)
        _again(ground, act, step, recorded=recorded)
        _whole(ground, act, step, files)


def failing_at_each(ground: Ground, act: Act, wanted: Callable[[int, str], bool], how: How = "full") -> None:
    """The same where the disk has no more room from some step on, or fails at that step alone: that is said."""
    files, steps = stopped(ground, act, wanted, how)
    for step in steps:
        recorded = _recorded(ground, act, step, files)
        assert step.code in ((0,) if recorded else (1, 4)), (step, told(step))
        assert "This is a bug" not in told(step)
        _again(ground, act, step, recorded=recorded)
        _whole(ground, act, step, files)


def _recorded(ground: Ground, act: Act, step: Step, files: int) -> bool:
    """Return whether it is recorded anywhere; it is never where it must not be alone."""
    here = _none_or_all(step, step.top / "project", ground, files)
    if not ground.is_shared:
        return here
    there = _none_or_all(step, step.top / "shared.git", ground, files)
    assert not (here and not there if act.shared_first else there and not here), step
    return here or there


def _again(ground: Ground, act: Act, step: Step, *, recorded: bool) -> None:
    """The same command does it, or says that it is done; and what verify then advises helps."""
    again = types(ground, step, *act.words)
    assert again.code == (1 if recorded else 0), (step, again)
    assert not recorded or act.again in again.err, (step, again)
    for advice in _verified(ground, step):
        types(ground, step, *advice.split())
    assert not _verified(ground, step), step


def takes_room(_: int, label: str) -> bool:
    """Return whether a full disk could refuse this step."""
    return label.startswith(TAKING_ROOM)


def _none_or_all(step: Step, repository: Path, ground: Ground, files: int) -> bool:
    found = added(repository, ground.pristine)
    assert len(found) in (0, files), (step, found)
    return bool(found)


def handed_over(top: Path) -> set[str]:
    """Return what lies in out/ under its own name."""
    return {path.name for path in (top / "project/out").rglob("*") if path.is_file() and path.name[0] != "."}


def _verified(ground: Ground, step: Step) -> set[str]:
    """Check that the record is whole, or that each file is named with what to do."""
    verified = types(ground, step, "verify")
    *found, _ = verified.out.splitlines()
    assert verified.code == (1 if found else 0), (step, verified)
    advice = [ADVICE.search(line) for line in found]
    assert all(advice), (step, found)
    return {each[1] for each in advice if each}


def _whole(ground: Ground, act: Act, step: Step, files: int) -> None:
    """In the end it is there once, everywhere, and nothing else is changed."""
    assert len(added(step.top / "project", ground.pristine)) == files, step
    if ground.is_shared:
        if not act.shared_first:
            types(ground, step, "sync")
        assert len(added(step.top / "shared.git", ground.pristine)) == files, step
    left = git(step.top / "project", "status", "--porcelain").splitlines()
    assert [line for line in left if line != "?? out/"] == [], step
