"""`reportkit reinspect`: the day that is agreed, and the folder that is made for it."""

from __future__ import annotations

from reportkit.actions.load import load
from reportkit.inspection.inspection import Inspection
from reportkit.reading.casework import read_casework
from reportkit.reading.folder import FolderFiles
from tests.cli.moderate.conftest import SLUG
from tests.cli.publish.conftest import WITHHELD, Press
from tests.every_case import every_case

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


@every_case(
    ("more", "why"),
    [
        (("--on", "1/2/2004"), "'1/2/2004' is no day. Write it as 2004-06-14."),
        (("--on", "2004-02-30"), "is no day"),
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


def test_a_dry_run_makes_no_folder(told: Press) -> None:
    before = told.state()
    shown = told.reinspects(*AHEAD, "--dry-run")
    assert f"It would keep inspections/{NEW}/earlier.yaml" in shown.err
    assert told.state() == before
