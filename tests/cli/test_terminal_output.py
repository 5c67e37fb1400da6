"""What is said at a terminal breaks between words, and no command that is to be copied breaks at all."""

from __future__ import annotations

import os
import pty
import termios
from pathlib import Path

import click
import pytest

from reportkit.cli.terminal_output import fitted, width_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("There is no inspection here.", "There is no inspection here."),
        (
            "There is no inspection `elm`. `reportkit new` starts one.",
            "There is no inspection `elm`.\n  `reportkit new` starts one.",
        ),
        (
            "    in the way: what no one has said about it yet.",
            "    in the way: what no one\n      has said about it yet.",
        ),
        (
            "See both: reportkit settle elm repairs-backlog --mine",
            "See both:\n  reportkit settle elm repairs-backlog --mine",
        ),
        (
            "  reportkit moderate meeting elm --present … --service …",
            "  reportkit moderate meeting elm --present … --service …",
        ),
        (
            "elm    drafting    Hand it to the moderators",
            "elm    drafting    Hand it to\n  the moderators",
        ),
        ("/a/path/that/is/far/too/long/to/be/shown", "/a/path/that/is/far/too/long/to/be/shown"),
        ("One.\n\nTwo.", "One.\n\nTwo."),
    ],
)
def test_lines_are_broken_between_words_and_commands_are_not(text: str, shown: str) -> None:
    assert fitted(text, 30) == shown


def test_colours_take_no_room() -> None:
    coloured = click.style("twenty-four columns here", fg="red")
    assert fitted(f"{coloured} words", 30) == f"{coloured} words"


def test_only_a_terminal_that_says_how_wide_it_is_has_a_width() -> None:
    here, there = pty.openpty()
    with os.fdopen(here), os.fdopen(there, "w") as terminal, Path(os.devnull).open("w", encoding="utf-8") as nothing:
        assert (width_of(terminal), width_of(nothing)) == (None, None)
        termios.tcsetwinsize(terminal, (24, 80))
        assert width_of(terminal) == 80
