"""Killed at any step, a full disk, two at once: what is written is whole or absent, and the next run goes on."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import reportkit as package
from reportkit.cli.main import run
from tests.bad_input import project as spoiling
from tests.bad_input import words

SOURCE = os.fspath(Path(package.__file__).parents[1])
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("COV")} | {"PYTHONPATH": SOURCE}
DRAFT = ("draft", "homes")
NEW = (*words.NEW, "elm")
ADD = (*words.ADD, "homes", "late", "--text", "Tenants wait.")
DRIVER = ("add", "driver", "homes", "money", "--title", "Money", "--reach", "corporate", "--text", "There is some.")
REPORT = "out/homes-draft.docx"
CASEWORK = "moderation/elm/casework.yaml"
DRIVERS = f"{spoiling.HOME}/drivers-and-barriers.yaml"
BEFORE = "drivers: []\nbarriers: []\n"

# Runs a command in one copy of the project after the other, each killed one step later than the last,
# until one comes to its end. A step is what changes a disk.
KILL = """
import os, shutil, signal, sys
from itertools import count
from pathlib import Path
from reportkit.cli.main import run
import reportkit.cli.add, reportkit.cli.draft, reportkit.cli.new, reportkit.actions.draft

def step():
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

def stepping(call):
    def stepped(*words, **named):
        step()
        return call(*words, **named)
    return stepped

def opened(event, words):
    if event == "open" and isinstance(words[0], (str, bytes)) and words[2] & (os.O_WRONLY | os.O_RDWR):
        step()

for left in count(1):
    folder = Path(sys.argv[1], str(left))
    shutil.copytree("project", folder)
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        for name in ("fsync", "replace", "rename", "link", "mkdir", "unlink", "rmdir"):
            setattr(os, name, stepping(getattr(os, name)))
        sys.addaudithook(opened)
        os._exit(run(sys.argv[2:]))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code != -signal.SIGKILL:
        sys.exit(code)
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = spoiling.make_project(tmp_path / "project")
    spoiling.written(DRIVERS, BEFORE)(root)
    spoiling.written(REPORT, "the old one")(root)
    (root / "moderation").mkdir()
    monkeypatch.chdir(root)
    monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(tmp_path))
    return root


def killed(project: Path, command: tuple[str, ...]) -> list[Path]:
    """Return what is left of the project by each kill, one step later each; the last came to its end."""
    copies = project.parent / "copies"
    start = [sys.executable, "-c", KILL, os.fspath(copies), *command]
    finished = subprocess.run(
        start,
        cwd=project.parent,
        env=ENVIRONMENT,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return sorted(copies.iterdir(), key=lambda path: int(path.name))


def ours(root: Path) -> dict[str, bytes]:
    """Return every file but what a cut-off run left under a name of its own."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)
    }


@pytest.mark.parametrize(
    ("command", "written"),
    [
        (ADD, [f"{spoiling.HOME}/findings/late.md"]),
        (DRIVER, [DRIVERS]),
        (NEW, ["inspections/elm/inspection.yaml", CASEWORK]),
        (DRAFT, [REPORT]),
    ],
    ids=["add finding", "add driver", "new", "draft"],
)
def test_killed_at_any_step_it_leaves_the_old_or_the_new(project, monkeypatch, capsys, command, written):
    old = ours(project)
    *cut_off, whole = killed(project, command)
    new = ours(whole)
    begun = {**old, CASEWORK: new[CASEWORK]} if CASEWORK in new else old  # notes alone, and no inspection yet
    assert new.keys() >= {*old, *written}
    assert len(cut_off) > 3
    for left in cut_off:
        assert ours(left) in (old, begun, new)
        monkeypatch.chdir(left)
        assert run(["check", "homes"]) == 0, capsys.readouterr()
        again = 0 if ours(left) in (old, begun) or command == DRAFT else 1
        assert run(command) == again, capsys.readouterr()
        assert ours(left).keys() == new.keys()


def names(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))


def same_after(root: Path, before: dict[str, bytes], folders: list[str]) -> bool:
    return ours(root) == before and names(root) == folders


COMMANDS = pytest.mark.parametrize(
    ("command", "code"),
    [(ADD, 4), (DRIVER, 4), (NEW, 4), (DRAFT, 1)],
    ids=["add finding", "add driver", "new", "draft"],
)


@COMMANDS
@pytest.mark.parametrize("number", [28, 122, 5], ids=["no space", "no quota", "a broken disk"])
def test_a_disk_that_refuses_is_one_sentence_and_leaves_everything(project, monkeypatch, capsys, command, code, number):
    before = ours(project), names(project)

    def full(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("os.fsync", full)
    assert run(command) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert os.strerror(number) in said.err
    assert said.err.count("\n") == 1
    assert same_after(project, *before)


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))
from reportkit.cli.main import main
main()
"""


@COMMANDS
def test_a_file_that_may_not_grow_is_one_sentence_and_leaves_everything(project, command, code):
    before = ours(project), names(project)
    finished = subprocess.run(
        [sys.executable, "-B", "-c", LIMITED, *command],
        env=ENVIRONMENT,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    assert (finished.returncode, finished.stdout) == (code, b"")
    assert finished.stderr.count(b"\n") == 1
    assert b"File too large" in finished.stderr
    assert same_after(project, *before)


def together(*commands: tuple[str, ...]) -> list[int]:
    """Return the exit codes of commands that run at the same time; none of them fails but by refusing."""
    start = [sys.executable, "-m", "reportkit"]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    running = [subprocess.Popen([*start, *command], env=ENVIRONMENT, **quiet) for command in commands]
    said = [each.communicate(timeout=120)[1] for each in running]
    assert [words for words in said if b"Traceback" in words or b"bug" in words] == []
    return [each.returncode for each in running]


def nothing_half_done(root: Path) -> bool:
    return not any(path.name.endswith(".tmp") for path in root.rglob("*"))


def test_two_drafts_at_once_leave_one_whole_report(project):
    assert together(DRAFT, DRAFT, DRAFT) == [0, 0, 0]
    with zipfile.ZipFile(project / REPORT) as archive:
        assert archive.testzip() is None
    assert nothing_half_done(project)


def test_of_two_findings_of_one_name_one_is_written_and_the_other_refused(project):
    texts = ["One.", "Two.", "Three."]
    codes = together(*((*words.ADD, "homes", "late", "--text", text) for text in texts))
    assert sorted(codes) == [0, 1, 1]
    kept = (project / spoiling.HOME / "findings" / "late.md").read_text(encoding="utf-8")
    assert kept.rpartition("---\n")[2] == f"{texts[codes.index(0)]}\n"
    assert nothing_half_done(project)


def test_of_two_inspections_of_one_name_one_is_made_and_the_other_refused(project):
    assert sorted(together(NEW, NEW, NEW)) == [0, 1, 1]
    assert (project / "inspections/elm/inspection.yaml").is_file()
    assert nothing_half_done(project)


def test_of_entries_added_at_once_none_is_lost_without_a_word(project):
    ids = ["one", "two", "three", "four"]
    codes = together(*(("add", "driver", "homes", name, "--title", "T", "--reach", "corporate") for name in ids))
    kept = (project / DRIVERS).read_text(encoding="utf-8")
    assert {name for name in ids if f"id: {name}\n" in kept} == {
        name for name, code in zip(ids, codes, strict=True) if code == 0
    }
    assert set(codes) <= {0, 1}
    assert 0 in codes
    assert nothing_half_done(project)
