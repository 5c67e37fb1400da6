"""The calendar file: what other programs read in it."""

from __future__ import annotations

import datetime as dt

from icalendar import Calendar
from msgspec.structs import replace

from reportkit.inspection.milestones import Milestones
from reportkit.inspection.recommendation import Recommendation
from reportkit.programme.calendar_file import calendar_file
from reportkit.programme.timetable import Timetable, timetable
from tests.programme.builders import ARRIVED, ELM, NO_RECORD, elm, judged

MADE = dt.datetime(2004, 6, 1, 8, 30, tzinfo=dt.UTC)


def table(inspection=ELM, reached: Milestones | None = None) -> Timetable:
    return timetable(inspection, reached or Milestones(), NO_RECORD)


def written(*tables: Timetable) -> bytes:
    return calendar_file(tables, "elm-2003", MADE)


def events(*tables: Timetable) -> dict[str, object]:
    return {str(event["uid"]): event for event in Calendar.from_ical(written(*tables)).walk("VEVENT")}


def test_the_same_state_gives_the_same_bytes():
    assert written(table()) == written(table())


def test_every_line_ends_as_the_standard_says_and_none_is_longer_than_it_allows():
    lines = written(table()).split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]


def test_an_event_lasts_the_whole_day_and_fills_nobodys():
    arrival = events(table())["on-site-from.elm-homes@elm-2003"]
    assert arrival.decoded("dtstart") == ARRIVED
    assert arrival.decoded("dtend") == ARRIVED + dt.timedelta(1)
    assert arrival["transp"] == "TRANSPARENT"
    assert arrival.decoded("dtstamp") == MADE


def test_an_event_says_what_it_is_of_whom_and_where_that_comes_from():
    expected = events(table())["report-expected.elm-homes@elm-2003"]
    assert expected["summary"].startswith("Elm Homes: The final report is expected")
    assert expected["description"] == (
        "Guidance, paragraph 113.\nFrom 2004-07-19 until 2004-08-30.\nInspection elm-homes."
    )
    assert expected.decoded("dtstart") == dt.date(2004, 8, 30)


def test_an_id_stays_when_its_day_moves():
    moved = replace(ELM, particulars=replace(ELM.particulars, round=4))
    assert events(table()).keys() >= {"bid.elm-homes@elm-2003"}
    assert events(table(moved))["bid.elm-homes@elm-2003"].decoded("dtstart") == dt.date(2003, 12, 31)


def test_no_two_events_of_several_inspections_share_an_id():
    other = replace(ELM, slug="elm-again")
    assert len(events(table(), table(other))) == 2 * len(events(table()))


def test_what_has_no_day_and_what_is_only_a_model_is_left_out():
    kept = events(table(judged("fair")))
    assert "reinspection-agreed.elm-homes@elm-2003" not in kept
    assert [uid for uid in kept if uid.startswith("model")] == []


def test_a_day_that_no_calendar_will_ever_reach_is_left_out():
    never = replace(ELM, recommendations=(Recommendation(id="x", title="X", by=dt.date(9999, 12, 31)),))
    assert "recommendation-x.elm-homes@elm-2003" not in events(table(never))


def test_names_with_signs_that_the_format_uses_itself_come_through():
    named = elm(
        authority=replace(ELM.particulars.authority, name="x"),
        almo=replace(ELM.particulars.almo, name="Ty, Tŷ; & “Elm”\\"),
    )
    arrival = events(table(named))["on-site-from.elm-homes@elm-2003"]
    assert arrival["summary"] == "Ty, Tŷ; & “Elm”\\: The team arrives on site (done)"
