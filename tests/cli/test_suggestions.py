"""A wrong guess at a command is answered with what was meant, in whichever command it stands."""

from __future__ import annotations

import pytest

from reportkit.cli.main import COMMANDS
from reportkit.cli.suggestions import command_hint, hint


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sign-off", "moderate sign-off"),
        ("signoff", "moderate sign-off"),
        ("submit", "moderate submit"),
        ("round-table", "comments round-table"),
        ("copies", "comments copies"),
        ("chek", "check"),
    ],
)
def test_an_act_is_named_with_the_command_that_it_belongs_to(typed: str, meant: str) -> None:
    assert command_hint(typed, COMMANDS) == f"Did you mean '{meant}'?"


@pytest.mark.parametrize(("typed", "meant"), [("push", "sync"), ("commit", "save"), ("log", "history")])
def test_what_other_programs_call_it_is_known_whatever_is_spelt_alike_here(typed: str, meant: str) -> None:
    assert command_hint(typed, COMMANDS) == f"Did you mean '{meant}'?"


def test_what_is_near_to_nothing_is_pointed_to_the_list() -> None:
    assert command_hint("xyzzy", COMMANDS) == "`reportkit --help` lists them."
    assert hint("xyzzy", ["add", "keys"], "reportkit people --help") == "`reportkit people --help` lists them."
