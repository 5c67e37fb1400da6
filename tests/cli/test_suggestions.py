"""A wrong guess at a command is answered with what was meant, in whichever command it stands."""

from __future__ import annotations

import pytest

from reportkit.cli.command_table import MODERATE, PEOPLE, PROGRAM
from reportkit.cli.suggestions import command_hint, hint


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sign-off", "moderate sign-off"),
        ("signoff", "moderate sign-off"),
        ("submit", "moderate submit"),
        ("round-table", "comments round-table"),
        ("copies", "comments copies"),
        ("answer-", "moderate answer"),
        ("key", "people keys"),
        ("chek", "check"),
        ("ad", "add"),
    ],
)
def test_an_act_is_named_with_the_command_that_it_belongs_to(typed: str, meant: str) -> None:
    assert command_hint(typed, PROGRAM, "reportkit") == f"Did you mean '{meant}'?"


@pytest.mark.parametrize(("typed", "meant"), [("push", "sync"), ("commit", "save"), ("log", "history")])
def test_what_other_programs_call_it_is_known_whatever_is_spelt_alike_here(typed: str, meant: str) -> None:
    assert command_hint(typed, PROGRAM, "reportkit") == f"Did you mean '{meant}'?"


def test_what_is_near_to_nothing_is_pointed_to_the_list() -> None:
    assert command_hint("xyzzy", PROGRAM, "reportkit") == "`reportkit --help` lists them."
    assert hint("xyzzy", ["add", "keys"], "reportkit people --help") == "`reportkit people --help` lists them."


def test_a_group_suggests_its_own_subcommands_alone_or_where_they_are_listed() -> None:
    assert command_hint("signoff", MODERATE, "reportkit moderate") == "Did you mean 'sign-off'?"
    assert command_hint("push", MODERATE, "reportkit moderate") == "`reportkit moderate --help` lists them."
    assert command_hint("xyzzy", PEOPLE, "reportkit people") == "`reportkit people` alone lists everyone."
