"""Two people's copies of one shared place, in which they do the same thing at the same moment."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from tests.cli.aftermath import Act, without_office
from tests.cli.conftest import Outcome, Process
from tests.cli.moderate.conftest import Office

PEOPLE = ("gus", "flo")
Copy = TypeVar("Copy", bound=Office)


def shared_at(top: Path) -> Path:
    """Return the shared place."""
    return top / "shared.git"


def two_copies(project: Path, top: Path, open_copy: Callable[[Path], Copy]) -> dict[str, Copy]:
    """Return the project shared, and a copy for each of the two."""
    subprocess.run(["git", "clone", "-q", "--bare", "--template=", str(project), str(shared_at(top))], check=True)
    copies = {}
    for person in PEOPLE:
        root = top / person / "project"
        root.parent.mkdir()
        subprocess.run(["git", "clone", "-q", "--template=", str(shared_at(top)), str(root)], check=True)
        copies[person] = open_copy(root)
    return copies


def recorded_there(top: Path, event: str) -> list[str]:
    """Return the records of an event in the shared place."""
    words = ["git", "ls-tree", "-r", "--name-only", "HEAD"]
    listed = subprocess.run(words, cwd=shared_at(top), capture_output=True, check=True, text=True).stdout
    return [name for name in listed.split() if f"-{event}-" in name and name.endswith(".json")]


def nothing_without_the_place(copy: Office, top: Path, act: Act) -> None:
    """Where the shared place cannot be reached, an act is not done, and it is said why."""
    shutil.move(shared_at(top), top / "gone.git")
    done = _not_done(copy, act)
    assert done.code == 4
    assert done.err.startswith("Nothing was issued, because others may have been quicker: ")


def nothing_that_the_place_turns_down(copy: Office, top: Path, act: Act) -> None:
    """Where the shared place turns down whatever comes, nothing of an act is left here."""
    hook = shared_at(top) / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho no >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    assert "did not take your versions: no. They are safe here" in _not_done(copy, act).err


def _not_done(copy: Office, act: Act) -> Outcome:
    """Return an act that leaves nothing: no record, no version, no file, and nothing handed over."""
    before = copy.records(), copy.git("rev-parse", "HEAD"), copy.git("status", "--porcelain")
    done = copy.at(act.person)("--no-input", *act.words)
    assert done.code != 0
    assert (copy.records(), copy.git("rev-parse", "HEAD"), copy.git("status", "--porcelain")) == before
    assert not (copy.root / "out").exists()
    return done


def both_type(copies: Mapping[str, Office], process: Process, *words: str) -> tuple[str, Outcome]:
    """Return who lost, and the message they got, where both type the same at once; one of them does it."""
    running = {}
    for person, copy in copies.items():
        copy.at(person)
        settings = {
            **process.environment,
            "GIT_CONFIG_GLOBAL": str(copy.root.parent / f"{person}.gitconfig"),
            "PATH": without_office(copy.root.parent),
        }
        command = [*process.command, "-C", str(copy.root), *words]
        running[person] = subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    said = {person: tuple(each.decode() for each in run.communicate()) for person, run in running.items()}
    assert sorted(each.returncode for each in running.values()) == [0, 1], said
    (lost,) = (person for person, each in running.items() if each.returncode)
    assert not (copies[lost].root / "out").exists()
    return lost, Outcome(1, *said[lost])
