"""Timetables from a page or a script: values, and a calendar file."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.actions.timetable import TimetableRequest, timetables, write_calendar
from reportkit.errors import Refused, WrongUse
from tests.actions.local_folder import with_inspection


def test_all_of_them_are_returned_where_all_are_asked_for(tmp_path):
    found = timetables(with_inspection(tmp_path), TimetableRequest(everything=True))
    assert [table.inspection for table in found.tables] == ["elm"]


def test_a_name_together_with_all_is_refused(tmp_path):
    with pytest.raises(WrongUse, match="A name and --all do not go together"):
        timetables(with_inspection(tmp_path), TimetableRequest(inspection="elm", everything=True))


def test_another_day_is_refused_outside_a_demonstration(tmp_path):
    with pytest.raises(Refused, match="no demonstration"):
        timetables(with_inspection(tmp_path), TimetableRequest(inspection="elm", today=dt.date(2004, 6, 14)))


def test_a_calendar_in_a_folder_is_named_after_the_inspection(tmp_path):
    workspace = with_inspection(tmp_path)
    found = timetables(workspace, TimetableRequest(inspection="elm"))
    path = write_calendar(workspace, found, tmp_path)
    assert path == tmp_path / "elm.ics"
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_name_that_no_calendar_program_would_open_is_refused(tmp_path):
    workspace = with_inspection(tmp_path)
    found = timetables(workspace, TimetableRequest(inspection="elm"))
    with pytest.raises(WrongUse, match=r"does not end in \.ics"):
        write_calendar(workspace, found, tmp_path / "elm.txt")
