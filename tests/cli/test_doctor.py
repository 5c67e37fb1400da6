"""`reportkit doctor`: each check on facts in a table, and the gathering on this machine."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest
from msgspec.structs import replace

from reportkit.actions.doctor_checks import Machine, look_over
from reportkit.actions.doctor_machine import gather, sync_service
from reportkit.cli.main import run
from reportkit.errors import Exit
from reportkit.gitstore.git_facts import GitFacts, RepositoryFacts
from tests.every_case import every_case

KNOWN = {"user.name": "Ann Okafor", "user.email": "ann@example.org"}
GIT = GitFacts(program="/usr/bin/git", version=(2, 45, 1), settings=KNOWN)
WELL = Machine(
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


@every_case(
    ("folder", "service"),
    [
        (PureWindowsPath(r"C:\Users\ann\OneDrive - Ours\housing"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\ann\Ours\Team - Documents\housing"), "SharePoint"),
        (PureWindowsPath(r"D:\Work\housing"), "OneDrive"),
        (PurePosixPath("/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/My Drive"), "Google Drive"),
        (PurePosixPath("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/housing"), "iCloud"),
        (PurePosixPath("/home/ann/Dropbox/housing"), "Dropbox"),
        (PurePosixPath("/home/ann/Boxes/housing"), None),
    ],
)
def test_sync_folders_are_known_by_their_names(folder: PureWindowsPath | PurePosixPath, service: str | None) -> None:
    assert sync_service(folder, {"OneDrive": "D:\\Work"}) == service


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
