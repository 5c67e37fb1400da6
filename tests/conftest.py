"""Fixtures for every room's tests."""

from __future__ import annotations

import importlib.util
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import hypothesis
import pytest

from tests.pristine import NO_UPKEEP

# Examples are drawn anew at each run; how long one takes says nothing on a machine that others use too.
hypothesis.settings.register_profile("reportkit", deadline=None, max_examples=60, database=None)
hypothesis.settings.load_profile("reportkit")


IN_MEMORY = Path("/dev/shm")  # noqa: S108  Linux's own, where it has one
ROOM = 4_000_000_000  # bytes


def pytest_configure() -> None:
    """Keep the tests' repositories in memory where there is room, for a disk would be waited for at every record."""
    is_there = IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK | os.X_OK)
    if is_there and shutil.disk_usage(IN_MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


@pytest.fixture(autouse=True, scope="session")
def nobodys_home():
    """No test reads or writes the home folder, the caches or the Git settings of the person who runs it."""
    ours = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA")
    kept = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("GIT_")}
    kept |= {name: os.environ[name] for name in ours if name in os.environ}
    with tempfile.TemporaryDirectory(prefix="reportkit-home-") as home, tempfile.TemporaryDirectory() as cache:
        os.environ |= {"HOME": home, "USERPROFILE": home, "GIT_CONFIG_NOSYSTEM": "1"}
        os.environ |= {"XDG_CACHE_HOME": cache, "LOCALAPPDATA": cache}
        os.environ.pop("XDG_CONFIG_HOME", None)
        (Path(home) / ".gitconfig").write_text(NO_UPKEEP, encoding="utf-8")
        yield Path(home)
        left = {path.name: path.read_text(encoding="utf-8") for path in Path(home).iterdir()}
    for name in (*ours, "GIT_CONFIG_NOSYSTEM"):
        os.environ.pop(name, None)
    os.environ |= kept
    assert left == {".gitconfig": NO_UPKEEP}, "a test wrote into the home folder"


@pytest.fixture(scope="session")
def package_problems():
    """`package_problems(blob)` lists what is wrong with a .docx, in words; see tests/word/package_checks.py."""
    path = Path(__file__).parent / "word" / "package_checks.py"
    spec = importlib.util.spec_from_file_location("tests_word_package_checks", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.problems_in


REALLY = f'{shutil.which("git")} "$@"'


@pytest.fixture
def broken_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], AbstractContextManager[None]]:
    """`with broken_git(step, action)`: a git before the real one on PATH does something else at one step.

    In the action, `%s` stands for what it should have done.
    """

    @contextmanager
    def breaking(step: str, action: str) -> Iterator[None]:
        fake = tmp_path / "bin" / "git"
        fake.parent.mkdir(exist_ok=True)
        does = action.replace("%s", REALLY)
        fake.write_text(f'#!/bin/sh\ncase " $* " in *" {step} "*) {does} ;; esac\nexec {REALLY}\n')
        fake.chmod(0o755)
        with monkeypatch.context() as patch:
            patch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")
            yield
        fake.unlink()

    return breaking
