"""docs/json.md says exactly what the moderation commands write for other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.moderate.conftest import POLICY, SLUG, Office
from tests.cli.moderate.test_status_table import NEWER, record, saved

PAGE = (Path(__file__).parents[3] / "docs" / "json.md").read_text(encoding="utf-8")
DAY = ("--today", "2004-06-14")
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEZ8Yk3FfPq8Jx1Zp3K8cS0o7m5bV2Qy0xHn4w9rT6uE"


def documented(heading: str) -> set[str]:
    """Return the keys of the first table below a heading."""
    table = PAGE.partition(f"# {heading}\n")[2].partition("|---|")[2].partition("\n\n")[0]
    return {key for row in table.splitlines()[1:] for key in re.findall("`([^`]+)`", row.split("|")[1])}


def keys(told: Iterable[dict[str, Any]]) -> set[str]:
    """Return every key that any of them has."""
    return {key for each in told for key in each}


@pytest.fixture
def moderated(office: Office) -> Office:
    """With a lapsed sign-off, a refusal, two queries, and an inspection of which no one can tell anything."""
    office.has_policy(POLICY.replace("region: Northern", f"region: Northern, keys: [{{key: {KEY}}}]"))
    office.submitted().met().signed("ann")
    office.edits("findings/adaptations-slow.md", "title:", "title: New")
    office.saves()
    office.does("bob", "sign-off")
    office.does("cat", "sign-off", "--not-agreed", "--reason", "No.")
    for about in ("adaptations-slow", "service"):
        office.does("ann", "query", "--of", "ros", "--by", "2004-06-21", "--text", "How?", "--about", about)
    saved(office, record("20040614T090000Z-query-0123456789ab.json", NEWER))
    return office


def test_the_page_tells_every_key_that_is_written_and_no_other(moderated: Office) -> None:
    def told(*words: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(moderated.at("ann")(*words, "--json").out)
        assert answer["format"] == 1
        return answer

    waiting, one, status = (
        told("moderate", "--as", "r-tollinshaw", *DAY),
        told("moderate", SLUG, *DAY),
        told("status", *DAY),
    )
    history, people, verdict = told("history", SLUG), told("people"), told("verify")
    steps = [*one["blockers"], *one["next-steps"], *(each["step"] for each in waiting["waiting"])]
    signatures = [*one["signed"], *one["lapsed"], *one["refused"]]
    found = {
        "`reportkit moderate --json`": waiting.keys(),
        "Each of `waiting`": keys(waiting["waiting"]),
        "Each step": keys(steps),
        "Each of `untold`": keys(waiting["untold"]),
        "`reportkit moderate INSPECTION --json`": one.keys(),
        "Each of `signed`, `lapsed` and `refused`": keys(signatures),
        "Each of `open-queries`": keys(one["open-queries"]),
        "Each of `changed`": keys(one["changed"]),
        "`reportkit status --json`": status.keys(),
        "Each of `inspections`": keys(status["inspections"]),
        "`reportkit history --json`": history.keys(),
        "Each of `acts`": keys(history["acts"]),
        "`reportkit verify --json`": verdict.keys(),
        "Each of `findings`": keys(verdict["findings"]),
        "`reportkit people --json`": people.keys(),
        "Each of `people`": keys(people["people"]),
        "Each of `keys`": keys(key for person in people["people"] for key in person["keys"]),
    }
    assert {heading: set(some) for heading, some in found.items()} == {each: documented(each) for each in found}
    assert re.findall("^###? (.+)$", PAGE, re.MULTILINE) == [*found, "Exit codes"]
