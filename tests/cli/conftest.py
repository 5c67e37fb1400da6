from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import reportkit as package
from reportkit.cli.main import run
from reportkit.cli.session import Session


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Program = Callable[..., Outcome]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working repository; commands start in it, and no editor opens."""
    (tmp_path / "reportkit.yaml").write_text("format: 1\nrepository: test\ninspectorate:\n  name: Test\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VISUAL", "false")
    return tmp_path


@pytest.fixture
def reportkit(project: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    """Run a command in this process."""

    def call(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = int(run(arguments))
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return call


class Process(NamedTuple):
    """The program as a process of its own: what to run, and the environment it needs."""

    command: list[str]
    environment: dict[str, str]


@pytest.fixture
def process(project: Path) -> Process:
    """For what only a real process shows: pipes, environment, a terminal."""
    home = str(Path(package.__file__).parents[1])
    start = "from reportkit.cli.main import main; main()"
    return Process([sys.executable, "-c", start], {**os.environ, "PYTHONPATH": home})


@pytest.fixture
def homes(project: Path, reportkit: Program) -> Path:
    """The folder of a new inspection, `homes`, with a team of one."""
    made = reportkit(
        "new", "homes", "--kind", "almo", "--authority", "Harrowmere Council", "--almo", "Harrowmere Homes"
    )
    assert made.code == 0, made.err
    folder = project / "inspections" / "homes"
    with (folder / "inspection.yaml").open("a") as file:
        file.write("team:\n  - id: a-okafor\n    name: Ada Okafor\n    role: lead inspector\n")
    return folder


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let a person sit there who gives these answers, one for each question."""

    def answers(*given: str) -> None:
        left = iter(given)
        monkeypatch.setattr(Session, "may_ask", property(lambda session: session._asks))
        monkeypatch.setattr("click.termui.visible_prompt_func", lambda _prompt="": next(left))

    return answers
