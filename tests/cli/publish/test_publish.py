"""`reportkit publish`: the final report, as the office makes it and as the public reads it."""

from __future__ import annotations

import hashlib
import json

from reportkit.actions.load import load
from reportkit.publications.final_report import FINAL
from reportkit.reading.folder import FolderFiles
from reportkit.word.read.read_document import read_document
from reportkit.word.read.release_check import WATERMARK, unfit_for_release
from tests.cli.moderate.conftest import SLUG
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


def test_beyond_sixteen_weeks_a_reason_is_asked_for_and_recorded(told: Press) -> None:
    late = refused(told, day="2004-02-24")
    assert "The report came out 16 weeks after the team arrived, and 10 to 16 are expected [113]." in late
    assert told.publishes("--reason", "A flood.", day="2004-02-24").code == 0
    assert told.last("published")["reason"] == "A flood."


def test_nobody_publishes_here_alone(told: Press) -> None:
    before = told.state()
    done = told.publishes("--offline")
    what = "What goes out is shared with the others first, or does not go out: it cannot be recorded here alone."
    remedy = "Leave --offline out, and try again where the shared place can be reached."
    assert (done.code, done.err) == (2, f"{what} {remedy}\n")
    assert told.state() == before


def test_a_dry_run_shows_what_would_be_kept_and_keeps_nothing(told: Press) -> None:
    before = told.state()
    shown = told.publishes("--dry-run")
    assert shown.code == 0
    assert f"It would keep moderation/{SLUG}/issued/2004-02-12-report-" in shown.err
    assert told.state() == before
