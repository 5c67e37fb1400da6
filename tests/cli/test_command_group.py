"""A group imports only what is used, answers wrong guesses, and hands other words to its default command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from reportkit.cli.main import commands

PROJECT = Path(__file__).parents[2]


def complaint(*words: str) -> str:
    with pytest.raises(click.UsageError) as caught:
        commands.main(list(words), prog_name="reportkit", standalone_mode=False)
    return caught.value.format_message()


def test_the_help_of_a_group_imports_none_of_its_subcommands() -> None:
    script = (
        "import sys; from reportkit.cli.main import run; run(['moderate', '--help']);"
        "print([name for name in sys.modules if name.startswith('reportkit.cli.moderate.')], file=sys.stderr)"
    )
    seen = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PROJECT)
    assert seen.stderr.strip() == "[]"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("moderate", "signoff"), "There is no act 'signoff'. Did you mean 'sign-off'?"),
        (("comments", "xx", "yy"), "There is no act 'xx'. `reportkit comments --help` lists them."),
        (("people", "ad"), "There is no change 'ad' of people. Did you mean 'add'?"),
        (("people", "frob"), "There is no change 'frob' of people. `reportkit people` alone lists everyone."),
        (("chek",), "There is no command 'chek'. Did you mean 'check'?"),
    ],
)
def test_a_wrong_guess_is_answered_in_each_group(words: tuple[str, ...], says: str) -> None:
    assert complaint(*words) == says


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("moderate", "homes", "sign-off"), "The act comes first: reportkit moderate sign-off homes"),
        (("moderate", "--json", "submit"), "The act comes first: reportkit moderate submit --json"),
        (("people", "m-shah", "retire"), "The change comes first: reportkit people retire m-shah"),
    ],
)
def test_words_in_the_wrong_order_are_shown_in_the_right_one(words: tuple[str, ...], says: str) -> None:
    assert complaint(*words) == says


def test_a_default_command_has_its_group_s_name_and_a_subcommand_of_the_same_file_its_own(capsys) -> None:
    for words in (("comments", "homes", "--help"), ("comments", "list", "--help")):
        commands.main(list(words), prog_name="reportkit", standalone_mode=False)
    shown = capsys.readouterr().out
    assert "Usage: reportkit comments [OPTIONS] [INSPECTION]" in shown
    assert "Usage: reportkit comments list [OPTIONS] [INSPECTION]" in shown
