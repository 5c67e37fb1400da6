"""`reportkit init`: a new working repository, whole or not at all."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from reportkit.cli.main import run
from reportkit.cli.session import Session
from reportkit.errors import Exit
from reportkit.reading.folder import FolderFiles
from reportkit.reading.repository import read_repository
from reportkit.shipped import shipped, starter

NAME = ["--name", 'The "Housing" Inspectorate: $ours']


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / ".gitconfig").write_text("[user]\n\tname = Ann Okafor\n\temail = ann@example.org\n", encoding="utf-8")
    (folder / ".gitignore").write_text(".vscode/\n")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    (folder / "git").mkdir()
    (folder / "git/ignore").write_text(".vscode/\n")
    return folder


@pytest.fixture(autouse=True)
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Few shipped files: what is in them is not our concern here."""
    folder = tmp_path / "shipped"
    (folder / "templates/letters").mkdir(parents=True)
    (folder / "schema").mkdir()
    (folder / "templates/report.md.j2").write_text("# Report\n")
    (folder / "templates/house.docx").write_bytes(b"PK\r\n")
    (folder / "templates/letters/award.md.j2").write_text("Dear\n")
    (folder / "schema/evidence.json").write_text("{}\n")
    monkeypatch.setattr("reportkit.actions.init.shipped", lambda: folder)
    return folder


def git(root: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, text=True).stdout.rstrip("\n")


def test_a_new_folder_becomes_a_working_repository_with_one_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "housing"
    assert run(["init", str(root), *NAME]) == Exit.DONE
    assert capsys.readouterr().out == f"Made {root}.\n"
    repository = read_repository(FolderFiles(root))
    assert (repository.format, repository.inspectorate.name) == (1, NAME[1])
    assert len(repository.repository) == 36
    assert git(root, "log", "--format=%an|%s") == f"Ann Okafor|Start the working repository of {NAME[1]}"
    assert git(root, "branch", "--show-current") == "main"
    assert git(root, "status", "--porcelain", "--ignored") == ""
    assert git(root, "ls-files").splitlines() == [
        ".gitattributes",
        ".gitignore",
        ".vscode/extensions.json",
        ".vscode/reportkit.code-snippets",
        ".vscode/settings.json",
        ".vscode/tasks.json",
        "README.md",
        "moderation/policy.yaml",
        "reportkit.yaml",
        "schema/evidence.json",
        "templates/house.docx",
        "templates/letters/award.md.j2",
        "templates/report.md.j2",
    ]
    assert "demonstration: false" in (root / "moderation/policy.yaml").read_text()
    assert not list(tmp_path.glob(".reportkit-init-*"))


def test_two_repositories_have_two_ids(tmp_path: Path) -> None:
    for name in ("one", "two"):
        run(["-C", str(tmp_path), "init", name, *NAME])
    one, two = (read_repository(FolderFiles(tmp_path / name)).repository for name in ("one", "two"))
    assert one != two


def test_an_empty_folder_is_filled_where_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "housing"
    root.mkdir()
    monkeypatch.chdir(root)
    assert run(["init", ".", *NAME, "--demonstration"]) == Exit.DONE
    assert git(Path(), "status", "--porcelain") == ""
    assert "demonstration: true" in Path("moderation/policy.yaml").read_text()


def test_made_again_it_says_so_and_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "housing"
    run(["init", str(root), *NAME])
    before = git(root, "rev-parse", "HEAD")
    capsys.readouterr()
    assert run(["init", str(root), *NAME]) == Exit.DONE
    assert "already is a working repository; nothing was changed." in capsys.readouterr().out
    assert git(root, "rev-parse", "HEAD") == before


@pytest.mark.parametrize("there", ["file", "folder"])
def test_a_place_that_is_taken_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], there: str) -> None:
    root = tmp_path / "housing"
    if there == "file":
        root.write_text("mine")
    else:
        root.mkdir()
        (root / "letter.docx").write_text("mine")
    assert run(["init", str(root), *NAME]) == Exit.REFUSED
    assert "There is something here already. Choose a new or an empty folder." in capsys.readouterr().err
    assert not root.is_dir() or [path.name for path in root.iterdir()] == ["letter.docx"]


def test_a_parent_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path / "no/housing"), *NAME]) == Exit.REFUSED
    assert f"{tmp_path / 'no'}: There is no such folder." in capsys.readouterr().err


def test_at_a_terminal_a_person_whom_git_does_not_know_is_asked_and_set_for_this_repository_alone(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / ".gitconfig").write_text("")
    answers = iter(("Ours", "Ann Okafor", "ann@example.org"))
    monkeypatch.setattr(Session, "may_ask", True)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _prompt="": next(answers))
    assert run(["-C", str(tmp_path), "init", "housing"]) == Exit.DONE
    made = ["git", "-C", str(tmp_path / "housing"), "log", "--format=%an <%ae>"]
    assert subprocess.run(made, capture_output=True, check=True, text=True).stdout == "Ann Okafor <ann@example.org>\n"
    assert (home / ".gitconfig").read_text() == ""


def test_a_folder_that_a_program_keeps_in_step_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "Dropbox").mkdir()
    assert run(["init", str(tmp_path / "Dropbox" / "housing"), *NAME]) == Exit.DONE
    assert "is kept in step with other computers by Dropbox" in capsys.readouterr().err


def test_without_an_identity_nothing_is_left_behind(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / ".gitconfig").write_text("")
    before = sorted(tmp_path.iterdir())
    assert run(["init", str(tmp_path / "housing"), *NAME]) == Exit.TROUBLE
    assert "Git does not know who you are" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("existing", [True, False])
def test_a_disk_that_fails_at_the_last_step_leaves_the_place_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], existing: bool
) -> None:
    root = tmp_path / "housing"
    if existing:
        root.mkdir()
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if Path(target) in (root, root / "reportkit.yaml"):
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    assert run(["init", str(root), *NAME]) == Exit.REFUSED
    assert "The folder cannot be made: No space left on device. Choose" in capsys.readouterr().err
    assert root.exists() is existing
    assert not existing or list(root.iterdir()) == []
    assert not list(tmp_path.glob(".reportkit-init-*"))


def test_variables_of_another_git_run_lead_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as other:
        for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_DEFAULT_HASH"):
            other.setenv(name, str(tmp_path / "elsewhere"))
        assert run(["init", str(tmp_path / "housing"), *NAME]) == Exit.DONE
    assert git(tmp_path / "housing", "rev-list", "--count", "main") == "1"
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("name", [[], ["--name", " "], ["--name", "a\x07b"]])
def test_without_a_name_and_no_one_to_ask_it_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: list[str]
) -> None:
    assert run(["init", str(tmp_path / "housing"), *name]) == Exit.WRONG_USE
    assert 'Give it: --name "Housing Inspectorate".' in capsys.readouterr().err
    assert not (tmp_path / "housing").exists()


def test_at_a_terminal_the_name_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportkit.cli.session.Session.may_ask", True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: "Asked Inspectorate")
    assert run(["init", str(tmp_path / "housing")]) == Exit.DONE
    assert read_repository(FolderFiles(tmp_path / "housing")).inspectorate.name == "Asked Inspectorate"


@pytest.mark.parametrize("name", ["tasks.json", "settings.json", "extensions.json", "reportkit.code-snippets"])
def test_the_editors_files_are_sound(name: str) -> None:
    assert json.loads((starter() / "vscode" / name).read_text(encoding="utf-8"))


def test_the_shipped_files_are_in_the_checkout_or_in_the_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (shipped() / "inspections").is_dir()
    package = tmp_path / "reportkit"
    (package / "shipped").mkdir(parents=True)
    monkeypatch.setattr("reportkit.shipped.__file__", str(package / "shipped.py"))
    assert shipped() == package / "shipped"


def test_a_disk_that_is_full_while_git_makes_the_repository_is_said_and_leaves_nothing(
    tmp_path: Path, broken_git: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    full = 'echo "fatal: cannot copy a template: No space left on device" >&2; exit 128'
    with broken_git("init", full):
        assert run(["-C", str(tmp_path), "init", "housing", "--name", "Ours"]) == Exit.TROUBLE
    assert "The disk is full. Make room and try again" in capsys.readouterr().err
    assert not (tmp_path / "housing").exists()
    assert not list(tmp_path.glob(".reportkit-init-*"))
