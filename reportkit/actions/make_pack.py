"""A moderation pack made of what is saved, for one person; and one for each moderator, each in a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.actor import parts, whoever
from reportkit.actions.audit_trail import acts_of, rows_of
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.draft import setting_of, written
from reportkit.actions.load import load
from reportkit.actions.same_rating import others_like
from reportkit.actions.seen_content import Looked, last_looked
from reportkit.actions.template_cache import kept_code
from reportkit.actions.templates import templates
from reportkit.cli.old_act import bring_in_old
from reportkit.cli.output.sharing_output import say_how_old
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused, WrongUse
from reportkit.gitstore.provenance import Provenance, begin_provenance
from reportkit.gitstore.records.version_files import FormerFolder
from reportkit.inspection.inspection import Inspection
from reportkit.mail.message import Attachment, Correspondent
from reportkit.mail.pack_mail import Parcel, pack_message
from reportkit.moderation.attribution import day_of
from reportkit.moderation.entitlement import against_author
from reportkit.moderation.policy import Person
from reportkit.moderation.subject import version_code
from reportkit.publications.pack import pack_of
from reportkit.publications.pack_round import Moderation
from reportkit.publications.phrases import day
from reportkit.publications.setting import Setting
from reportkit.reading.casework import read_casework
from reportkit.reading.digest import DigestingFiles
from reportkit.reading.inspection import read_inspection
from reportkit.reading.repository import read_repository
from reportkit.rules.moderators import Other
from reportkit.workspace.deliver import deliver, word_file
from reportkit.workspace.sharing import ask_last_reached
from reportkit.workspace.workspace import Workspace

_ENTER = "An administrator enters each reply: reportkit moderate sign-off {slug} --for PERSON --reply FILE.eml"


class SavedPack(Struct, frozen=True):
    """What every pack of one version is made from."""

    case_file: CaseFile
    inspection: Inspection
    setting: Setting
    others: tuple[Other, ...]


def write_pack(workspace: Workspace, slug: str, manner: Manner, place: Path) -> None:
    """Write the pack for whoever asks to `place`, and say where it is. Raises WrongUse for a name Word cannot open."""
    target = word_file(place, f"{slug}-pack.docx")
    reached = ask_last_reached(workspace)
    saved = _saved(workspace, slug, manner)
    click.echo(deliver(target, _pack(workspace, saved, last_looked(saved.case_file.ledger, saved.case_file.person.id))))
    _remark(saved.case_file)
    say_how_old(reached())


def write_messages(workspace: Workspace, slug: str, manner: Manner, place: Path) -> None:
    """Write a message for every moderator to the folder `place`, of the newest that is shared, and say where they are.

    Raises Refused where policy names no moderator who may sign.
    """
    if place.suffix:
        raise WrongUse("--eml writes a message for each moderator", remedy="Name a folder with --out.")
    obstacle = bring_in_old(workspace, manner)
    if obstacle:
        say(f"What others shared was not brought in first. {obstacle}", err=True)
    saved = _saved(workspace, slug, manner)
    people = tuple(_moderators(saved.case_file))
    if not people:
        raise Refused("policy.yaml names no moderator who may sign this", remedy="`reportkit people` shows who is who.")
    packs: dict[Looked | None, bytes] = {}
    for person in people:
        looked = last_looked(saved.case_file.ledger, person.id)
        if looked not in packs:
            packs[looked] = _pack(workspace, saved, looked)
        click.echo(deliver(place / f"{slug}-pack-{person.id}.eml", _message(saved, person, packs[looked])))
    say(_ENTER.format(slug=slug), err=True)
    _remark(saved.case_file)


def _saved(workspace: Workspace, slug: str, manner: Manner) -> SavedPack:
    case_file = gather(workspace, slug, manner, whoever)
    provenance = begin_provenance(workspace.root, slug).result()
    files = DigestingFiles(workspace.saved)
    issuer = read_repository(files).inspectorate
    inspection = load(files, slug)
    of_what_is_saved = Provenance(provenance.commit, provenance.committed or case_file.clock.now)
    setting = replace(setting_of(issuer, of_what_is_saved, files.digest()), marking=case_file.marking)
    return SavedPack(case_file, inspection, setting, others_like(workspace, inspection))


def _pack(workspace: Workspace, saved: SavedPack, looked: Looked | None) -> bytes:
    """The pack in Word, with what changed since somebody looked; without, where that version is not here."""
    case_file = saved.case_file
    before = _as_it_was(workspace, case_file.slug, looked) if looked else None
    moderation = Moderation(
        ledger=case_file.ledger,
        policy=case_file.policy,
        subject=case_file.standing.subject,
        before=before,
        since=_since(looked, case_file) if looked else "",
        others=saved.others,
        acts=acts_of(rows_of(case_file.ledger, case_file.policy, case_file.case)),
        casework=read_casework(workspace.saved, case_file.slug),
    )
    document = pack_of(saved.inspection, saved.setting, moderation, templates(workspace.root), kept_code())
    return written(document, workspace.root)


def _as_it_was(workspace: Workspace, slug: str, looked: Looked) -> Inspection | None:
    files = FormerFolder(workspace.reader, f"inspections/{slug}", looked.content.inspection)
    return read_inspection(files, slug).inspection if files.under(f"inspections/{slug}") else None


def _since(looked: Looked, case_file: CaseFile) -> str:
    record = looked.entry.record
    when = day(day_of(record))
    if looked.own:
        return f"{case_file.policy.name_of(record.person)} looked, on {when}"
    return f"round {record.round}, of {when}"


def _moderators(case_file: CaseFile) -> Iterator[Person]:
    """Everybody who may sign today: holders of the roles that must, and who stands in for them; no authors."""
    needed = case_file.policy.must_sign
    for person in case_file.policy.people:
        held = {part.role for part in parts(person, case_file.ledger, case_file.clock.today)}
        if held.intersection(needed) and not any(against_author(person, case_file.case, case_file.policy)):
            yield person


def _message(saved: SavedPack, person: Person, pack: bytes) -> bytes:
    case_file, particulars = saved.case_file, saved.inspection.particulars
    parcel = Parcel(
        title=particulars.almo.name if particulars.almo else particulars.authority.name,
        round=max(case_file.ledger.round, 1),
        code=version_code(case_file.standing.subject),
        pack=Attachment(f"{case_file.slug}-pack.docx", pack),
    )
    to = Correspondent(person.name, person.email)
    return pack_message(to, Correspondent(case_file.person.name, case_file.person.email), parcel, case_file.clock.now)


def _remark(case_file: CaseFile) -> None:
    """Say what keeps a reply from counting."""
    for remark in _remarks(case_file):
        say(remark, err=True)


def _remarks(case_file: CaseFile) -> Iterable[str]:
    if case_file.case.unsaved:
        yield f"Not in it, because it is not saved: {', '.join(case_file.case.unsaved)}."
    if case_file.ledger.submission is None:
        yield f"No reply counts before it is handed in: reportkit moderate submit {case_file.slug}."
