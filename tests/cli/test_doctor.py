"""`reportkit doctor`: each check on facts in a table, and the gathering on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from msgspec.structs import replace

from reportkit.actions.doctor_checks import Machine, look_over
from reportkit.actions.doctor_machine import gather
from reportkit.cli.main import run
from reportkit.errors import Exit
from reportkit.gitstore.git_facts import GitFacts, RepositoryFacts
from reportkit.gitstore.lock_files import LockFile
from tests.cli.conftest import Program
from tests.every_case import every_case

KNOWN = {"user.name": "Ann Okafor", "user.email": "ann@example.org"}
GIT = GitFacts(program="/usr/bin/git", version=(2, 45, 1), settings=KNOWN)
LOCK = LockFile(path=Path("/h/.git/index.lock"), age=7300, owner="ben", number=1, is_shared=False, is_ours=False)
WELL = Machine(
    judges_strictly=True,
    python=(3, 12),
    git=GIT,
    repository=RepositoryFacts(),
    root=PurePosixPath("/home/ann/housing"),
    format_trouble="",
    house_troubles=(),
    keys=("/home/ann/.ssh/id_ed25519.pub",),
    agent_keys=0,
    ssh_keygen="/usr/bin/ssh-keygen",
    office="/usr/bin/soffice",
    sync_folder=None,
    long_paths=None,
    writable=True,
    free=10**11,
)


def test_on_a_machine_that_is_well_everything_is_fine() -> None:
    assert {advice.state for advice in look_over(WELL)} == {"fine"}


@every_case(
    ("facts", "name", "state", "words"),
    [
        ({"python": (3, 10)}, "python", "stops work", "3.10 is too old. Install Python 3.11"),
        ({"git": None}, "git", "stops work", "not on this computer. Get it from https://git-scm.com"),
        ({"git": replace(GIT, version=(2, 25, 1))}, "git", "stops work", "Git 2.25.1 is too old"),
        ({"git": replace(GIT, settings={})}, "identity", "stops work", "does not know who you are"),
        ({"root": None, "repository": None}, "repository", "to do", "make one with `reportkit init`"),
        ({"format_trouble": "reportkit.yaml:1: newer."}, "repository", "stops work", "reportkit.yaml:1: newer."),
        ({"repository": RepositoryFacts(trouble="Not trusted", remedy="Do x.")}, "repository", "stops work", "Do x."),
        ({"repository": RepositoryFacts(digests="sha256")}, "repository", "stops work", "SHA-256: not supported"),
        (
            {"house_troubles": ("The paper is not A4.",)},
            "house file",
            "to do",
            "templates/house.docx: The paper is not A4.",
        ),
        ({"writable": False}, "disk", "stops work", "may not write"),
        ({"free": 10**6}, "disk", "to do", "Only 0 MB are free"),
        ({"sync_folder": "OneDrive"}, "sync folder", "to do", "kept in step by OneDrive"),
        ({"repository": RepositoryFacts(fixes_line_ends=False)}, "line ends", "to do", "another computer's Git may"),
        (
            {
                "repository": RepositoryFacts(fixes_line_ends=False),
                "git": replace(GIT, settings=KNOWN | {"core.autocrlf": "true"}),
            },
            "line ends",
            "to do",
            "Git converts them here. Add the line",
        ),
        ({"repository": None}, "line ends", "fine", "No repository here"),
        (
            {"repository": RepositoryFacts(programs=("core.sshcommand",))},
            "foreign programs",
            "to do",
            "name programs, which reportkit does not start: core.sshcommand. If one is yours",
        ),
        (
            {"locks": (LOCK,)},
            "locks",
            "stops work",
            "The lock /h/.git/index.lock (there for 2 hours, belongs to ben). If no Git program is at work there",
        ),
        ({"locks": (replace(LOCK, is_shared=True),)}, "locks", "stops work", "(in the shared folder, there for"),
        ({"locks": (replace(LOCK, is_ours=True),)}, "locks", "stops work", "left by a reportkit that was stopped"),
        ({"long_paths": False}, "long paths", "to do", "stops at paths of 260"),
        ({"long_paths": True}, "long paths", "to do", "core.longpaths true"),
        (
            {"long_paths": False, "git": replace(GIT, settings=KNOWN | {"core.longpaths": "true"})},
            "long paths",
            "fine",
            "can be kept",
        ),
        ({"keys": ()}, "key", "to do", "no SSH key to sign with"),
        ({"keys": (), "agent_keys": 1}, "key", "fine", "held by your agent"),
        ({"ssh_keygen": None}, "ssh-keygen", "to do", "comes with Git for Windows"),
        ({"office": None}, "office", "to do", "LibreOffice is not on this computer"),
    ],
)
def test_what_is_not_fine_is_said_with_what_to_do(facts: dict[str, Any], name: str, state: str, words: str) -> None:
    advice = next(advice for advice in look_over(replace(WELL, **facts)) if advice.name == name)
    assert advice.state == state
    assert words in str(advice)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    (folder / ".ssh").mkdir(parents=True)
    (folder / ".ssh/id_ed25519.pub").write_text("ssh-ed25519 AAAA ann\n")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    return folder


def test_the_facts_are_gathered_from_the_machine_and_the_repository(tmp_path: Path, home: Path) -> None:
    (home / ".gitconfig").write_text("[user]\n\tname = Ann\n\temail = ann@example.org\n[core]\n\tautocrlf = input\n")
    root = tmp_path / "housing"
    (root / "inspections/elm").mkdir(parents=True)
    (root / "reportkit.yaml").write_text("format: 9\nrepository: x\ninspectorate: {name: Ours}\n")
    (root / ".gitattributes").write_text("inspections/** text=auto eol=lf\n")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    machine = gather(root / "inspections/elm")
    assert machine.root == root
    assert machine.git is not None
    assert machine.git.settings == {"user.name": "Ann", "user.email": "ann@example.org", "core.autocrlf": "input"}
    assert machine.repository == RepositoryFacts(fixes_line_ends=True)
    assert "newer reportkit" in machine.format_trouble
    assert machine.house_troubles == ()
    assert machine.keys == (str(home / ".ssh/id_ed25519.pub"),)
    assert machine.agent_keys == 0
    assert machine.writable
    assert machine.long_paths is None


def test_a_project_that_is_not_in_git_and_a_machine_without_programs_are_facts_too(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reportkit.yaml").write_text("format: 1\nrepository: x\ninspectorate: {name: Ours}\n")
    found = gather(tmp_path).repository
    assert found is not None
    assert "is not kept in Git" in found.trouble
    monkeypatch.setenv("PATH", str(home))
    machine = gather(tmp_path)
    assert (machine.git, machine.repository, machine.ssh_keygen) == (None, None, None)


def test_ssh_keygen_is_found_inside_git_for_windows_and_the_agent_is_asked(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in {
        "cmd/git": "echo git version 2.45.1.windows.1",
        "cmd/ssh-add": "echo key",
        "usr/bin/ssh-keygen.exe": "",
    }.items():
        program = tmp_path / "Git" / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f"#!/bin/sh\n{text}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "Git/cmd"))
    machine = gather(home)
    assert machine.git is not None
    assert machine.git.version == (2, 45, 1)
    assert machine.ssh_keygen == str(tmp_path / "Git/usr/bin/ssh-keygen.exe")
    assert machine.agent_keys == 1


def test_an_agent_that_does_not_answer_is_no_agent(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    agent = tmp_path / "ssh-add"
    agent.write_text("#!/bin/sh\nexec sleep 5\n")
    agent.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("reportkit.actions.doctor_machine._PATIENCE", 0.1)
    assert gather(home).agent_keys == 0


def test_a_folder_that_may_not_be_written_stops_work(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    assert not gather(home).writable


def test_the_command_exits_with_1_only_where_something_stops_work(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(home), "doctor"]) == Exit.REFUSED
    assert "stops work Git does not know who you are" in capsys.readouterr().out
    (home / ".gitconfig").write_text("[user]\n\tname = Ann\n\temail = ann@example.org\n")
    assert run(["-C", str(home), "doctor", "--json"]) == Exit.DONE
    listed = json.loads(capsys.readouterr().out)
    assert listed[2] == {
        "name": "identity",
        "state": "fine",
        "what": "Versions are saved as Ann <ann@example.org>",
        "do": "",
    }


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(tmp_path / "nowhere"), "doctor"]) == Exit.WRONG_USE
    assert "nowhere: There is no such folder." in capsys.readouterr().err


def test_a_house_file_that_is_no_word_document_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "reportkit.yaml").write_text("format: 1\nrepository: x\ninspectorate: {name: Ours}\n")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "house.docx").write_bytes(b"no document")
    (trouble,) = gather(tmp_path).house_troubles
    assert trouble.startswith("The house file is not a Word document.")


class TestMend:
    """`doctor --mend`, on a lock of another program, in this copy."""

    @pytest.fixture
    def left(self, project: Path, home: Path) -> Path:
        subprocess.run(["git", "init", "-q", "--template=", str(project)], check=True)
        lock = project / ".git/index.lock"
        lock.touch()
        os.utime(lock, (time.time() - 7300, time.time() - 7300))
        return lock

    def test_off_a_terminal_it_stays(self, left: Path, reportkit: Program) -> None:
        done = reportkit("doctor", "--mend")
        assert f"The lock {left} (there for 2 hours, belongs to {left.owner()})." in done.err
        assert "It stays: only a person at a terminal can take it out." in done.err
        assert left.exists()
        assert done.code == Exit.REFUSED

    @pytest.mark.parametrize(("typed", "stays"), [("yes", False), ("y", True), ("", True), ("no", True)])
    def test_at_a_terminal_a_typed_yes_takes_it_out(
        self, left: Path, reportkit: Program, at_a_terminal: Any, typed: str, stays: bool
    ) -> None:
        at_a_terminal(typed)
        done = reportkit("doctor", "--mend")
        assert left.exists() is stays
        assert (f"Taken out: {left}." in done.err) is not stays

    def test_one_that_is_younger_than_an_hour_stays_unasked(
        self, left: Path, reportkit: Program, at_a_terminal: Any
    ) -> None:
        os.utime(left, (time.time() - 600, time.time() - 600))
        at_a_terminal()
        assert "It is younger than an hour, and stays." in reportkit("doctor", "--mend").err
        assert left.exists()
