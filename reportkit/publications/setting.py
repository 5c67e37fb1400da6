"""What a publication needs besides the inspection: whose it is, which version, on what day."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from reportkit.inspection.repository import Inspectorate


class Setting(Struct, frozen=True, kw_only=True):
    """The issuer of a document, and its sources.

    `version` is the saved version's short name, None where nothing is saved yet; `unsaved` says that
    the folder holds changes which no version has. `made` is the version's own time, or today where
    there is none. `commit` and `digest` (SHA-256 of the inspection's files) go into the properties. `marking` is
    written across the pages of documents that have none of their own: in a demonstration they say what they are.
    """

    inspectorate: Inspectorate
    made: dt.datetime
    version: str | None = None
    unsaved: bool = False
    commit: str = ""
    digest: str = ""
    marking: str = ""
