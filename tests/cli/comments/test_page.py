"""docs/comments.md says what there is to type, what policy settles, and what is written for other programs."""

from __future__ import annotations

import re
from pathlib import Path

from reportkit.cli.command_table import COMMENTS
from reportkit.moderation.policy import Policy
from tests.cli.comments.conftest import Desk

PAGE = (Path(__file__).parents[3] / "docs" / "comments.md").read_text(encoding="utf-8")


def documented(heading: str) -> set[str]:
    """Return what the first column of the first table below a heading names."""
    table = PAGE.partition(f"# {heading}\n")[2].partition("|---|")[2].partition("\n\n")[0]
    return {key for row in table.splitlines()[1:] for key in re.findall("`([^`]+)`", row.split("|")[1])}


def test_every_act_is_told() -> None:
    assert [
        act for act in COMMENTS.subcommands if act != "list" and f"reportkit comments {act} INSPECTION" not in PAGE
    ] == []


def test_every_key_that_is_named_is_one_of_the_policy() -> None:
    assert documented("What policy.yaml says") <= set(Policy.__struct_encode_fields__)


def test_every_key_that_is_written_is_told_and_no_other(commented: Desk) -> None:
    told = commented.listed()
    assert documented("What `reportkit comments INSPECTION --json` writes") == set(told)
    assert documented("Each of `bodies`") == set(told["bodies"][0])
    assert documented("Each of `comments`") == set(told["comments"][0])
