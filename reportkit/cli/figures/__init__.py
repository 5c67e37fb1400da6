"""The `indicators` command: indicators shown beside what they are held against, and a table brought in."""
