"""Files to values: the only owner of raw mappings. Every problem carries its file and line."""
