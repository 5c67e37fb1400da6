"""Publication, with the store in memory: what is ready before it, what is recorded and handed over, what is refused."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from reportkit.actions import publish
from reportkit.actions.carry_out import carry_out
from reportkit.actions.intent import Paper
from reportkit.actions.load import load
from reportkit.actions.pdf import PdfCopies
from reportkit.errors import Refused
from reportkit.moderation.outcome_events import Published
from reportkit.word.read.read_document import read_document
from reportkit.word.read.release_check import WATERMARK, unfit_for_release
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import CASEWORK_FILE, HouseInMemory
from tests.actions.story_in_memory import OUT
from tests.cli.moderate.conftest import SLUG
from tests.cli.publish.conftest import WITHHELD


def issued(house: HouseInMemory, name: str) -> bytes:
    return house.workspace.saved.read(f"moderation/{SLUG}/issued/{name}")


def published(house: HouseInMemory) -> Published:
    details = house.newest.details
    assert isinstance(details, Published)
    return details


def words(blob: bytes) -> str:
    told = read_document(blob)
    return "\n".join((*told.paragraphs, *told.beside))


def test_the_report_and_its_changes_are_ready_before_anything_is_recorded(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    before = house.state()
    prepared = house.prepares("gus", "publish")
    assert house.state() == before
    assert prepared.intent
    assert [each.path.name for each in prepared.intent.copies] == [each.name for each in prepared.intent.papers]
    assert prepared.intent.remarks == ("There are no PDF copies: LibreOffice is not installed here.",)
    done = carry_out(house.workspace, prepared)
    assert [path.read_bytes() for path in done.copies.paths] == [each.data for each in prepared.intent.copies]


def test_it_is_recorded_clean_with_its_digests_and_without_what_is_withheld(at_stage: AtStage) -> None:
    house = at_stage("published")
    says = published(house)
    assert (says.on, says.left_out, says.reason) == (OUT, (WITHHELD,), None)
    assert {each.name for each in house.newest.issued} == {says.document, says.changes}
    for each in house.newest.issued:
        assert hashlib.sha256(issued(house, each.name)).hexdigest() == each.digest
    report, changes = issued(house, says.document), issued(house, says.changes)
    assert unfit_for_release(report) == unfit_for_release(changes) == (WATERMARK,)  # it says DEMONSTRATION
    assert "Report\t12 February 2004" in read_document(report).paragraphs
    title = next(each.title for each in load(house.workspace.saved, SLUG).findings if each.id == WITHHELD)
    assert title not in words(report) + words(changes)
    assert "Nothing has changed." in words(changes)
    assert [step.command for step in house.standing.next_steps] == [f"reportkit reinspect {SLUG} --on …"]


def test_a_second_time_is_refused_with_where_the_report_is(at_stage: AtStage) -> None:
    house = at_stage("published")
    kept = f"It is in moderation/{SLUG}/issued/{published(house).document}, as it was published."
    house.day = OUT + dt.timedelta(days=1)
    assert str(house.refuses("gus", "publish")) == f"The report was published already, on 2004-02-12. {kept}"


def test_one_that_was_prepared_before_another_was_published_is_not_published(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    prepared = house.prepares("gus", "publish")
    house.does("gus", "publish")
    before = house.state()
    with pytest.raises(Refused, match="The report was published already"):
        carry_out(house.workspace, prepared)
    assert house.state() == before


def test_a_pdf_copy_is_recorded_and_handed_over_with_the_word_file(
    at_stage: AtStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(papers: tuple[Paper, ...]) -> PdfCopies:
        return PdfCopies(tuple(Paper(f"{each.name[:-5]}.pdf", b"%PDF") for each in papers))

    house = at_stage("dispatched")
    monkeypatch.setattr(publish, "pdf_copies", made)
    done = house.does("gus", "publish")
    (copy,) = published(house).copies
    assert copy == published(house).document.replace(".docx", ".pdf")
    handed = next(path for path in done.copies.paths if path.name == copy)
    assert issued(house, copy) == handed.read_bytes() == b"%PDF"


def test_beyond_sixteen_weeks_a_reason_is_asked_for_and_recorded(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    house.day = dt.date(2004, 2, 23)
    assert house.prepares("gus", "publish").obstacles == ()
    house.day += dt.timedelta(days=1)
    late = str(house.refuses("gus", "publish"))
    assert "The report came out 16 weeks after the team arrived, and 10 to 16 are expected [113]." in late
    house.does("gus", "publish", reason="A flood.")
    assert published(house).reason == "A flood."


def test_an_advised_authority_keeps_the_report_back(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    house.edits(CASEWORK_FILE, "advised: [", "advised: [Quarrygate, ")
    named = "Quarrygate was advised to buy help in, and is named in a text that will be public"
    assert named in str(house.refuses("gus", "publish"))


def test_an_edit_after_the_letters_keeps_the_report_back(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    house.edits("narrative/summary.md", "Harrowmere", "Old Harrowmere")
    assert "has lapsed" in str(house.refuses("gus", "publish"))


@pytest.mark.parametrize("stage", ["drafted", "signed", "decided"])
def test_before_the_letters_there_is_no_report(at_stage: AtStage, stage: str) -> None:
    house = at_stage(stage)
    house.day = OUT
    house.refuses("gus", "publish")


def test_only_whom_policy_lets_publishes(at_stage: AtStage) -> None:
    assert "and this takes one" in str(at_stage("dispatched").refuses("dan", "publish"))


@pytest.mark.parametrize("step", ["_report", "_changes"])
def test_a_fault_while_either_document_is_made_leaves_nothing(
    at_stage: AtStage, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fails(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    house = at_stage("dispatched")
    monkeypatch.setattr(publish, step, fails)
    before = house.state()
    with pytest.raises(OSError, match="No space left"):
        house.does("gus", "publish")
    assert house.state() == before
