"""Real repositories in temporary folders, with no one's own Git settings near them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pristine import NO_UPKEEP

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
    settings = f"[user]\n\tname = Ann Okafor\n\temail = ann@example.org\n{NO_UPKEEP}"
    (folder / ".gitconfig").write_text(settings, encoding="utf-8")
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


@pytest.fixture(scope="session")
def first_copy(first_version: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository with that version, made once and copied for each test."""
    shared = tmp_path_factory.mktemp("shared") / "shared.git"
    subprocess.run(["git", "clone", "-q", "--bare", "--template=", str(first_version), str(shared)], check=True)
    subprocess.run(["git", "remote", "remove", "origin"], cwd=shared, check=True)
    return shared


class Laptop:
    """One person's copy of the shared repository, used as they would."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def git(self, *words: str, code: int = 0) -> str:
        done = subprocess.run(["git", *words], cwd=self.root, check=False, capture_output=True)
        assert done.returncode == code, done.stderr.decode()
        return done.stdout.decode("utf-8").rstrip("\n")

    def finding(self, name: str, text: str | None, inspection: str = "elm") -> Path:
        path = self.root / "inspections" / inspection / "findings" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text.encode())
        return path

    def saved(self, name: str, text: str | None, inspection: str = "elm") -> str:
        """Change a finding and save the inspection. Returns the version."""
        from reportkit.gitstore.save import save

        self.finding(name, text, inspection)
        version = save(self.root, inspection).version
        assert version
        return version

    def commit(self, path: str, text: str | None) -> None:
        """Change any file, as by Git itself."""
        target = self.root / path
        if text is None:
            target.unlink()
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        self.git("add", "-A", "--", path)
        self.git("commit", "-q", "-m", path)

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def tip(self) -> str:
        return self.git("rev-parse", "main")

    def is_clean(self) -> bool:
        return self.git("status", "--porcelain") == ""


@pytest.fixture
def shared(tmp_path: Path, first_copy: Path) -> Path:
    """A shared place of the test's own: a bare folder."""
    shutil.copytree(first_copy, tmp_path / "shared.git")
    return tmp_path / "shared.git"


@pytest.fixture
def laptop(tmp_path: Path, home: Path, shared: Path) -> Callable[[str], Laptop]:
    """Makes a copy of the shared place for a person of that name."""

    def make(name: str) -> Laptop:
        root = tmp_path / name.split(maxsplit=1)[0].lower()
        person = ("-c", f"user.name={name}", "-c", f"user.email={root.name}@example.org")
        subprocess.run(["git", "clone", "-q", "--template=", *person, str(shared), str(root)], check=True)
        return Laptop(root)

    return make


@pytest.fixture
def ann(laptop: Callable[[str], Laptop]) -> Laptop:
    return laptop("Ann Okafor")


@pytest.fixture
def ben(laptop: Callable[[str], Laptop]) -> Laptop:
    return laptop("Ben Carter")


@pytest.fixture
def cora(laptop: Callable[[str], Laptop]) -> Laptop:
    return laptop("Cora Dean")
