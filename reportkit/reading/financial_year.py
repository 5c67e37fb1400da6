"""A financial year as 2002/03."""

from __future__ import annotations

import re

from reportkit.reading.problems import Report

_YEAR = re.compile(r"([0-9]{2})([0-9]{2})/([0-9]{2})")


def is_year(text: str) -> bool:
    """Return whether this is a financial year: four digits, and the last two of the year after."""
    found = _YEAR.fullmatch(text)
    return found is not None and int(found[3]) == (int(found[2]) + 1) % 100


def refuse_year(text: str, report: Report) -> None:
    """Note a problem where the text is no financial year."""
    if not is_year(text):
        report.add("year", f"`year` cannot be `{text}`", "Write a financial year as 2002/03.")
