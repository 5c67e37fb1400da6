"""What keeps letters back, and the day that they are of, with the store in memory."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.moderation.outcome_events import Letters
from reportkit.word.read.read_document import read_document
from reportkit.workspace.clock import Clock
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS, CASEWORK_FILE
from tests.cli.moderate.conftest import SLUG
from tests.every_case import every_case


@every_case(
    ("moment", "dated"),
    [
        (dt.datetime(2004, 9, 15, 22, 59, 59, tzinfo=dt.UTC), "2004-09-15"),
        (dt.datetime(2004, 9, 15, 23, 0, 0, tzinfo=dt.UTC), "2004-09-16"),  # midnight in London, summer time
        (dt.datetime(2004, 10, 30, 23, 30, 0, tzinfo=dt.UTC), "2004-10-31"),  # the night in which summer time ends
        (dt.datetime(2004, 10, 31, 23, 30, 0, tzinfo=dt.UTC), "2004-10-31"),
    ],
)
def test_it_is_londons_to_the_second(
    at_stage: AtStage, monkeypatch: pytest.MonkeyPatch, moment: dt.datetime, dated: str
) -> None:
    house = at_stage("decided")
    house.edits(CASEWORK_FILE, "publication: 2004-02-12", "publication: 2004-11-18")
    with monkeypatch.context() as patch:
        patch.setattr("reportkit.actions.case_file.clock", lambda *_, **__: Clock(moment))
        done = house.does("gus", "notify", today=None)
    details = house.newest.details
    assert isinstance(details, Letters)
    assert details.date.isoformat() == dated
    (name,) = done.receipt.names
    assert name.startswith(f"{moment:%Y%m%dT%H%M%SZ}-letters-")
    (letter,) = (each for each in done.prepared.intent.papers if each.name.endswith("-letter-odpm.docx"))
    assert letter.name == f"{SLUG}-{dated}-letter-odpm.docx"
    assert f"{int(dated[-2:])} {moment:%B} 2004" in read_document(letter.data).paragraphs


def test_only_whom_policy_lets_may_tell_the_score(at_stage: AtStage) -> None:
    refused = str(at_stage("decided").refuses("dan", "notify"))
    assert "Dan Orr is not administrator or head of programme" in refused


@pytest.mark.parametrize("stage", ["drafted", "signed", "heard"])
def test_before_the_decision_there_are_no_letters(at_stage: AtStage, stage: str) -> None:
    assert "This cannot be recorded now:\n" in str(at_stage(stage).refuses("gus", "notify"))


def test_they_are_issued_once(at_stage: AtStage) -> None:
    refused = str(at_stage("told").refuses("gus", "notify"))
    assert refused.startswith("The letters were issued already, dated 22 January 2004.")


def test_the_release_of_an_almo_inspection_goes_with_its_letters(at_stage: AtStage) -> None:
    refused = str(at_stage("decided").refuses("gus", "notify", release=False))
    assert refused == "The press release goes out with the letters [117]. Leave --no-release out."


@every_case("text", [b"kind: [almo\n", b"kind: almo\nauthority: {name: Caf\xe9}\n"])
def test_another_inspection_that_cannot_be_read_holds_no_letters_up(at_stage: AtStage, text: bytes) -> None:
    house = at_stage("decided")
    house.workspace.save({"inspections/birch-homes/inspection.yaml": text})
    assert house.prepares("gus", "notify").obstacles == ()


def test_letters_do_not_follow_the_report_unless_a_person_says_why(at_stage: AtStage) -> None:
    house = at_stage("decided")
    house.edits(CASEWORK_FILE, "publication: 2004-02-12", f"letters: 2004-01-02, publication: {BEGINS}")
    refused = str(house.refuses("gus", "notify"))
    assert f"The report is to be out on {BEGINS}, and the letters are of {BEGINS}." in refused
    assert f'reportkit moderate override {SLUG} K07 --reason "…"' in refused
    house.does("flo", "override", rule="K07", reason="The report is late.")
    house.does("gus", "notify")


def test_a_partial_almo_gets_no_letter_that_is_addressed_to_another(at_stage: AtStage) -> None:
    house = at_stage("decided")
    house.edits(CASEWORK_FILE, "office: Chief Executive, address: [2 Mill", "organisation: Oak Homes, address: [2 Mill")
    house.edits("inspection.yaml", "  short: Harrowmere Homes\n", "  short: Harrowmere Homes\n  partial: true\n")
    refused = str(house.refuses("gus", "notify"))
    assert "This inspection is of Harrowmere Homes Limited, and its letter is addressed to Oak Homes." in refused


def test_what_was_not_issued_cannot_have_gone_off(at_stage: AtStage) -> None:
    refused = str(at_stage("decided").refuses("gus", "notify-sent", to="odpm", way="post"))
    assert refused == "Nothing was issued that could go there. `reportkit history` shows what was issued."


def test_a_dispatch_is_not_of_a_day_before_the_letter(at_stage: AtStage) -> None:
    refused = str(at_stage("told").refuses("gus", "notify-sent", to="odpm", way="e-mail", on=BEGINS))
    assert "before it was issued" in refused
