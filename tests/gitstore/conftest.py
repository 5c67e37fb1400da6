"""Real repositories in temporary folders, with nobody's own Git settings near them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Git = Callable[..., str]

FILES = {
    "reportkit.yaml": "format: 1\n",
    ".gitattributes": "inspections/** text eol=lf\n*.docx -text\n",
    ".gitignore": "*.bak\n",
    "templates/report.md.j2": "# Report\n",
    "inspections/elm/inspection.yaml": "kind: almo\n",
    "inspections/elm/findings/repairs.md": "Repairs are on time.\n",
    "inspections/elm/findings/rent.md": "Rent is collected.\n",
    "inspections/oak/inspection.yaml": "kind: almo\n",
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, no system settings, no variables of another Git run; one identity."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / ".config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (folder / ".gitconfig").write_text("[user]\n\tname = Ann Okafor\n\temail = ann@example.org\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def first_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working repository with two inspections and one version, made once and copied for each test."""
    root = tmp_path_factory.mktemp("first") / "project"
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    who = ("-c", "user.name=Ann Okafor", "-c", "user.email=ann@example.org")
    subprocess.run(["git", "init", "-q", "-b", "main", "--template=", str(root)], check=True)
    subprocess.run(["git", "add", "-A"], cwd=root, check=True)
    subprocess.run(["git", *who, "commit", "-q", "-m", "Start"], cwd=root, check=True)
    return root


@pytest.fixture
def project(tmp_path: Path, home: Path, first_version: Path) -> Path:
    """A working repository of the test's own."""
    shutil.copytree(first_version, tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def git(project: Path) -> Git:
    """Git as a person would use it in the project."""

    def run(*words: str, cwd: Path = project) -> str:
        done = subprocess.run(["git", *words], cwd=cwd, check=True, capture_output=True)
        return done.stdout.decode("utf-8").rstrip("\n")

    return run
