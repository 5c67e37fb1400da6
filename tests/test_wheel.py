"""The wheel: what it holds, and that it works far from the checkout, with nothing but itself and its libraries."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

import reportkit

ROOT = Path(__file__).parent.parent
SUFFIX = ".exe" if os.name == "nt" else ""


class Installed(NamedTuple):
    """A wheel installed in an environment of its own, and an empty folder to work in."""

    programs: Path
    elsewhere: Path
    surroundings: dict[str, str]

    def run(self, *words: str, inside: str = ".") -> str:
        return self._output([str(self.programs / f"reportkit{SUFFIX}"), *words], inside)

    def python(self, code: str) -> str:
        return self._output([str(self.programs / f"python{SUFFIX}"), "-c", code], ".")

    @property
    def package(self) -> Path:
        return Path(self.python("import reportkit; print(reportkit.__file__)").strip()).parent

    def _output(self, command: list[str], inside: str) -> str:
        where = self.elsewhere / inside
        done = subprocess.run(command, cwd=where, env=self.surroundings, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


def a_python_with_pip() -> str:
    """Return the Python that set this environment up, where the environment has no pip of its own."""
    candidates = (sys.executable, sys._base_executable)
    return next(
        each
        for each in candidates
        if subprocess.run([each, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    )


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in a fresh environment that borrows nothing but the libraries of this one."""
    fresh, elsewhere = tmp_path_factory.mktemp("fresh"), tmp_path_factory.mktemp("elsewhere")
    venv.create(fresh, with_pip=False)
    programs = fresh / ("Scripts" if os.name == "nt" else "bin")
    made = Installed(programs, elsewhere, surroundings(elsewhere))
    pip = [a_python_with_pip(), "-m", "pip", "--python", str(programs / f"python{SUFFIX}")]
    command = [*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)]
    done = subprocess.run(command, env=made.surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    libraries = Path(made.python("import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (libraries / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return made


def surroundings(elsewhere: Path) -> dict[str, str]:
    """Return the environment's variables of a person with a Git identity, and with nothing of the checkout."""
    home = elsewhere / "home"
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n\tname = Ann Okafor\n\temail = ann@example.org\n", encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTHON"))}
    scratch = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(elsewhere))
    return {**kept, **scratch, "HOME": str(home), "USERPROFILE": str(home), "VISUAL": "false"}


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["templates", "inspections", "moderation", "schema"])
def test_the_wheel_holds_the_one_copy_of_what_is_shipped(installed: Installed, name: str) -> None:
    assert files_below(installed.package / "shipped" / name) == files_below(ROOT / name)


def test_the_wheel_holds_every_module_and_nothing_of_the_workshop(wheel: Path) -> None:
    modules = {f"reportkit/{path}" for path in files_below(ROOT / "reportkit") if "__pycache__" not in path}
    with zipfile.ZipFile(wheel) as archive:
        there = set(archive.namelist())
    assert modules - there == set()
    folders = {path.partition("/")[0] for path in there}
    assert {name for name in folders if not name.endswith(".dist-info")} == {"reportkit"}


def test_it_says_what_it_needs_and_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        about = archive.read(name).decode()
    assert "Requires-Python: >=3.11" in about
    assert "hatchling" not in about
    assert "Classifier: Programming Language :: Python :: 3.14" in about


def test_the_installed_one_is_the_one_that_runs(installed: Installed) -> None:
    assert installed.package.is_relative_to(installed.programs.parent)
    assert installed.run("--version") == f"reportkit, version {reportkit.__version__}\n"


def test_far_from_the_checkout_an_inspection_is_begun_and_drafted(installed: Installed) -> None:
    installed.run("init", "housing", "--name", "Housing Inspectorate")
    installed.run("new", "elm", "--kind", "almo", "--authority", "Elm", "--almo", "Elm Homes", inside="housing")
    installed.run("save", "elm", inside="housing")
    out = installed.run("draft", "elm", inside="housing")
    assert Path(out.strip()).read_bytes().startswith(b"PK")


def test_far_from_the_checkout_the_examples_that_came_with_it_are_drafted(installed: Installed) -> None:
    out = installed.run("demo")
    drafts = [Path(line.strip()) for line in out.splitlines() if line.endswith("-draft.docx")]
    assert len(drafts) == len(list((ROOT / "inspections").iterdir()))
    assert [draft for draft in drafts if not draft.read_bytes().startswith(b"PK")] == []
    (scratch,) = installed.elsewhere.glob("reportkit-demo-*")
    assert all(draft.is_relative_to(scratch) for draft in drafts)
