"""A moderation pack made of what is saved, for one person; and one for each moderator, each in a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from reportkit.cli.delivery import deliver, word_file
from reportkit.cli.drafting import setting_of, written
from reportkit.cli.kept import kept_code
from reportkit.cli.loading import load
from reportkit.cli.moderating.actor import parts, whoever
from reportkit.cli.moderating.content import Looked, last_looked
from reportkit.cli.moderating.options import Manner
from reportkit.cli.moderating.others import others_like
from reportkit.cli.moderating.scene import Scene, gather
from reportkit.cli.moderating.shared import ask_how_old, bring_in, tell_how_old
from reportkit.cli.moderating.stores import reader_of, saved_files
from reportkit.cli.moderating.trail_rows import acts_of, rows_of
from reportkit.cli.saying import say
from reportkit.cli.session import Session
from reportkit.cli.sources import templates
from reportkit.errors import Refused, WrongUse
from reportkit.gitstore.records.files import FormerFolder
from reportkit.gitstore.work_tree import Provenance, begin_provenance
from reportkit.inspection.inspection import Inspection
from reportkit.moderation.persons import against_author
from reportkit.moderation.policy import Person
from reportkit.moderation.subject import version_code
from reportkit.moderation.sureness import day_of
from reportkit.publications.mail import Attachment, Correspondent
from reportkit.publications.pack import pack_of
from reportkit.publications.pack_mail import Parcel, pack_message
from reportkit.publications.pack_round import Moderation
from reportkit.publications.phrases import day
from reportkit.publications.setting import Setting
from reportkit.reading.casework import read_casework
from reportkit.reading.digest import DigestingFiles
from reportkit.reading.inspection import read_inspection
from reportkit.reading.repository import read_repository
from reportkit.rules.moderators import Other

_ENTER = "An administrator enters each reply: reportkit moderate sign-off {slug} --for PERSON --reply FILE.eml"


class Saved(Struct, frozen=True):
    """What every pack of one version is made from."""

    scene: Scene
    inspection: Inspection
    setting: Setting
    others: tuple[Other, ...]


def write_pack(session: Session, slug: str, manner: Manner, place: Path) -> None:
    """Write the pack for whoever asks to `place`, and say where it is. Raises WrongUse for a name Word cannot open."""
    target = word_file(place, f"{slug}-pack.docx")
    reached = ask_how_old(session)
    saved = _saved(session, slug, manner)
    click.echo(deliver(target, _pack(session, saved, last_looked(saved.scene.ledger, saved.scene.person.id))))
    _remark(saved.scene)
    tell_how_old(reached())


def write_messages(session: Session, slug: str, manner: Manner, place: Path) -> None:
    """Write a message for every moderator to the folder `place`, of the newest that is shared, and say where they are.

    Raises Refused where policy names no moderator who may sign.
    """
    if place.suffix:
        raise WrongUse("--eml writes a message for each moderator", remedy="Name a folder with --out.")
    obstacle = bring_in(session, manner)
    if obstacle:
        say(f"What others shared was not brought in first. {obstacle}", err=True)
    saved = _saved(session, slug, manner)
    people = tuple(_moderators(saved.scene))
    if not people:
        raise Refused("policy.yaml names no moderator who may sign this", remedy="`reportkit people` shows who is who.")
    packs: dict[Looked | None, bytes] = {}
    for person in people:
        looked = last_looked(saved.scene.ledger, person.id)
        if looked not in packs:
            packs[looked] = _pack(session, saved, looked)
        click.echo(deliver(place / f"{slug}-pack-{person.id}.eml", _message(saved, person, packs[looked])))
    say(_ENTER.format(slug=slug), err=True)
    _remark(saved.scene)


def _saved(session: Session, slug: str, manner: Manner) -> Saved:
    scene = gather(session, slug, manner, whoever)
    provenance = begin_provenance(session.root, slug).result()
    files = DigestingFiles(saved_files(session))
    issuer = read_repository(files).inspectorate
    inspection = load(files, slug)
    of_what_is_saved = Provenance(provenance.commit, provenance.committed or scene.clock.now)
    setting = replace(setting_of(issuer, of_what_is_saved, files.digest()), marking=scene.marking)
    return Saved(scene, inspection, setting, others_like(session, inspection))


def _pack(session: Session, saved: Saved, looked: Looked | None) -> bytes:
    """The pack in Word, with what changed since somebody looked; without, where that version is not here."""
    scene = saved.scene
    before = _as_it_was(session, scene.slug, looked) if looked else None
    moderation = Moderation(
        ledger=scene.ledger,
        policy=scene.policy,
        subject=scene.standing.subject,
        before=before,
        since=_since(looked, scene) if looked else "",
        others=saved.others,
        acts=acts_of(rows_of(scene.ledger, scene.policy, scene.case)),
        casework=read_casework(saved_files(session), scene.slug),
    )
    document = pack_of(saved.inspection, saved.setting, moderation, templates(session.root), kept_code())
    return written(document, session.root)


def _as_it_was(session: Session, slug: str, looked: Looked) -> Inspection | None:
    files = FormerFolder(reader_of(session), f"inspections/{slug}", looked.content.inspection)
    return read_inspection(files, slug).inspection if files.under(f"inspections/{slug}") else None


def _since(looked: Looked, scene: Scene) -> str:
    record = looked.entry.record
    when = day(day_of(record))
    if looked.own:
        return f"{scene.policy.name_of(record.person)} looked, on {when}"
    return f"round {record.round}, of {when}"


def _moderators(scene: Scene) -> Iterator[Person]:
    """Everybody who may sign today: holders of the roles that must, and who stands in for them; no authors."""
    needed = scene.policy.must_sign
    for person in scene.policy.people:
        held = {part.role for part in parts(person, scene.ledger, scene.clock.today)}
        if held.intersection(needed) and not any(against_author(person, scene.case, scene.policy)):
            yield person


def _message(saved: Saved, person: Person, pack: bytes) -> bytes:
    scene, particulars = saved.scene, saved.inspection.particulars
    parcel = Parcel(
        title=particulars.almo.name if particulars.almo else particulars.authority.name,
        round=max(scene.ledger.round, 1),
        code=version_code(scene.standing.subject),
        pack=Attachment(f"{scene.slug}-pack.docx", pack),
    )
    to = Correspondent(person.name, person.email)
    return pack_message(to, Correspondent(scene.person.name, scene.person.email), parcel, scene.clock.now)


def _remark(scene: Scene) -> None:
    """Say what keeps a reply from counting."""
    for remark in _remarks(scene):
        say(remark, err=True)


def _remarks(scene: Scene) -> Iterable[str]:
    if scene.case.unsaved:
        yield f"Not in it, because it is not saved: {', '.join(scene.case.unsaved)}."
    if scene.ledger.submission is None:
        yield f"No reply counts before it is handed in: reportkit moderate submit {scene.slug}."
