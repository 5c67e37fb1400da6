"""The copy of the draft that a body comments on: marked as such, with its name, on every page [115]."""

from __future__ import annotations

import datetime as dt

from reportkit.publications.phrases import day
from reportkit.publications.report import Edition


def comment_edition(body: str, due: dt.date) -> Edition:
    """Return the edition for the body of that name, whose written comments are invited until the day `due`."""
    return Edition(
        notice=f"Draft for comment: the copy of {body}. Comments in writing are invited until {day(due)}. "
        "Please name the number of the paragraph that a comment is about. Nothing in it is final.",
        marking="DRAFT FOR COMMENT",
        head=f"draft for comment, copy of {body}",
        properties=(("reportkit copy of", body),),
    )
