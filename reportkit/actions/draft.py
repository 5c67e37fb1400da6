"""The way from a folder to a Word document: read, check, gather, word it, blocks, Word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from reportkit.actions.load import load
from reportkit.actions.template_cache import kept_code
from reportkit.actions.templates import HOUSE, house, templates
from reportkit.document.blocks import Document
from reportkit.errors import Refused
from reportkit.gitstore.provenance import Provenance, begin_provenance
from reportkit.inspection.problem import Problem
from reportkit.inspection.repository import Inspectorate
from reportkit.publications.report import report
from reportkit.publications.setting import Setting
from reportkit.reading.digest import DigestingFiles
from reportkit.reading.folder import FolderFiles
from reportkit.reading.repository import read_repository
from reportkit.reading.second_copies import second_copies
from reportkit.rules.check import check
from reportkit.word.write import write


class Draft(Struct, frozen=True):
    """A finished draft: the .docx, how many findings are in it, and how much `check` would list.

    `left_out` are second copies of files with other words, which are not in it.
    """

    data: bytes
    findings: int
    wrong: int
    missing: int
    warnings: int
    left_out: tuple[Problem, ...] = ()


def draft(root: Path, slug: str) -> Draft:
    """Make the report of one inspection. Raises Unreadable with every problem of its files at once."""
    return draft_of(root, slug, begin_provenance(root, slug).result)  # Git works while we read


def draft_of(root: Path, slug: str, provenance: Callable[[], Provenance]) -> Draft:
    """Make the report of files whose version is known otherwise."""
    files = DigestingFiles(FolderFiles(root))
    issuer = read_repository(files).inspectorate
    inspection = load(files, slug)
    problems = check(inspection)
    document = report(inspection, setting_of(issuer, provenance(), files.digest()), templates(root), kept_code())
    data = written(document, root)
    left_out = second_copies(FolderFiles(root), slug)
    return Draft(data, len(inspection.findings), *_counted((*problems, *left_out)), left_out)


def written(document: Document, root: Path) -> bytes:
    """Return the document in Word. Raises Refused, naming the house file, for what is wrong with that."""
    return written_with(document, house(root))


def written_with(document: Document, base: bytes) -> bytes:
    """Return the document in Word, in the look of a house file's bytes."""
    try:
        return write(document, base)
    except Refused as error:
        raise Refused(error.what, where=error.where or HOUSE, remedy=error.remedy) from None


def _counted(problems: tuple[Problem, ...]) -> tuple[int, int, int]:
    """Return how much is wrong, how much is not there yet, and how many warnings have no answer."""
    errors = [problem.state for problem in problems if problem.level == "error"]
    warnings = sum(problem.level == "warning" and not problem.answered for problem in problems)
    return errors.count("wrong"), errors.count("not there yet"), warnings


def setting_of(issuer: Inspectorate, saved: Provenance, digest: str) -> Setting:
    """Return what a document says of its origin.

    Dates come from the version, so that the same version gives the same bytes; unsaved work is of today.
    """
    today = dt.datetime.now(dt.UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return Setting(
        inspectorate=issuer,
        made=saved.committed or today,
        version=saved.commit[:7] if saved.commit and not saved.unsaved else None,
        unsaved=bool(saved.unsaved),
        commit="" if saved.unsaved else saved.commit or "",
        digest=digest,
    )
