"""`reportkit indicators`: the figures beside what they are compared with, and a table to import."""
