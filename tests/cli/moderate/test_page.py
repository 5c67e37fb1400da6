"""docs/moderating.md leads from handing in to three sign-offs: its commands, typed one after another."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

from reportkit.errors import Exit
from tests.cli.moderate.conftest import SLUG, Office

PAGE = (Path(__file__).parents[3] / "docs" / "moderating.md").read_text(encoding="utf-8")
OURS = {"j-adeyemi": "ann", "t-byrne": "bob", "m-shah": "cat"}
"""The people of the page, and those who hold their roles here."""


def commands() -> Iterator[tuple[str, list[str]]]:
    block = PAGE.split("```")[1].strip()
    for theirs, ours in OURS.items():
        block = block.replace(theirs, ours)
    for words in map(shlex.split, block.splitlines()):
        person = words.index("--as")
        yield words[person + 1], [*words[1:person], *words[person + 2 :], "--today", "2004-06-14"]


def test_the_commands_of_the_page_lead_to_three_sign_offs(office: Office) -> None:
    for person, words in commands():
        done = office.at("ros" if person == "r-tollinshaw" else person)(*words)
        assert done.code == Exit.DONE, (words, done.err)
    told = office.at("ann")("moderate", SLUG).out
    assert [line for line in told.splitlines() if "claimed" in line] == [
        "  Ann Lee, regional lead inspector, on 2004-06-14, claimed.",
        "  Bob Hay, ALMO co-ordinator, on 2004-06-14, claimed.",
        "  Cat Roy, senior manager, on 2004-06-14, claimed.",
    ]
    assert "reportkit comments send harrowmere-homes" in told
