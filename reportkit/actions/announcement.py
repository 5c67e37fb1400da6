"""The announcement of a decided score, and what its documents are made with: content and templates as signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from reportkit.actions.case_file import CaseFile
from reportkit.actions.cleared_by_record import cleared_by
from reportkit.actions.issued_documents import Work
from reportkit.actions.signed_content import signed
from reportkit.actions.templates import house, templates
from reportkit.errors import Refused
from reportkit.inspection.casework import Casework
from reportkit.inspection.judgement import ProspectsRating, ServiceRating
from reportkit.moderation.outcome_events import Letters
from reportkit.publications.announcement import Announcement
from reportkit.publications.letters import Issuer
from reportkit.reading.casework import read_casework
from reportkit.reading.inspection import particulars_of
from reportkit.reading.repository import read_repository
from reportkit.wording.values import Template
from reportkit.workspace.workspace import Workspace

UNDECIDED: Final = "0" * 64
"""Stands for a decision's digest in specimens that are made before there is one."""

SPECIMEN: Final = "SPECIMEN"
"""The marking of documents that are made to be looked at and are not issued."""


def announcement_of(case_file: CaseFile, casework: Casework, cleared: frozenset[str] = frozenset()) -> Announcement:
    """Return what is announced today: the decision, or in a specimen what inspection.yaml says.

    `cleared` are the ids of sensitive findings that the release may show. Raises Refused where a judgement is
    missing.
    """
    service, prospects, decision = _score(case_file)
    return Announcement(
        inspection=case_file.inspection,
        casework=casework,
        service=service,
        prospects=prospects,
        date=case_file.clock.today,
        subject=case_file.standing.subject,
        decision=decision,
        cleared=cleared,
    )


def _score(case_file: CaseFile) -> tuple[ServiceRating, ProspectsRating, str]:
    decided = case_file.ledger.decision
    if decided:
        service, prospects, digest = decided[1].service.to, decided[1].prospects.to, decided[0].digest
    else:
        service, prospects, digest = case_file.case.service, case_file.case.prospects, UNDECIDED
    if service is None or prospects is None:
        remedy = "inspection.yaml says both, once the moderators agree."
        raise Refused("Both judgements are needed, and one is not made yet", remedy=remedy)
    return service, prospects, digest


def work_of(workspace: Workspace, case_file: CaseFile, marking: str) -> Work:
    """Return what the documents are made with today. `marking` is written on every page."""
    files = workspace.saved
    words = _wording(workspace, case_file)
    cleared = cleared_by(workspace, case_file.inspection, case_file.ledger, "release")
    announcement = announcement_of(case_file, read_casework(files, case_file.slug), cleared)
    return Work(
        announcement=announcement,
        issuer=Issuer(read_repository(files).inspectorate, marking),
        templates=words.templates,
        house=words.house,
        strangers=tuple(dict.fromkeys(_strangers(workspace, announcement))),
        again=_again(case_file),
    )


class _Wording(Struct, frozen=True):
    """The templates, and the Word file that settles how documents look."""

    templates: Mapping[str, Template]
    house: bytes


def _wording(workspace: Workspace, case_file: CaseFile) -> _Wording:
    """Return those that were signed; for a specimen before the first sign-off, those in the folder."""
    if case_file.standing.signed:
        what = signed(workspace, case_file)
        return _Wording(what.templates, what.house)
    return _Wording(templates(workspace.root), house(workspace.root))


def _strangers(workspace: Workspace, announcement: Announcement) -> Iterator[str]:
    """Return the names of other inspections' bodies, and of authorities that were advised to buy help in.

    An inspection that cannot be read delays its own letters only.
    """
    own = {announcement.authority, announcement.almo}
    yield from (name for name in announcement.casework.advised if name not in own)
    for slug, data in workspace.all_records.particulars().items():
        other = particulars_of(slug, data)
        names = (other.authority.name, other.almo.name if other.almo else None) if other else ()
        yield from (name for name in names if name and name not in own)


def _again(case_file: CaseFile) -> str:
    """Return the ending for a second set of letters on one day, as after a changed award."""
    before = sum(letters.date == case_file.clock.today for _, letters in case_file.ledger.of(Letters))
    return f"-{before + 1}" if before else ""
