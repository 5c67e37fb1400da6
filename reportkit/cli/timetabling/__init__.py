"""What `timetable` is made of: what an inspection has reached, and how its days are shown."""
