"""A minor correction of an issued document, and what is too much for one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportkit.word.read.read_document import read_document
from tests.cli.aftermath import Act, each_step, ground_of, killed_at_each
from tests.cli.at_once import both_type, recorded_there, two_copies
from tests.cli.conftest import Process
from tests.cli.moderate.conftest import SLUG, Office
from tests.cli.notify.conftest import CASEWORK, DAY, begun, decided, in_moderation, office

__all__ = ["begun", "decided", "in_moderation", "office"]

LATER = "2004-09-20"
NAME = f"{SLUG}-{LATER}-letter-almo-corrected.docx"


@pytest.fixture
def told(office: Office) -> Office:
    done = office.at("gus")("notify", SLUG, "--today", DAY)
    assert done.code == 0, done.err
    return office


def renamed(office: Office, name: str = "Mr Thomas Reeve") -> None:
    path = office.root / "moderation" / SLUG / "casework.yaml"
    path.write_text(CASEWORK.replace("Mr Tom Reeve", name), encoding="utf-8")
    office.saves("gus")


def corrects(office: Office, *more: str, document: str = "letter-almo", day: str = LATER):
    return office.at("gus")("correct", SLUG, document, "--reason", "His name.", *more, "--today", day)


def words(office: Office, name: str) -> tuple[str, ...]:
    return read_document((office.root / "moderation" / SLUG / "issued" / name).read_bytes()).paragraphs


def test_one_document_is_issued_again_and_the_originals_date_stays_the_one_that_counts(told: Office) -> None:
    renamed(told)
    done = corrects(told)
    assert done.code == 0, done.err
    said = words(told, NAME)
    assert "20 September 2004" in said
    assert "Dear Mr Thomas Reeve" in said
    assert [each for each in said if each.startswith("This takes the place of what we issued on 16 September 2004")]
    assert [each for each in said if "from 16 September 2004, the date of our letter that this one corrects" in each]
    (record,) = (told.root / "moderation" / SLUG / "records").glob("*-correction-*.json")
    details = json.loads(record.read_bytes())["details"]
    assert (details["original"], details["dated"], details["date"]) == (f"{SLUG}-{DAY}-letter-almo.docx", DAY, LATER)
    assert told.at("gus")("verify").code == 0
    assert told.git("status", "--porcelain") == "?? out/\n"


def test_a_correction_waits_to_be_sent_too_and_a_second_takes_the_place_of_the_first(told: Office) -> None:
    renamed(told)
    for to in ("authority", "almo", "odpm", "press"):
        assert told.at("gus")("notify", "sent", SLUG, "--to", to, "--by", "post", "--today", DAY).code == 0
    corrects(told)
    assert f"The letter to the ALMO, issued on {LATER}, is not sent yet." in told.at("gus")(
        *("moderate", SLUG, "--today", LATER)
    ).out.replace(", and is late", "")
    same = corrects(told, document=NAME)
    assert same.err.startswith(f"Nothing would change in {NAME}, which was issued today. Correct casework.yaml ")
    renamed(told, "Mr T. Reeve")
    assert corrects(told, document=NAME).code == 0
    last = sorted((told.root / "moderation" / SLUG / "records").glob("*-correction-*.json"))
    originals = {json.loads(each.read_bytes())["details"]["original"] for each in last}
    assert originals == {f"{SLUG}-{DAY}-letter-almo.docx", NAME}


def test_each_documents_corrections_are_counted_by_themselves(told: Office) -> None:
    path = told.root / "moderation" / SLUG / "casework.yaml"
    for document, old, new in (
        ("letter-almo", "Mr Tom Reeve", "Mr Thomas Reeve"),
        ("press-release", "7946 0001", "7946 0009"),
        ("letter-almo", "Mr Tom Reeve", "Ms Toni Reeve"),
    ):
        path.write_text(CASEWORK.replace(old, new), encoding="utf-8")
        told.saves("gus")
        done = corrects(told, document=document)
        assert done.code == 0, done.err
    issued = sorted(each.name for each in (told.root / "moderation" / SLUG / "issued").glob("*-corrected*.docx"))
    assert [name.partition(f"{LATER}-")[2] for name in issued] == [
        "letter-almo-corrected-2.docx",
        "letter-almo-corrected.docx",
        "press-release-corrected.docx",
    ]


def test_a_specimen_is_marked_and_nothing_is_recorded(told: Office) -> None:
    before = told.records()
    made = corrects(told, "--dry-run")
    assert (made.code, made.err) == (0, "Nothing was recorded.\n")
    assert read_document(Path(made.out.strip()).read_bytes()).beside[-1].startswith("Specimen: ")
    assert told.records() == before


def test_a_specimen_comes_with_the_refusal_of_a_correction_that_would_change_nothing(told: Office) -> None:
    renamed(told)
    assert corrects(told).code == 0
    made = corrects(told, "--dry-run")
    assert (made.code, len(made.out.splitlines())) == (1, 1)
    assert made.err.startswith(f"Nothing was recorded.\nNothing would change in {NAME}, which was issued today.")


def test_a_wrong_guess_at_a_document_is_answered_with_the_likeliest(told: Office) -> None:
    done = corrects(told, document="letter-alom")
    assert (done.code, done.err) == (2, "There is no document `letter-alom`. Did you mean `letter-almo`?\n")


WORDS = ("correct", SLUG, "letter-almo", "--reason", "His name.", "--today", LATER)
AGAIN = f"Nothing would change in {NAME}, which was issued today."


def test_of_two_who_correct_at_the_same_moment_one_does(
    told: Office, process: Process, tmp_path: Path, monkeypatch, capsys
) -> None:
    renamed(told)
    copies = two_copies(told.root, tmp_path, lambda root: Office(root, monkeypatch, capsys))
    _, lost = both_type(copies, process, *WORDS)
    assert AGAIN in lost.err
    assert len(recorded_there(tmp_path, "correction")) == 1


@pytest.mark.trial
def test_killed_at_any_step_one_document_is_issued_again_or_not(
    told: Office, tmp_path: Path, monkeypatch, capsys
) -> None:
    renamed(told)
    scratch = tmp_path / "scratch"
    ground = ground_of(told.root, scratch, capsys, monkeypatch, shared=True)
    killed_at_each(ground, Act("gus", WORDS, AGAIN, shared_first=True), each_step)
