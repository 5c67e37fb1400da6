"""reportkit.yaml: whether it is ours to read, and whose it is."""

from __future__ import annotations

import re
from typing import Any

import reportkit
from reportkit.errors import Refused, Unreadable
from reportkit.inspection.problem import Problem
from reportkit.inspection.repository import FORMAT, Repository
from reportkit.reading import yaml
from reportkit.reading.convert import convert
from reportkit.reading.decode import decode
from reportkit.reading.files import Files
from reportkit.reading.problems import Report, ValueFlaw, refused
from reportkit.reading.root import MARKER

_VERSION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,9}")


def read_repository(files: Files) -> Repository:
    """Return the repository's own particulars. Raises Unreadable with every problem."""
    problems: list[Problem] = []
    repository = None
    try:
        raw, origin = yaml.load(decode(files.read(MARKER), MARKER), MARKER)
        repository = _repository(raw, Report(origin, problems))
    except ValueFlaw as found:
        problems.append(found.problem)
    except Refused as error:
        problems.append(refused(error, MARKER))
    if repository is None or problems:
        raise Unreadable(f"{MARKER} cannot be read", tuple(problems))
    return repository


def _repository(raw: Any, report: Report) -> Repository | None:
    given = raw if isinstance(raw, dict) else {}
    update = "Install the newest reportkit."
    if _newer(given.get("format"), str(FORMAT)):
        message = f"was made by a newer reportkit (format {given['format']}); this one reads format {FORMAT}"
        report.add("format", message, update)
        return None
    if _newer(given.get("requires"), reportkit.__version__):
        message = f"asks for reportkit {given['requires']} or newer; this is {reportkit.__version__}"
        report.add("requires", message, update)
        return None
    return convert(Repository, raw, report)


def _newer(asked: Any, ours: str) -> bool:
    return isinstance(asked, str) and bool(_VERSION.fullmatch(asked)) and _numbers(asked) > _numbers(ours)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall("[0-9]+", version))
