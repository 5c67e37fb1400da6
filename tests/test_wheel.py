"""The wheel: what it holds, and that it works far from the checkout, with nothing but itself and its libraries."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent


class Installed(NamedTuple):
    """A wheel unpacked, as an installer would, and an empty folder to work in."""

    package: Path
    elsewhere: Path
    surroundings: dict[str, str]

    def run(self, *words: str, inside: str = ".") -> str:
        start = "import sys; from reportkit.cli.main import main; sys.argv[0] = 'reportkit'; main()"
        return self.python(start, *words, inside=inside)

    def python(self, code: str, *words: str, inside: str = ".") -> str:
        command = [sys.executable, "-c", code, *words]
        where = self.elsewhere / inside
        done = subprocess.run(command, cwd=where, env=self.surroundings, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


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
    package, elsewhere = tmp_path_factory.mktemp("package"), tmp_path_factory.mktemp("elsewhere")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(package)
    home = elsewhere / "home"
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n\tname = Ann Okafor\n\temail = ann@example.org\n", encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}  # it measures the checkout
    own = {"PYTHONPATH": str(package), "HOME": str(home), "USERPROFILE": str(home), "VISUAL": "false"}
    scratch = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(elsewhere))
    return Installed(package, elsewhere, {**kept, **own, **scratch})


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["templates", "inspections", "moderation", "schema"])
def test_the_wheel_holds_the_one_copy_of_what_is_shipped(installed: Installed, name: str) -> None:
    assert files_below(installed.package / "reportkit" / "shipped" / name) == files_below(ROOT / name)


def test_the_wheel_holds_every_module_and_nothing_of_the_workshop(installed: Installed) -> None:
    modules = {path for path in files_below(ROOT / "reportkit") if "__pycache__" not in path}
    there = files_below(installed.package / "reportkit")
    assert modules - there == set()
    assert {path.name for path in installed.package.iterdir() if not path.name.endswith(".dist-info")} == {"reportkit"}


def test_installing_it_gives_the_program_its_name(installed: Installed) -> None:
    (about,) = installed.package.glob("reportkit-*.dist-info")
    points = configparser.ConfigParser()
    points.read(about / "entry_points.txt", encoding="utf-8")
    assert dict(points["console_scripts"]) == {"reportkit": "reportkit.cli.main:main"}
    assert "Requires-Python: >=3.11" in (about / "METADATA").read_text(encoding="utf-8")


def test_the_installed_one_is_the_one_that_runs(installed: Installed) -> None:
    where = installed.python("import reportkit; print(reportkit.__file__)")
    assert Path(where.strip()).is_relative_to(installed.package)


def test_far_from_the_checkout_an_inspection_is_begun_and_drafted(installed: Installed) -> None:
    installed.run("init", "housing", "--name", "Housing Inspectorate")
    installed.run("new", "elm", "--kind", "almo", "--authority", "Elm", "--almo", "Elm Homes", inside="housing")
    installed.run("save", "elm", inside="housing")
    out = installed.run("draft", "elm", inside="housing")
    assert Path(out.strip()).read_bytes().startswith(b"PK")


def test_far_from_the_checkout_an_example_that_came_with_it_is_drafted(installed: Installed) -> None:
    """All of `reportkit demo` is too long for once more; tests/cli/test_demo.py plays it."""
    installed.run("init", "examples", "--name", "Housing Inspectorate")
    shown = "import reportkit.shipped; print(reportkit.shipped.shipped())"
    shipped = Path(installed.python(shown).strip())
    assert shipped.is_relative_to(installed.package)
    shutil.copytree(shipped / "inspections", installed.elsewhere / "examples" / "inspections")
    out = installed.run("draft", "harrowmere-homes", inside="examples")
    assert Path(out.strip()).read_bytes().startswith(b"PK")
