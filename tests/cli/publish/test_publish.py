"""`reportkit publish`: the final report, as the office makes it and as the public reads it."""

from __future__ import annotations

import hashlib
import json

import pytest

from reportkit.actions import publish
from reportkit.actions.intent import Paper
from reportkit.actions.load import load
from reportkit.actions.pdf import PdfCopies
from reportkit.publications.final_report import FINAL
from reportkit.reading.folder import FolderFiles
from reportkit.word.read.read_document import read_document
from reportkit.word.read.release_check import WATERMARK, unfit_for_release
from tests.cli.moderate.conftest import SLUG, Office
from tests.cli.publish.conftest import OUT, WITHHELD, Press


def words(blob: bytes) -> str:
    told = read_document(blob)
    return "\n".join((*told.paragraphs, *told.beside))


def refused(told: Press, *more: str, day: str = OUT, person: str = "gus") -> str:
    """Publishing is refused, and nothing is left of it."""
    before = told.state()
    done = told.publishes(*more, day=day, person=person)
    assert done.code == 1, done.out
    assert told.state() == before
    return done.err


def test_the_report_is_published_clean_kept_and_recorded_with_the_list_of_changes(told: Press) -> None:
    done = told.publishes()
    assert done.out.startswith("Recorded: Gus Pym (administrator) published the final report on 2004-02-12, without 1")
    says = told.last("published")
    assert (says["on"], says["left-out"], "reason" in says) == (OUT, [WITHHELD], False)
    record = json.loads(told.newest().read_text())
    kept = {each["name"]: each["digest"] for each in record["issued"]}
    assert set(kept) == {says["document"], says["changes"]}
    for name, digest in kept.items():
        assert hashlib.sha256(told.issued(name)).hexdigest() == digest
    report, changes = told.issued(says["document"]), told.issued(says["changes"])
    assert unfit_for_release(report) == (WATERMARK,)  # it says DEMONSTRATION, for the office only plays
    assert FINAL.marking == ""
    assert "Report\t12 February 2004" in read_document(report).paragraphs
    title = next(each.title for each in load(FolderFiles(told.root), SLUG).findings if each.id == WITHHELD)
    assert title not in words(report)
    assert title not in words(changes)
    assert "Nothing has changed." in words(changes)
    assert unfit_for_release(changes) == (WATERMARK,)
    assert told.at("gus")("verify").code == 0
    assert sorted(path.name for path in (told.root / f"out/{SLUG}-report").iterdir()) == sorted(kept)
    lies = f"It is in moderation/{SLUG}/issued/{says['document']}, as it was published."
    assert refused(told, day="2004-02-13") == f"The report was published already, on 2004-02-12. {lies}\n"


def test_a_pdf_copy_is_kept_recorded_and_handed_over_with_the_word_file(told: Press, monkeypatch) -> None:
    def made(papers: tuple[Paper, ...]) -> PdfCopies:
        return PdfCopies(tuple(Paper(f"{each.name[:-5]}.pdf", b"%PDF") for each in papers))

    monkeypatch.setattr(publish, "pdf_copies", made)
    told.publishes()
    says = told.last("published")
    (copy,) = says["copies"]
    assert copy == says["document"].replace(".docx", ".pdf")
    assert told.issued(copy) == (told.root / f"out/{SLUG}-report" / copy).read_bytes() == b"%PDF"
    assert told.at("gus")("verify").code == 0


def test_a_finding_stands_in_the_papers_that_it_is_cleared_for(told: Press) -> None:
    told.does("flo", "clear", WITHHELD, "--for", "letters", day=OUT)
    assert told.publishes("--dry-run").out.count(WITHHELD) == 1
    told.does("flo", "clear", WITHHELD, "--for", "report", "--reason", "Those concerned agree.", day=OUT)
    told.publishes()
    assert "left-out" not in told.last("published")


def test_up_to_sixteen_weeks_no_reason_is_asked_for(told: Press) -> None:
    assert told.publishes(day="2004-02-23").code == 0


def test_beyond_sixteen_weeks_a_reason_is_asked_for_and_recorded(told: Press) -> None:
    late = refused(told, day="2004-02-24")
    assert "The report came out 16 weeks after the team arrived, and 10 to 16 are expected [113]." in late
    assert told.publishes("--reason", "A flood.", day="2004-02-24").code == 0
    assert told.last("published")["reason"] == "A flood."


def test_an_advised_authority_keeps_the_report_back(told: Press) -> None:
    file = told.root / f"moderation/{SLUG}/casework.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("advised: [", "advised: [Quarrygate, "), encoding="utf-8")
    told.saves()
    assert "Quarrygate was advised to buy help in, and is named in a text that will be public" in refused(told)


def test_before_the_letters_there_is_no_report(office: Office) -> None:
    before = office.records()
    done = office.at("gus")("--no-input", "publish", SLUG, "--today", OUT)
    assert done.code == 1
    assert office.records() == before


def test_an_edit_after_the_letters_keeps_the_report_back(told: Press) -> None:
    told.edits("narrative/summary.md", "Harrowmere", "Old Harrowmere")
    told.saves()
    assert "has lapsed" in refused(told)


def test_no_one_publishes_here_alone(told: Press) -> None:
    before = told.state()
    done = told.publishes("--offline")
    what = "What goes out is shared with the others first, or does not go out: it cannot be recorded here alone."
    remedy = "Leave --offline out, and try again where the shared place can be reached."
    assert (done.code, done.err) == (2, f"{what} {remedy}\n")
    assert told.state() == before


def test_not_everyone_publishes(told: Press) -> None:
    assert "and this takes one" in refused(told, person="dan")


def test_a_dry_run_shows_what_would_be_kept_and_keeps_nothing(told: Press) -> None:
    before = told.state()
    shown = told.publishes("--dry-run")
    assert shown.code == 0
    assert f"It would keep moderation/{SLUG}/issued/2004-02-12-report-" in shown.err
    assert told.state() == before


@pytest.mark.parametrize("step", ["_report", "_changes"])
def test_a_fault_while_either_document_is_made_leaves_nothing(
    told: Press, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fails(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publish, step, fails)
    before = told.state()
    assert told.publishes().code == 4
    assert told.state() == before
