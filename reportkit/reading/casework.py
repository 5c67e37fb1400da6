"""moderation/<inspection>/casework.yaml: whom to write to, what is planned, and the money around an inspection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, get_args

from reportkit.errors import Refused, Unreadable
from reportkit.inspection.casework import Allocation, Casework, Contact, Embargo, Weekday
from reportkit.inspection.problem import Problem
from reportkit.reading import yaml
from reportkit.reading.addresses import is_email
from reportkit.reading.convert import convert
from reportkit.reading.decode import decode
from reportkit.reading.files import Files
from reportkit.reading.problems import Report, ValueFlaw, refused

CASEWORK: Final = "casework.yaml"
CASEWORK_HOME: Final = "moderation"
_YEARS: Final = re.compile(r"([0-9]{4})/([0-9]{2})")
_TIME: Final = re.compile(r"(?:[01][0-9]|2[0-3])[.:][0-5][0-9]")
_CENTURY: Final = 100


def casework_path(slug: str) -> str:
    """Return where an inspection's casework stands, relative to the project's root."""
    return f"{CASEWORK_HOME}/{slug}/{CASEWORK}"


def read_casework(files: Files, slug: str) -> Casework:
    """Return an inspection's casework; an empty one where there is no such file.

    Raises Unreadable with every problem.
    """
    path = casework_path(slug)
    if path not in files.under(path.rpartition("/")[0]):
        return Casework()
    try:
        data = files.read(path)
    except Refused as error:
        raise _unreadable(path, [refused(error, path)]) from None
    return casework_from(data, path)


def unreadable_casework(files: Files, slug: str) -> tuple[Problem, ...]:
    """Why nothing at all of an inspection's casework can be read; () where it can, or there is none."""
    path = casework_path(slug)
    if path not in files.under(path.rpartition("/")[0]):
        return ()
    try:
        yaml.load(decode(files.read(path), path), path)
    except ValueFlaw as found:
        return (found.problem,)
    except Refused as error:
        return (refused(error, path),)
    return ()


def casework_from(data: bytes, path: str) -> Casework:
    """Return the casework that these bytes of `path` are. Raises Unreadable with every problem."""
    problems: list[Problem] = []
    casework = None
    try:
        raw, origin = yaml.load(decode(data, path), path)
        report = Report(origin, problems)
        casework = convert(Casework, raw, report, {"origin": origin})
        if casework is not None:
            _check(casework, report)
    except ValueFlaw as found:
        problems.append(found.problem)
    if casework is None or problems:
        raise _unreadable(path, problems)
    return casework


def _unreadable(path: str, problems: list[Problem]) -> Unreadable:
    return Unreadable(f"{path} cannot be read", tuple(problems))


def _check(casework: Casework, report: Report) -> None:
    for key, email in _addresses(casework):
        if email is not None and not is_email(email):
            report.add(key, f"`{email}` is no e-mail address", "Write it as ann@example.org.")
    for key, contact in (("contact", casework.contact), ("press.contact", casework.press.contact)):
        if contact and not (contact.telephone or contact.email):
            message = f"no one could reach {contact.name}: there is no `telephone` and no `email`"
            report.add(key, message, "Give at least one of the two.")
    if casework.allocation:
        _check_allocation(casework.allocation, report)
    if casework.press.embargo:
        _check_embargo(casework.press.embargo, report)


def _addresses(casework: Casework) -> Iterator[tuple[str, str | None]]:
    to = casework.addressees
    for name, addressee in (("authority", to.authority), ("almo", to.almo), ("odpm", to.odpm)):
        if addressee:
            yield f"addressees.{name}.email", addressee.email
    yield "contact.email", _email_of(casework.contact)
    yield "press.contact.email", _email_of(casework.press.contact)


def _email_of(contact: Contact | None) -> str | None:
    return contact.email if contact else None


def _check_allocation(allocation: Allocation, report: Report) -> None:
    if not allocation.amount:
        message = "an allocation of no pounds is none"
        report.add("allocation.amount", message, "Take `allocation` out where there is none.")
    if not allocation.years:
        report.add("allocation.years", "an allocation is for years", "Write them as [2003/04, 2004/05].")
    for number, years in enumerate(allocation.years):
        found = _YEARS.fullmatch(years)
        if not found or (int(found[1]) + 1) % _CENTURY != int(found[2]):
            report.add(f"allocation.years.{number}", f"`{years}` is no financial year", "Write it as 2003/04.")


def _check_embargo(embargo: Embargo, report: Report) -> None:
    weekday = get_args(Weekday)[embargo.day.weekday()]
    if weekday != embargo.weekday:
        message = f"{embargo.day} is a {weekday}, not a {embargo.weekday}"
        report.add("press.embargo.weekday", message, "Correct the weekday or the day.")
    if not _TIME.fullmatch(embargo.time):
        report.add("press.embargo.time", f"`{embargo.time}` is no time of day", "Write it as 00.01 or 14.30.")
