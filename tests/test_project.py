"""The project's own files agree with each other: lock files, the checks before a commit, the workflow."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-tests.lock")
FIRST = ("ruff check --quiet .", "ruff format --check --quiet .", "mypy --no-error-summary")


def pins(name: str) -> dict[str, str]:
    """Return the version of each library in a lock file."""
    found = re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    return dict(found)


def read_yaml(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    return found


def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_holds_versions_and_hashes_and_no_address(name: str) -> None:
    line = re.compile(r"[a-z0-9-]+==\S+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert len(lines) > 10
    assert [each for each in lines if not line.fullmatch(each)] == []


def test_what_only_builds_it_is_not_among_what_it_runs_with() -> None:
    assert {"hatchling", "editables"} <= pins("requirements-build.lock").keys()
    assert pins("requirements.lock").keys() & pins("requirements-build.lock").keys() == set()


def test_the_tests_run_with_the_versions_that_users_have() -> None:
    tested = pins("requirements-tests.lock")
    assert pins("requirements.lock").items() | pins("requirements-build.lock").items() <= tested.items()


def test_each_library_that_it_asks_for_is_pinned() -> None:
    described = project()["project"]
    extras = (each for extra in described["optional-dependencies"].values() for each in extra)
    asked = {re.split(r"[^a-z0-9-]", each)[0] for each in (*described["dependencies"], *extras)}
    assert asked - pins("requirements.lock").keys() == set()


def test_a_commit_is_checked_by_what_make_test_runs_first() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\nstyle:")[2].partition("\n\n")[0]
    assert re.findall(r"\$\(INSIDE\)/((?:ruff|mypy).*)", recipe) == list(FIRST)
    (local,) = read_yaml(".pre-commit-config.yaml")["repos"]
    assert local["repo"] == "local"
    assert [hook["entry"] for hook in local["hooks"]] == [f"python3 tools/run.py {each}" for each in FIRST]


def test_the_workflow_runs_the_same_on_every_system_and_python_that_is_promised() -> None:
    job = read_yaml(".github/workflows/test.yml")["jobs"]["test"]
    promised = [each.rpartition(":: ")[2] for each in project()["project"]["classifiers"] if ":: 3." in each]
    assert job["strategy"]["matrix"]["python"] == promised
    assert [each.partition("-")[0] for each in job["strategy"]["matrix"]["system"]] == ["ubuntu", "windows", "macos"]
    steps = [step.get("run", "").removeprefix("python tools/run.py ") for step in job["steps"]]
    assert [each for each in steps if each in FIRST] == list(FIRST)
    assert "python -m pytest --numprocesses=auto --dist=loadfile" in steps


def test_a_program_of_the_set_up_is_run_in_the_projects_folder_with_its_exit_code(tmp_path: Path) -> None:
    code = "import os, sys; print(os.getcwd()); sys.exit(7)"
    command = [sys.executable, str(ROOT / "tools" / "run.py"), "python", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == (str(ROOT), 7), done.stderr


def test_a_program_that_is_not_set_up_is_named(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "run.py"), "no-such-program"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("There is no no-such-program in .venv.")
