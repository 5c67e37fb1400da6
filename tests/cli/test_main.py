"""The way in: help, wrong guesses, errors as sentences, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from reportkit.cli import main
from reportkit.cli.command_group import CommandGroup
from reportkit.cli.command_table import PROGRAM
from reportkit.errors import Damaged, Exit, Trouble
from tests.every_case import every_case

PROJECT = Path(__file__).parents[2]


def started(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "reportkit", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=PROJECT,
        env=os.environ | environment,
    )


@pytest.fixture
def standing_in(monkeypatch: pytest.MonkeyPatch):
    """Put a function in the place of every command."""

    def put(function) -> None:
        monkeypatch.setattr(CommandGroup, "get_command", lambda *_: click.Command("draft", callback=function))

    return put


@every_case("name", PROGRAM.subcommands)
def test_every_command_shows_an_example_in_its_help(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main.run([name, "--help"]) == Exit.DONE
    assert f"reportkit {name}" in capsys.readouterr().out


def test_help_groups_the_commands_by_who_types_them() -> None:
    told = started("--help").stdout
    assert told.index("Inspectors:") < told.index("  draft ") < told.index("The technical administrator:")


def test_a_wrong_guess_is_answered_with_the_nearest_command_and_exit_code_2() -> None:
    answer = started("chek")
    assert answer.returncode == Exit.WRONG_USE
    assert "There is no command 'chek'. Did you mean 'check'?" in answer.stderr


@pytest.mark.parametrize("name", ["comments", "moderate", "notify"])
def test_what_only_looks_is_called_as_its_command_is(name: str) -> None:
    assert started(name, "harrowmere-homes", "--help").stdout.startswith(f"Usage: reportkit {name} [OPTIONS]")


def test_a_guess_that_is_near_to_nothing_is_pointed_to_the_help() -> None:
    assert "`reportkit --help` lists them." in started("xyzzy").stderr


def test_a_wrong_word_cannot_act_on_the_terminal_that_shows_it() -> None:
    assert "There is no command '\\x1b[31mred'." in started("\x1b[31mred").stderr


def test_the_version_is_told() -> None:
    assert started("--version").stdout.startswith("reportkit, version ")


@pytest.mark.parametrize(
    ("error", "code"), [(Damaged("The record is cut"), Exit.DAMAGED), (Trouble("Git is away"), Exit.TROUBLE)]
)
def test_an_error_becomes_one_sentence_and_its_own_exit_code(standing_in, error, code, capsys) -> None:
    def fails() -> None:
        raise error

    standing_in(fails)
    assert main.run(["draft"]) == code
    assert capsys.readouterr().err == f"{error}\n"


def test_a_bug_becomes_a_line_and_a_log_never_a_traceback(standing_in, capsys, monkeypatch, tmp_path) -> None:
    def breaks() -> None:
        raise KeyError("oops")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    standing_in(breaks)
    assert main.run(["draft"]) == Exit.BUG
    told = capsys.readouterr().err
    assert told.startswith("This is a bug in reportkit")
    assert "Traceback" not in told
    (log,) = tmp_path.glob("reportkit-*.log")
    assert "KeyError: 'oops'" in log.read_text(encoding="utf-8")


def test_stopping_with_control_c_is_exit_code_130(standing_in, capsys) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    standing_in(stopped)
    assert main.run(["draft"]) == Exit.INTERRUPTED
    assert capsys.readouterr().err.strip() == "Stopped; nothing more was done."


def test_a_command_that_returns_a_code_ends_with_it(standing_in) -> None:
    standing_in(lambda: 1)
    assert main.run(["draft"]) == Exit.REFUSED


def test_a_reader_that_goes_away_is_no_failure() -> None:
    command = f"{sys.executable} -m reportkit --help | true; echo ${{PIPESTATUS[0]}}"
    answer = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, cwd=PROJECT)
    assert answer.stdout.strip() == "0"
    assert answer.stderr == ""
