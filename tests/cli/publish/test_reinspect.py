"""`reportkit reinspect`: the day that is agreed, and the folder that is made for it."""

from __future__ import annotations

import pytest

from reportkit.actions.load import load
from reportkit.inspection.inspection import Inspection
from reportkit.reading.casework import read_casework
from reportkit.reading.folder import FolderFiles
from tests.cli.moderate.conftest import SLUG, Office
from tests.cli.publish.conftest import WITHHELD, Press

NEW = "harrowmere-homes-2004"
AHEAD = ("--on", "2004-09-06", "--with", "J. Ford")


def made(told: Press, name: str = NEW) -> Inspection:
    return load(FolderFiles(told.root), name)


def refused(told: Press, *more: str) -> str:
    before = told.state()
    done = told.reinspects(*more)
    assert done.code in (1, 2), done.out
    assert told.state() == before
    return done.err


def test_the_new_folder_links_back_and_lists_everything_to_be_traced(told: Press) -> None:
    done = told.reinspects(*AHEAD)
    assert "agreed a provisional re-inspection for 2004-09-06, in inspections/harrowmere-homes-2004" in done.out
    new, old = made(told), load(FolderFiles(told.root), SLUG)
    particulars = new.particulars
    assert particulars.kind == "re-inspection"
    assert particulars.authority.name == old.particulars.authority.name
    assert [each.id for each in particulars.scope] == [each.id for each in old.particulars.scope]
    before = particulars.previous
    assert (before.inspection, before.kind, before.date, before.service, before.prospects) == (
        SLUG,
        "almo",
        "2004-01-22",
        "fair",
        "uncertain",
    )
    traced = {(each.part, each.id, each.title) for each in new.earlier}
    assert traced == {
        *(("weakness", each.id, each.title) for each in old.findings if each.kind == "weakness"),
        *(("recommendation", each.id, each.title) for each in old.recommendations),
    }
    assert {each.inspection for each in new.earlier} == {SLUG}
    assert {each.outcome for each in new.earlier} == {None}


def test_it_is_saved_with_its_day_and_what_was_withheld_and_check_asks_what_has_become_of_each(told: Press) -> None:
    told.reinspects(*AHEAD)
    weak = {each.id for each in load(FolderFiles(told.root), SLUG).findings if each.kind == "weakness"}
    assert {each.id for each in made(told).earlier if each.sensitive} >= weak & {WITHHELD}
    assert f"{read_casework(FolderFiles(told.root), NEW).planned.on_site_from}" == "2004-09-06"
    asked = told.at("ros")("check", NEW)
    assert asked.code == 0, asked.out
    assert "[L06 · 80, A2 · warning, not there yet]" in asked.out
    assert told.at("gus")("verify").code == 0
    assert told.git("status", "--porcelain") == ""


def test_a_second_word_moves_the_day_and_makes_no_second_folder(told: Press) -> None:
    told.reinspects(*AHEAD)
    before = told.state()[1]
    assert told.reinspects("--on", "2004-10-04").code == 0
    assert told.state()[1] == before
    assert told.last("re-inspection-agreed")["inspection"] == NEW


def test_once_the_report_is_out_six_months_count_from_it_unless_someone_allows_less(told: Press) -> None:
    assert f"    reportkit reinspect {SLUG} --on …\n" in told.publishes().out
    early = refused(told, "--on", "2004-08-11")
    assert "The re-inspection of 2004-08-11 is less than six months after the report of 2004-02-12 [118]." in early
    assert f'reportkit moderate override {SLUG} L02 --reason "…"' in early
    assert "Next:" not in told.reinspects("--on", "2004-08-12").out
    assert "provisional" not in told.last("re-inspection-agreed")
    assert "more than nine months after the report" in refused(told, "--on", "2004-11-15")
    assert told.reinspects("--on", "2004-11-15", "--reason", "A new contractor.").code == 0
    told.does("cat", "override", "L02", "--reason", "The ODPM asked for it.", day="2004-02-12")
    assert told.reinspects("--on", "2004-07-01").code == 0


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--on", "2004-02-12"), "has passed, or is today"),
        (("--on", "1/2/2004"), "'1/2/2004' is no day. Write it as 2004-06-14."),
        (("--on", "2004-02-30"), "is no day"),
        ((*AHEAD, "--name", "Harrow mere"), "has capital letters"),
        ((*AHEAD, "--name", SLUG), "There is an inspection"),
        ((*AHEAD, "--name", "submit"), "is also something that `reportkit moderate` does"),
        ((), "--on"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(told: Press, more: tuple[str, ...], why: str) -> None:
    assert why in refused(told, *more)


def test_a_name_that_is_taken_gives_way_to_the_next(told: Press) -> None:
    (told.root / "inspections" / NEW).mkdir()
    told.reinspects(*AHEAD)
    assert made(told, f"{NEW}-2").particulars.kind == "re-inspection"


def test_before_the_score_is_told_there_is_nothing_to_agree(office: Office) -> None:
    done = office.at("gus")("--no-input", "reinspect", SLUG, *AHEAD, "--today", "2004-02-12")
    assert done.code == 1
    assert "The letters with the score were not sent yet" in done.err


def test_a_dry_run_makes_no_folder(told: Press) -> None:
    before = told.state()
    shown = told.reinspects(*AHEAD, "--dry-run")
    assert f"It would keep inspections/{NEW}/earlier.yaml" in shown.err
    assert told.state() == before


def test_undone_it_leaves_the_folder_and_says_so(told: Press) -> None:
    told.reinspects(*AHEAD)
    undone = told.at("gus")("undo", SLUG, "--today", "2004-02-12")
    assert undone.code == 0, undone.err
    said = f"inspections/{NEW} stays: if it was made in error, delete it and its moderation/ folder.\n"
    assert undone.err.endswith(said)
    assert made(told).earlier
