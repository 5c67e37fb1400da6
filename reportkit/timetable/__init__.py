"""The dates that the guidance sets or implies, working days and calendars."""
