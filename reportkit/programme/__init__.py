"""Questions over many inspections, and over time: working days, timetables and calendars."""
