"""Text to a date, a number or a truth: only where the field asks for one, and in one way of writing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from reportkit.reading.problems import Report, named

FAILED: Final = object()
"""What a reader gives after it noted a problem."""

TRUTHS: Mapping[str, bool] = {"true": True, "yes": True, "false": False, "no": False}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,11}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,10})?")


def text(raw: Any, key: str, report: Report) -> Any:
    """Text as it stands."""
    if isinstance(raw, str):
        return raw
    found = "a list" if isinstance(raw, list) else "`key: value` lines"
    return _failed(report, key, f"expects text, not {found}", "Put text that begins with `[` or `{` in quotes.")


def date(raw: Any, key: str, report: Report) -> Any:
    """Return a date as 2004-06-14."""
    found = ISO.fullmatch(raw) if isinstance(raw, str) else None
    if found is None:
        return _failed(report, key, "expects a date such as 2004-06-14", _iso_of(raw))
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return _failed(report, key, f"cannot be {raw}: {why_no_date(found)}", "Look the day up.")


def why_no_date(found: re.Match[str]) -> str:
    """Why an ISO date does not exist, as people would say it."""
    year, month, day = found.groups()
    if not 1 <= int(month) <= len(_MONTHS):
        return f"there is no month {month}"
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year} is not a date"


def _iso_of(raw: Any) -> str:
    found = _DAY_FIRST.fullmatch(raw) if isinstance(raw, str) else None
    if found is None:
        return "Write the year, the month and the day, with hyphens."
    return f"Write {found[3]}-{int(found[2]):02}-{int(found[1]):02} where {raw} has the day first."


def whole_number(raw: Any, key: str, report: Report) -> Any:
    """Return a whole number as 21450."""
    if isinstance(raw, str) and _WHOLE.fullmatch(raw):
        return int(raw)
    return _failed(report, key, "expects a whole number such as 21450", "Write digits only, without commas or words.")


def number(raw: Any, key: str, report: Report) -> Any:
    """Return a number as 3.10, with its digits kept."""
    if isinstance(raw, str) and _NUMBER.fullmatch(raw):
        return Decimal(raw)
    return _failed(report, key, "expects a number such as 3.10", "Write digits only, without commas, £ or %.")


def truth(raw: Any, key: str, report: Report) -> Any:
    """Yes or no, true or false."""
    value = TRUTHS.get(raw.lower()) if isinstance(raw, str) else None
    return _failed(report, key, "expects yes or no", "Write `yes` or `no`.") if value is None else value


def _failed(report: Report, key: str, message: str, remedy: str) -> object:
    report.add(key, f"`{named(key)}` {message}", remedy)
    return FAILED


READERS: Mapping[type, Callable[[Any, str, Report], Any]] = {
    str: text,
    int: whole_number,
    bool: truth,
    Decimal: number,
    dt.date: date,
}
