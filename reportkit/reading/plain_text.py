"""A text that is no part of an inspection, such as a template."""

from __future__ import annotations

from reportkit.errors import Refused
from reportkit.reading.files import Files
from reportkit.reading.problems import ValueFlaw
from reportkit.reading.text import decode


def read_text(files: Files, path: str) -> str:
    """The file's text. Raises Refused, with its line, for what cannot be read or is no text."""
    try:
        return decode(files.read(path), path)
    except ValueFlaw as found:
        problem = found.problem
        raise Refused(problem.message, where=str(problem.where), remedy=problem.remedy) from None
