"""Letters are all issued or none: killed at each step, on a full disk, and by two people at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportkit.cli.main import run
from tests.cli.conftest import Process
from tests.cli.issuing.conftest import DAY, as_person
from tests.cli.moderating.conftest import SLUG, Office

# Runs the command in copies, killed each time at another step: where a program of Git is started, or a file is put in
# place, whose words hold the step's name. The last is not killed.
KILL = """
import os, shutil, signal, subprocess, sys
from reportkit.cli.main import run
from reportkit.cli.issuing import issuing

copies, project, steps, *words = sys.argv[1:]
for number, step in enumerate([*steps.split(","), "?never"]):
    place = os.path.join(copies, str(number), "project")
    shutil.copytree(project, place, symlinks=True)
    child = os.fork()
    if not child:
        os.setsid()
        def stepping(function, has_it):
            def stepped(*given, **named):
                if has_it and any(step in str(each) for each in given if not isinstance(each, subprocess.Popen)):
                    os.killpg(0, signal.SIGKILL)
                return function(*given, **named)
            return stepped
        for name in ("rename", "replace", "link"):
            setattr(os, name, stepping(getattr(os, name), "/" in step))
        subprocess.Popen.__init__ = stepping(subprocess.Popen.__init__, "/" not in step)
        os._exit(run(["-C", place, *words]))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if (code == -signal.SIGKILL) == (step == "?never"):
        sys.exit(f"{step}: {code}")
"""
ROOT = Path(__file__).parents[3]
BEFORE = ("unpack-objects", "update-ref")
AFTER = ("/issued/", "-letters/")


@pytest.fixture
def killed(decided: Path, tmp_path: Path) -> dict[str, Path]:
    """What each kill leaves, by its step; "never" came to its end."""
    top = tmp_path
    with pytest.MonkeyPatch.context() as patch:
        as_person(patch, top / "any", "gus")
    own = {"GIT_CONFIG_GLOBAL": str(top / "gus.gitconfig"), "PATH": _without_office(top), "PYTHONPATH": str(ROOT)}
    copies = top / "copies"
    copies.mkdir()
    steps = ",".join((*BEFORE, *AFTER))
    done = subprocess.run(
        [sys.executable, "-c", KILL, str(copies), str(decided), steps, "notify", SLUG, "--today", DAY],
        env={"HOME": str(top), **own},
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {step: copies / str(number) / "project" for number, step in enumerate((*BEFORE, *AFTER, "never"))}


def _without_office(folder: Path) -> str:
    """A PATH with Git and no LibreOffice on it: a conversion would cost seconds each time."""
    programs = folder / "bin"
    programs.mkdir()
    for name in ("git", "sh", "ssh-keygen"):
        found = shutil.which(name)
        if found:
            (programs / name).symlink_to(found)
    return str(programs)


def recorded(root: Path) -> list[str]:
    """What the newest version holds of the letters."""
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "HEAD", f"moderation/{SLUG}/"],
        cwd=root,
        capture_output=True,
        check=True,
    )
    return [name for name in listed.stdout.decode().split() if "-letter" in name or "press-release" in name]


WHOLE = 5  # the record, three letters and the release


def test_killed_at_each_step_all_are_issued_or_none_and_the_same_command_again_is_safe(
    killed: dict[str, Path], monkeypatch, capsys
) -> None:
    """In one test, so that the copies are made once however many workers there are."""
    for step, root in killed.items():
        assert len(recorded(root)) == (0 if step in BEFORE else WHOLE), step
        assert recorded(root) or not (root / "out").exists()
    monkeypatch.setattr("reportkit.cli.issuing.pdf.office_program", lambda: None)
    for step, code in (("update-ref", 0), ("/issued/", 1)):
        root = killed[step]
        as_person(monkeypatch, root, "gus")
        assert run(["-C", str(root), "notify", SLUG, "--today", DAY]) == code, capsys.readouterr()
        assert len(recorded(root)) == WHOLE
        assert run(["-C", str(root), "notify", "copies", SLUG, "--today", DAY]) == 0
        assert run(["-C", str(root), "verify"]) == 0


def test_a_disk_that_is_full_at_any_file_leaves_nothing(office: Office, monkeypatch) -> None:
    tip = office.git("rev-parse", "HEAD")
    before = len(office.records())
    synced = os.fsync
    for number in range(1, 60):
        left = number

        def full(handle: int) -> None:
            nonlocal left
            left -= 1
            if not left:
                raise OSError(28, "No space left on device")
            synced(handle)

        monkeypatch.setattr("os.fsync", full)
        done = office.at("gus")("notify", SLUG, "--today", DAY)
        monkeypatch.setattr("os.fsync", synced)
        if office.git("rev-parse", "HEAD") != tip:
            break
        assert done.code != 0
        assert len(office.records()) == before
        assert not (office.root / "out" / f"{SLUG}-letters").exists()
    assert len(recorded(office.root)) == WHOLE


@pytest.fixture
def clones(office: Office, tmp_path: Path, monkeypatch, capsys) -> dict[str, Office]:
    """Two administrators' copies of one shared place."""
    shared = tmp_path / "shared.git"
    subprocess.run(["git", "clone", "-q", "--bare", str(office.root), str(shared)], check=True)
    copies = {}
    for person in ("gus", "flo"):
        root = tmp_path / person / "project"
        root.parent.mkdir()
        subprocess.run(["git", "clone", "-q", str(shared), str(root)], check=True)
        copies[person] = Office(root, monkeypatch, capsys)
    return copies


def shared_letters(clones: dict[str, Office]) -> list[str]:
    shared = clones["gus"].root.parent.parent / "shared.git"
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "HEAD"], cwd=shared, capture_output=True, check=True
    )
    return [name for name in listed.stdout.decode().split() if "-letters-" in name]


def test_letters_are_in_the_shared_place_before_anybody_has_a_copy(clones: dict[str, Office]) -> None:
    done = clones["gus"].at("gus")("notify", SLUG, "--today", DAY)
    assert done.code == 0, done.err
    assert len(shared_letters(clones)) == 1
    other = clones["flo"].at("flo")("notify", SLUG, "--today", DAY)
    assert (other.code, "The letters were issued already" in other.err) == (1, True)
    assert clones["flo"].at("flo")("notify", "copies", SLUG, "--today", DAY).code == 0


def test_without_the_shared_place_nothing_is_issued(clones: dict[str, Office]) -> None:
    shutil.move(clones["gus"].root.parent.parent / "shared.git", clones["gus"].root.parent.parent / "gone.git")
    before = clones["gus"].records()
    done = clones["gus"].at("gus")("notify", SLUG, "--today", DAY)
    assert done.code == 4
    assert done.err.startswith("Nothing was issued, for nobody can tell whether others were quicker: ")
    assert clones["gus"].records() == before
    assert not (clones["gus"].root / "out").exists()


def test_a_shared_place_that_takes_nothing_leaves_nothing_here(clones: dict[str, Office]) -> None:
    hook = clones["gus"].root.parent.parent / "shared.git" / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho no >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    before, tip = clones["gus"].records(), clones["gus"].git("rev-parse", "HEAD")
    done = clones["gus"].at("gus")("notify", SLUG, "--today", DAY)
    assert done.code != 0
    assert (clones["gus"].records(), clones["gus"].git("rev-parse", "HEAD")) == (before, tip)
    assert not (clones["gus"].root / "out").exists()


def test_of_two_who_issue_at_the_same_moment_one_does(clones: dict[str, Office], process: Process) -> None:
    running = []
    for person, copy in clones.items():
        copy.at(person)
        settings = {
            **process.environment,
            "GIT_CONFIG_GLOBAL": str(copy.root.parent / f"{person}.gitconfig"),
            "PATH": _without_office(copy.root.parent),
        }
        words = [*process.command, "-C", str(copy.root), "notify", SLUG, "--today", DAY]
        running.append(subprocess.Popen(words, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE))
    said = [each.communicate()[1].decode() for each in running]
    assert sorted(each.returncode for each in running) == [0, 1], said
    assert len(shared_letters(clones)) == 1
    lost = next(person for person, each in zip(clones, running, strict=True) if each.returncode)
    assert not (clones[lost].root / "out").exists()
