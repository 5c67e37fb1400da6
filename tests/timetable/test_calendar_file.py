"""The calendar file: what other programs read in it."""

from __future__ import annotations

import datetime as dt
import re

from icalendar import Calendar
from msgspec.structs import replace

from reportkit.inspection.milestones import Milestones
from reportkit.inspection.recommendation import Recommendation
from reportkit.timetable.calendar_file import calendar_file
from reportkit.timetable.timetable import Timetable, timetable
from tests.timetable.builders import ARRIVED, ELM, NO_RECORD, elm, judged

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


LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:,\"]+)*):(.*)")
STAMP = r"\d{8}T\d{6}Z"
FORMS = {
    "PRODID": ".+",
    "VERSION": r"2\.0",
    "CALSCALE": "GREGORIAN",
    "METHOD": "PUBLISH",
    "UID": r"[a-z0-9.-]+@[a-z0-9.-]+",
    "DTSTAMP": STAMP,
    "LAST-MODIFIED": STAMP,
    "SEQUENCE": r"\d{1,10}",
    "DTSTART": r"\d{8}",
    "DTEND": r"\d{8}",
    "TRANSP": "TRANSPARENT",
    "SUMMARY": r"(?:[^\\;,]|\\[\\;,n])+",
    "DESCRIPTION": r"(?:[^\\;,]|\\[\\;,n])+",
    "CATEGORIES": r"[a-z0-9-]+",
}
"""What each property may say, as RFC 5545 has it (3.3.4, 3.3.5, 3.3.11), and nothing that has a time zone."""
OF_THE_CALENDAR = ["CALSCALE", "METHOD", "PRODID", "VERSION"]
OF_AN_EVENT = sorted(set(FORMS) - set(OF_THE_CALENDAR))


def unfolded(data: bytes) -> list[str]:
    """Return the content lines, by the bytes alone: CRLF, 75 octets at the most, and no letter torn in two (3.1)."""
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    assert not [line for line in physical if b"\r" in line or b"\n" in line or len(line) > 75 or not line.strip()]
    found: list[str] = []
    for line in physical:
        text = line.decode("utf-8")  # each by itself: what reads line by line must not meet half a letter
        if text.startswith(" "):
            found[-1] += text[1:]
        else:
            found.append(text)
    return found


def test_the_bytes_are_as_the_standard_and_the_calendar_programs_want_them():
    name = "Cymdeithas Tai Dŵr a Thŷ, yr Wŷr; “Elm” \\ " + "ŵŷ" * 40
    lines = unfolded(written(table(elm(almo=replace(ELM.particulars.almo, name=name)))))
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert sorted(line.partition(":")[0] for line in lines[1:5]) == OF_THE_CALENDAR
    seen: set[str] = set()
    for block in "\n".join(lines[5:-1]).split("BEGIN:VEVENT\n")[1:]:
        *properties, end = block.strip().split("\n")
        assert end == "END:VEVENT"
        parts = [LINE.fullmatch(line) for line in properties]
        assert all(parts), properties
        told = {part[1]: part for part in parts if part}
        assert sorted(part[1] for part in parts if part) == OF_AN_EVENT  # each of them once
        assert [name for name, part in told.items() if not re.fullmatch(FORMS[name], part[3])] == []
        days = [told[each] for each in ("DTSTART", "DTEND")]
        assert [day[2] for day in days] == [";VALUE=DATE"] * 2
        assert [part[2] for name, part in told.items() if name not in ("DTSTART", "DTEND") and part[2]] == []
        first, after = (dt.date.fromisoformat(day[3]) for day in days)
        assert after - first == dt.timedelta(1)
        assert told["UID"][3] not in seen
        seen.add(told["UID"][3])
    assert len(seen) == len(events(table())) > 3


def test_a_later_version_has_the_same_ids_and_a_higher_sequence_so_that_it_takes_the_place_of_the_first():
    later = calendar_file((table(),), "elm-2003", MADE + dt.timedelta(minutes=1))
    again = {str(event["uid"]): event for event in Calendar.from_ical(later).walk("VEVENT")}
    before = events(table())
    assert again.keys() == before.keys()
    assert all(again[uid]["sequence"] == before[uid]["sequence"] + 1 for uid in before)
    assert all(again[uid]["sequence"] < 2**31 for uid in before)


def test_an_event_lasts_the_whole_day_and_fills_no_ones():
    arrival = events(table())["on-site-from.elm-homes@elm-2003"]
    assert arrival.decoded("dtstart") == ARRIVED
    assert arrival.decoded("dtend") == ARRIVED + dt.timedelta(1)
    assert arrival["transp"] == "TRANSPARENT"
    assert arrival.decoded("dtstamp") == MADE


def test_an_event_says_what_it_is_who_and_where_that_comes_from():
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


def test_what_is_no_longer_planned_is_cancelled_with_its_id_and_last_day():
    gone = Recommendation(id="let", title="Let sooner", by=dt.date(2004, 9, 30))
    older = Recommendation(id="let", title="Let homes sooner", by=dt.date(2004, 8, 31))
    former = (table(replace(ELM, recommendations=(each,))) for each in (gone, older))
    before, now = (events(each) for each in (table(replace(ELM, recommendations=(gone,))), table().after(former)))
    (uid,) = before.keys() - events(table()).keys()
    cancelled = now[uid]
    assert (cancelled["status"], cancelled["summary"][:21]) == ("CANCELLED", "Elm Homes: Cancelled:")
    assert cancelled.decoded("dtstart") == dt.date(2004, 9, 30)
    assert cancelled["sequence"] == now["bid.elm-homes@elm-2003"]["sequence"]
    assert [uid for uid, event in now.items() if "status" in event] == [uid]


def test_what_is_planned_again_is_not_cancelled():
    planned = replace(ELM, recommendations=(Recommendation(id="let", title="Let", by=dt.date(2004, 9, 30)),))
    assert table(planned).after((table(), table(planned))).cancelled == ()


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
