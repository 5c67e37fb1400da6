"""`reportkit timetable` as people type it."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from pathlib import Path

import pytest
from icalendar import Calendar

INSPECTION = """\
kind: almo
round: 3
authority: {name: Elm Council}
almo: {name: Elm Homes, went-live: 2003-11-03}
dates: {on-site-from: 2004-05-10}
"""
CASEWORK = "planned: {publication: 2004-08-20, letters: 2004-06-28}\n"
RECOMMENDATION = "title: Let sooner\nby: 2004-06-30\nowner: Lettings\n"
ME = ("-c", "user.name=Elm", "-c", "user.email=elm@example.org")
PLAY = ("--today", "2004-06-29")


@pytest.fixture
def elm(project: Path) -> Path:
    """Two inspections in a demonstration: one far on, and one that only begins."""
    write(project, "moderation/policy.yaml", "demonstration: true\n")
    write(project, "moderation/elm/casework.yaml", CASEWORK)
    write(project, "inspections/elm/inspection.yaml", INSPECTION)
    write(project, "inspections/elm/recommendations/let.yaml", RECOMMENDATION)
    write(project, "inspections/oak/inspection.yaml", "kind: indicative\nauthority: {name: Oak Council}\n")
    return project


def write(project: Path, name: str, text: str) -> None:
    file = project / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_each_day_stands_in_a_line_with_its_state_and_paragraph(reportkit, elm):
    told = reportkit("timetable", "elm", *PLAY)
    assert told.code == 0
    lines = [" ".join(line.split()) for line in told.out.splitlines()]
    assert lines[0] == "Elm Homes (elm) on 2004-06-29"
    for line in (
        "2003-04-04 late, 310 working days The authority expresses its interest in round 3 [19]",
        "2003-07 model date The ODPM approves the bid, and announces a conditional allocation [99, T7]",
        "2004-05-10 done The team arrives on site [113]",
        "2004-06-30 due, 1 working day left Recommendation: Let sooner (Lettings) [80]",
        "2004-07 or 08 model date The final report is published [99, T7]",
        "2004-08-20 due, 38 working days left The final report is published [117]",
        "no day yet open The final score is decided [117]",
    ):
        assert line in lines
    assert told.err == "3 late, 3 due, 4 done, 6 without a day yet.\n"


def test_only_what_is_late_and_only_where_something_is(reportkit, elm):
    told = reportkit("timetable", "--all", "--late", *PLAY)
    assert [line.split()[0] for line in told.out.splitlines()] == ["Elm", "2003-04-04", "2003-05-16", "2004-06-28"]


def test_all_inspections_follow_one_another(reportkit, elm):
    told = reportkit("timetable", "--all", *PLAY)
    assert [line for line in told.out.splitlines() if line and not line.startswith(" ")] == [
        "Elm Homes (elm) on 2004-06-29",
        "Oak Council (oak) on 2004-06-29",
    ]


def test_what_happens_today_is_due_today(reportkit, elm):
    told = reportkit("timetable", "elm", "--today", "2004-06-30")
    lines = [" ".join(line.split()) for line in told.out.splitlines()]
    assert "2004-06-30 due today Recommendation: Let sooner (Lettings) [80]" in lines


def test_json_holds_every_appointment_with_its_state(reportkit, elm):
    told = json.loads(reportkit("timetable", "elm", "--json", *PLAY).out)
    assert (told["format"], told["today"]) == (1, "2004-06-29")
    (table,) = told["timetables"]
    assert (table["inspection"], table["title"]) == ("elm", "Elm Homes")
    (let,) = (each for each in table["appointments"] if each["key"] == "recommendation-let")
    assert let == {
        "key": "recommendation-let",
        "what": "Recommendation: Let sooner",
        "paragraph": "80",
        "nature": "deadline",
        "due": "2004-06-30",
        "until": None,
        "done": None,
        "note": "Lettings",
        "state": "due",
        "working-days": 1,
    }


def test_a_calendar_is_written_where_it_was_asked_for(reportkit, elm):
    told = reportkit("timetable", "--all", "--ics", "plans.ics")
    assert told.out == "plans.ics\n"
    events = Calendar.from_ical((elm / "plans.ics").read_bytes()).walk("VEVENT")
    uids = {str(event["uid"]) for event in events}
    assert "letters.elm@test" in uids
    assert len(uids) == len(events)


def test_in_a_folder_it_is_named_after_the_inspection(reportkit, elm):
    assert reportkit("timetable", "elm", "--ics", ".").out == "elm.ics\n"
    stamp = Calendar.from_ical((elm / "elm.ics").read_bytes()).walk("VEVENT")[0].decoded("dtstamp")
    assert abs((stamp - dt.datetime.now(dt.UTC)).total_seconds()) < 60  # nothing is saved: it is of the moment
    assert (elm / "elm.ics").is_file()


def test_a_document_that_is_no_longer_asked_for_is_cancelled_in_the_next_calendar(reportkit, elm):
    casework = elm / "moderation/elm/casework.yaml"
    planned = "planned: {on-site-from: 2004-08-02}\n"
    casework.write_text(f"{planned}documents:\n  - {{title: Rent policy}}\n", encoding="utf-8")
    for words in (["init", "-q"], ["add", "-A"], [*ME, "commit", "-qm", "Ask for papers"]):
        subprocess.run(["git", *words], cwd=elm, check=True)
    reportkit("timetable", "elm", "--ics", "a.ics")
    casework.write_text(planned, encoding="utf-8")
    reportkit("timetable", "elm", "--ics", "b.ics")
    before, after = (
        {str(event["uid"]): event for event in Calendar.from_ical((elm / name).read_bytes()).walk("VEVENT")}
        for name in ("a.ics", "b.ics")
    )
    cancelled = [uid for uid, event in after.items() if event.get("status") == "CANCELLED"]
    assert [before[uid]["summary"] for uid in cancelled] == ["Elm Homes: The council sends: Rent policy"]
    assert before.keys() == after.keys()
    assert all(after[uid]["sequence"] >= before[uid]["sequence"] for uid in cancelled)


def test_a_calendar_that_no_program_would_open_is_refused(reportkit, elm):
    refused = reportkit("timetable", "elm", "--ics", "plans.doc")
    assert refused.code == 2
    assert refused.err == "`plans.doc` does not end in .ics. Name a .ics file, or a folder.\n"


def test_a_name_and_all_do_not_go_together(reportkit, elm):
    refused = reportkit("timetable", "elm", "--all")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("A name and --all do not go together.")


def test_another_day_is_for_demonstrations(reportkit, elm):
    (elm / "moderation" / "policy.yaml").write_text("demonstration: false\n")
    refused = reportkit("timetable", "elm", *PLAY)
    assert refused.code == 1
    assert "no demonstration" in refused.err
    (elm / "moderation" / "policy.yaml").unlink()
    assert reportkit("timetable", "elm", *PLAY).err == refused.err


def test_a_day_is_written_as_the_standard_has_it(reportkit, elm):
    refused = reportkit("timetable", "elm", "--today", "1/2/2004")
    assert refused.code == 2
    assert "'1/2/2004' is no day. Write it as 2004-06-14." in refused.err


@pytest.mark.parametrize("wrong", ["1/2/2004", "2004-02-30", "20 August 2004"])
def test_a_planned_day_that_is_none_is_pointed_at(reportkit, elm, wrong):
    write(elm, "moderation/elm/casework.yaml", f"planned:\n  publication: {wrong}\n")
    refused = reportkit("timetable", "elm")
    assert refused.code == 1
    assert refused.err.startswith("moderation/elm/casework.yaml:2: ")


def test_a_wrong_name_is_answered_with_the_likely_one(reportkit, elm):
    refused = reportkit("timetable", "elms")
    assert refused.code == 2
    assert "Did you mean `elm`?" in refused.err
