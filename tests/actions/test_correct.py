"""Corrections, with the store in memory: which document is meant, and what is refused before anything is written."""

from __future__ import annotations

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.correct import CorrectRequest, _name, prepare_specimen
from reportkit.actions.prepared import Done
from reportkit.actions.ready_copies import write
from reportkit.errors import WrongUse
from tests.actions.conftest import AtStage
from tests.actions.story_in_memory import OUT, TOLD
from tests.cli.moderate.conftest import SLUG
from tests.every_case import every_case

NAME = f"{SLUG}-{OUT}-letter-almo-corrected"
ISSUED = {"letter-authority": f"{SLUG}-{TOLD}-letter-authority.docx", "letter-almo": f"{SLUG}-{TOLD}-letter-almo.docx"}
ASKED = {"document": "letter-almo", "reason": "The date was missing."}


@pytest.mark.parametrize("document", ["letter-almo", f"{SLUG}-{TOLD}-letter-almo.docx"])
def test_a_document_is_known_by_its_name_and_by_its_file(document: str) -> None:
    assert _name(ISSUED, document) == "letter-almo"


def test_a_release_that_was_never_issued_is_no_document_to_correct() -> None:
    with pytest.raises(WrongUse, match="There is no document `press-release`"):
        _name(ISSUED, "press-release")


def test_a_correction_is_ready_before_anything_is_recorded_and_is_made_once(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    before = house.state()
    prepared = house.prepares("gus", "correct", **ASKED)
    assert house.state() == before
    done = carry_out(house.workspace, prepared)
    assert isinstance(done, Done)
    assert [path.name for path in done.copies.paths] == [f"{NAME}.docx", f"{NAME}.eml"]
    assert "Nothing would change" in str(house.refuses("gus", "correct", **ASKED))


def test_a_specimen_is_made_though_the_correction_would_be_refused(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    house.does("gus", "correct", **ASKED)
    ready = prepare_specimen(house.workspace, CorrectRequest(inspection=SLUG, today=house.day, **ASKED))
    assert str(ready.refusal).startswith("Nothing would change")
    assert [path.name for path in write(ready)] == [f"{NAME}-2.docx"]


@every_case(
    ("stage", "person", "words", "what"),
    [
        ("decided", "gus", {}, f"No letters were issued yet. `reportkit notify {SLUG}` issues them."),
        ("told", "dan", {}, "Dan Orr is not administrator or head of programme"),
        ("told", "gus", {"document": "letter-alom"}, "no document `letter-alom`. Did you mean `letter-almo`?"),
        ("told", "gus", {"today": TOLD.replace(day=1)}, "has not come yet by this computer’s clock"),
    ],
)
def test_what_cannot_be_corrected_is_refused(
    at_stage: AtStage, stage: str, person: str, words: dict[str, object], what: str
) -> None:
    assert what in str(at_stage(stage).refuses(person, "correct", **{**ASKED, **words}))


def test_a_finding_is_not_corrected_so(at_stage: AtStage) -> None:
    house = at_stage("told")
    house.edits("findings/adaptations-slow.md", "title:", "title: Old")
    refused = str(house.refuses("gus", "correct", **ASKED))
    assert refused.startswith("A score or a finding changed since the letters, and that is not a minor correction.")
