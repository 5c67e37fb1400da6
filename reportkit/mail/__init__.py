"""E-mail out, and replies in; knows no record."""
