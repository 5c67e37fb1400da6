"""The folders of an inspection and its record, relative to the repository's root folder."""

from __future__ import annotations

import re

from reportkit.errors import Refused
from reportkit.moderation.record import OF_THE_HOUSE

SIGNATURE = ".sig"
"""What a signature's file adds to the name of its record's."""

_INSPECTION = re.compile(rf"{OF_THE_HOUSE}|[a-z0-9][a-z0-9-]{{0,39}}")
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")


def content_folder(inspection: str) -> str:
    """Return the folder that is signed."""
    return f"inspections/{_checked(inspection)}"


def records_folder(inspection: str) -> str:
    """Return the folder of the inspection's records."""
    return f"moderation/{_checked(inspection)}/records"


def issued_folder(inspection: str) -> str:
    """Return the folder of the documents that left the house."""
    return f"moderation/{_checked(inspection)}/issued"


def replies_folder(inspection: str) -> str:
    """Return the folder of the e-mailed replies that administrators entered, kept whole."""
    return f"moderation/{_checked(inspection)}/replies"


def is_ours(path: str) -> bool:
    """Return whether an act may bring a file here: below `moderation/`, and nowhere that leads out of it."""
    parts = path.split("/")
    return len(parts) > 1 and parts[0] == "moderation" and all(_PART.fullmatch(part) for part in parts)


def begins(path: str, inspection: str) -> bool:
    """Return whether an act on one inspection may bring this as a file of a new inspection's folder."""
    parts = path.split("/")
    named = len(parts) > 2 and parts[0] == "inspections" and _INSPECTION.fullmatch(parts[1])  # noqa: PLR2004  a folder
    return bool(named) and parts[1] != inspection and all(_PART.fullmatch(part) for part in parts)


def _checked(inspection: str) -> str:
    """Return the name, where it is one: none leads to another folder."""
    if not _INSPECTION.fullmatch(inspection):
        raise Refused(
            f"There is no inspection `{inspection}`", remedy="Its folder's name, under inspections/, is meant."
        )
    return inspection
