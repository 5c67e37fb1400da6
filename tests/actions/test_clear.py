"""Clearing a sensitive finding, with the store in memory."""

from __future__ import annotations

import hashlib

from reportkit.errors import WrongUse
from reportkit.moderation.outcome_events import Clearance
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import INSPECTION
from tests.cli.publish.conftest import WITHHELD
from tests.every_case import every_case


def test_a_clearance_is_of_the_file_as_it_is_saved_and_names_each_paper_once(at_stage: AtStage) -> None:
    house = at_stage("met")
    house.does("flo", "clear", finding=WITHHELD, papers=("report", "letters", "report"), reason="All agree.")
    digest = hashlib.sha256(house.workspace.saved.read(f"{INSPECTION}/findings/{WITHHELD}.md")).hexdigest()
    assert house.newest.details == Clearance(
        finding=WITHHELD, digest=digest, by="Flo Nye", for_=("letters", "report"), reason="All agree."
    )


@every_case(
    ("person", "finding", "what"),
    [
        ("flo", "adaptations-slow", "adaptations-slow is not marked sensitive"),
        ("flo", "racial-harasment", "Did you mean `racial-harassment`?"),
        ("dan", WITHHELD, "and this takes one"),
    ],
)
def test_what_cannot_be_cleared_is_refused(at_stage: AtStage, person: str, finding: str, what: str) -> None:
    refused = at_stage("met").refuses(person, "clear", finding=finding, papers=("report",))
    assert what in str(refused)
    assert isinstance(refused, WrongUse) == ("Did you mean" in what)


def test_what_was_cleared_stands_in_the_published_report(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    house.does("flo", "clear", finding=WITHHELD, papers=("letters",))
    assert house.prepares("gus", "publish").intent.details.left_out == (WITHHELD,)
    house.does("flo", "clear", finding=WITHHELD, papers=("report",), reason="Those concerned agree.")
    house.does("gus", "publish")
    assert not house.newest.details.left_out
