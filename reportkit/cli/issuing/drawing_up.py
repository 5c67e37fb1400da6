"""The announcement of a decided score, and what its documents are made with: content and templates as signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from reportkit.cli.issuing.making import Work
from reportkit.cli.moderating.clearances import cleared_findings
from reportkit.cli.moderating.scene import Scene
from reportkit.cli.moderating.signed import signed
from reportkit.cli.moderating.stores import reader_of, saved_files
from reportkit.cli.session import Session
from reportkit.cli.sources import house, templates
from reportkit.errors import Refused
from reportkit.gitstore.all_records import AllRecords
from reportkit.inspection.casework import Casework
from reportkit.inspection.judgement import ProspectsRating, ServiceRating
from reportkit.moderation.announcing import Letters
from reportkit.publications.announcement import Announcement
from reportkit.publications.letters import Issuer
from reportkit.reading.casework import read_casework
from reportkit.reading.inspection import particulars_of
from reportkit.reading.repository import read_repository
from reportkit.wording.values import Template

UNDECIDED = "0" * 64
"""In the place of a decision's digest, in specimens made before there is one."""


def announcement_of(scene: Scene, casework: Casework, cleared: frozenset[str] = frozenset()) -> Announcement:
    """What is to be told today: the decision, or in a specimen what inspection.yaml says.

    `cleared` are the ids of sensitive findings that may stand in the release. Raises Refused where a judgement is
    not made yet.
    """
    service, prospects, decision = _score(scene)
    return Announcement(
        inspection=scene.inspection,
        casework=casework,
        service=service,
        prospects=prospects,
        date=scene.clock.today,
        subject=scene.standing.subject,
        decision=decision,
        cleared=cleared,
    )


def _score(scene: Scene) -> tuple[ServiceRating, ProspectsRating, str]:
    decided = scene.ledger.decision
    if decided:
        service, prospects, digest = decided[1].service.to, decided[1].prospects.to, decided[0].digest
    else:
        service, prospects, digest = scene.case.service, scene.case.prospects, UNDECIDED
    if service is None or prospects is None:
        remedy = "inspection.yaml says both, once the moderators agree."
        raise Refused("Both judgements are needed, and one is not made yet", remedy=remedy)
    return service, prospects, digest


def work_of(session: Session, scene: Scene, *, specimen: bool) -> Work:
    """What the documents are made with today."""
    files = saved_files(session)
    words = _words(session, scene)
    cleared = cleared_findings(session, scene, "release")
    announcement = announcement_of(scene, read_casework(files, scene.slug), cleared)
    marking = "SPECIMEN" if specimen else scene.marking
    return Work(
        announcement=announcement,
        issuer=Issuer(read_repository(files).inspectorate, marking),
        templates=words.templates,
        house=words.house,
        strangers=tuple(dict.fromkeys(_strangers(session, announcement))),
        again=_again(scene),
    )


class _Words(Struct, frozen=True):
    """What documents say around their values, and what they look like."""

    templates: Mapping[str, Template]
    house: bytes


def _words(session: Session, scene: Scene) -> _Words:
    """Those that were signed; in a specimen that nobody has signed yet, those in the folder."""
    if scene.standing.signed:
        what = signed(session, scene)
        return _Words(what.templates, what.house)
    return _Words(templates(session.root), house(session.root))


def _strangers(session: Session, announcement: Announcement) -> Iterator[str]:
    """The names of other inspections' bodies, and of authorities that were advised to buy help in.

    An inspection that cannot be read holds up its own letters, and no others.
    """
    own = {announcement.authority, announcement.almo}
    yield from (name for name in announcement.casework.advised if name not in own)
    for slug, data in AllRecords(session.root, reader_of(session)).particulars().items():
        other = particulars_of(slug, data)
        names = (other.authority.name, other.almo.name if other.almo else None) if other else ()
        yield from (name for name in names if name and name not in own)


def _again(scene: Scene) -> str:
    """The ending for a set of letters, where others went out today already: a changed award on the same day."""
    before = sum(letters.date == scene.clock.today for _, letters in scene.ledger.of(Letters))
    return f"-{before + 1}" if before else ""
