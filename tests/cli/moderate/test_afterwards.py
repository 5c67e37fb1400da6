"""What is recorded beside the score: clearances, the talk with the ODPM, progress on recommendations."""

from __future__ import annotations

import json

from tests.cli.moderate.conftest import SLUG, Office
from tests.every_case import every_case

FINDING = "racial-harassment"
NOTE = ("--note", "They know.")


def mark_sensitive(office: Office) -> None:
    office.edits(f"findings/{FINDING}.md", "\nkind:", "\nsensitive: yes\nkind:")
    office.saves()


def last(office: Office) -> dict[str, object]:
    return json.loads(office.newest().read_text())


def appointment(office: Office, key: str) -> dict[str, object]:
    told = json.loads(office.at("ros")("timetable", SLUG, "--json", "--today", "2004-06-20").out)
    return next(each for each in told["timetables"][0]["appointments"] if each["key"] == key)


def test_a_sensitive_finding_is_cleared_by_name_for_named_papers(office: Office) -> None:
    mark_sensitive(office)
    told = office.does("flo", "clear", FINDING, "--for", "report", "--for", "letters", "--reason", "All agree.").out
    assert FINDING in told
    assert last(office)["details"]["by"] == "Flo Nye"
    assert last(office)["details"]["for"] == ["letters", "report"]


@every_case(("words", "why"), [((FINDING,), "--for"), ((FINDING, "--for", "web"), "'web' is not one of")])
def test_a_clearance_names_papers_that_there_are(office: Office, words: tuple[str, ...], why: str) -> None:
    assert why in office.refused("flo", "clear", *words).err


def test_weak_prospects_that_were_discussed_are_a_task_done(office: Office) -> None:
    office.edits("inspection.yaml", "rating: promising", "rating: uncertain")
    office.saves()
    office.submitted()
    assert appointment(office, "odpm-discussion")["state"] == "open"
    office.does("flo", "odpm-discussion", "--on", "2004-06-11", "--with", "Jane Hall", *NOTE)
    assert appointment(office, "odpm-discussion")["done"] == "2004-06-11"


@every_case("on", ["1/2/2004", "2004-13-01", "yesterday"])
def test_a_day_is_written_as_the_standard_has_it(office: Office, on: str) -> None:
    refused = office.refused("flo", "odpm-discussion", "--on", on, *NOTE)
    assert refused.code == 2
    assert f"{on!r} is no day. Write it as 2004-06-14." in refused.err


def test_progress_shows_in_the_timetable_and_the_last_word_counts(office: Office) -> None:
    office.does("ros", "progress", "empty-homes", "--under-way")
    assert appointment(office, "recommendation-empty-homes")["state"] == "due"
    office.does("ros", "progress", "empty-homes", "--done", "--on", "2004-06-10", *NOTE)
    done = appointment(office, "recommendation-empty-homes")
    assert (done["state"], done["done"]) == ("done", "2004-06-10")
    assert "They know." in done["note"]


def test_progress_says_how_far_it_has_come(office: Office) -> None:
    assert "How far it has come is not said." in office.refused("ros", "progress", "empty-homes").err


def test_a_dry_run_records_nothing(office: Office) -> None:
    before = office.records()
    shown = office.at("ros")(
        "moderate", "progress", SLUG, "empty-homes", "--done", "--dry-run", "--today", "2004-06-14"
    )
    assert shown.code == 0
    assert '"state": "done"' in shown.out
    assert office.records() == before
