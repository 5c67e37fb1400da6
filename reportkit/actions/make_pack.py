"""Make the moderation pack of what is saved: for one person, or for each moderator in a message of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.actor import parts, person_or_guest
from reportkit.actions.audit_trail import acts_of, rows_of
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.deliver_mail import ready_with_text
from reportkit.actions.draft import setting_of, written
from reportkit.actions.intent import CopyFile
from reportkit.actions.known_of_reply import title_of_mail
from reportkit.actions.load import load
from reportkit.actions.request import Request
from reportkit.actions.same_rating import others_like
from reportkit.actions.seen_content import Looked, last_looked
from reportkit.actions.template_cache import kept_code
from reportkit.actions.templates import templates
from reportkit.errors import Refused, WrongUse
from reportkit.gitstore.provenance import Provenance, begin_provenance
from reportkit.inspection.inspection import Inspection
from reportkit.mail.message import Attachment, Correspondent, reply_lines
from reportkit.mail.pack_mail import Parcel, pack_message
from reportkit.moderation.attribution import day_of
from reportkit.moderation.entitlement import against_author
from reportkit.moderation.policy import Person
from reportkit.moderation.subject import version_code
from reportkit.publications.pack import pack_of
from reportkit.publications.pack_round import Moderation
from reportkit.publications.phrases import day
from reportkit.publications.report import report
from reportkit.publications.setting import Setting
from reportkit.reading.casework import read_casework
from reportkit.reading.digest import DigestingFiles
from reportkit.reading.inspection import read_inspection
from reportkit.reading.repository import read_repository
from reportkit.rules.moderators import Other
from reportkit.workspace.deliver import word_file
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.sharing import ask_last_reached
from reportkit.workspace.workspace import Workspace

_ENTER = "An administrator enters each reply: reportkit moderate sign-off {slug} --for PERSON --reply FILE.eml"


class PackRequest(Request, frozen=True, kw_only=True):
    """A pack: where it goes (None: out/ in the repository). The path starts where the workspace does."""

    out: str | None = None


class PreparedPack(Struct, frozen=True, kw_only=True):
    """Packs or messages that are ready to write, and what the person should know about them.

    `brought_in` is when this copy last learned what others shared, None where that is not known or was just done.
    """

    files: tuple[CopyFile, ...]
    remarks: tuple[str, ...]
    brought_in: dt.datetime | None = None


class SavedPack(Struct, frozen=True):
    """The values that every pack of one version is made from."""

    case_file: CaseFile
    inspection: Inspection
    setting: Setting
    others: tuple[Other, ...]


def prepare_pack(workspace: Workspace, request: PackRequest) -> PreparedPack:
    """Make the pack for the person who asks. Raises WrongUse for a name that Word cannot open."""
    slug = workspace.inspection(request.inspection)
    target = word_file(_place(workspace, request), f"{slug}-pack.docx")
    reached = ask_last_reached(workspace)
    saved = _saved(workspace, slug, request)
    data = _pack(workspace, saved, last_looked(saved.case_file.ledger, saved.case_file.person.id))
    remarks = tuple(_remarks(saved.case_file))
    return PreparedPack(files=(CopyFile(target, data),), remarks=remarks, brought_in=reached())


def refuse_file_name(workspace: Workspace, request: PackRequest) -> None:
    """Raise WrongUse where messages would go into what is named like a file: there is one for each moderator."""
    if _place(workspace, request).suffix:
        raise WrongUse("--eml writes a message for each moderator", remedy="Name a folder with --out.")


def prepare_messages(workspace: Workspace, request: PackRequest) -> PreparedPack:
    """Make a message with their pack, and the draft report beside it, for every moderator.

    Raises Refused where policy names no moderator who may sign, and WrongUse as `refuse_file_name` does.
    """
    refuse_file_name(workspace, request)
    slug = workspace.inspection(request.inspection)
    saved = _saved(workspace, slug, request)
    people = tuple(_moderators(saved.case_file))
    if not people:
        raise Refused("policy.yaml names no moderator who may sign this", remedy="`reportkit people` shows who is who.")
    looks = {person.id: last_looked(saved.case_file.ledger, person.id) for person in people}
    packs = {looked: _pack(workspace, saved, looked) for looked in dict.fromkeys(looks.values())}
    drafted = _report(workspace, saved)
    place = _place(workspace, request)
    return PreparedPack(
        files=tuple(
            CopyFile(place / f"{slug}-pack-{each.id}.eml", _message(saved, each, packs[looks[each.id]], drafted))
            for each in people
        ),
        remarks=(_ENTER.format(slug=slug), *_remarks(saved.case_file)),
    )


def carry_out(pack: PreparedPack) -> tuple[Path, ...]:
    """Write what was prepared, and return where it is. Raises Refused, with nothing written, for a full disk."""
    with ExitStack() as until_then:
        ready = [until_then.enter_context(ready_with_text(each.path, each.data)) for each in pack.files]
        return tuple(put() for put in ready)


def _place(workspace: Workspace, request: PackRequest) -> Path:
    return workspace.output(Path(request.out) if request.out else None)


def _saved(workspace: Workspace, slug: str, request: PackRequest) -> SavedPack:
    case_file = gather(workspace, slug, request, person_or_guest)
    provenance = begin_provenance(workspace.root, slug).result()
    files = DigestingFiles(workspace.saved)
    issuer = read_repository(files).inspectorate
    inspection = load(files, slug)
    of_what_is_saved = Provenance(provenance.commit, provenance.committed or case_file.clock.now)
    setting = replace(setting_of(issuer, of_what_is_saved, files.digest()), marking=case_file.marking)
    return SavedPack(case_file, inspection, setting, others_like(workspace, inspection))


def _pack(workspace: Workspace, saved: SavedPack, looked: Looked | None) -> bytes:
    """Return the pack in Word, with what changed since the look at it, where that version is in this copy."""
    case_file = saved.case_file
    before = _as_it_was(workspace, case_file.slug, looked) if looked else None
    moderation = Moderation(
        ledger=case_file.ledger,
        policy=case_file.policy,
        policy_of=case_file.case.policy_of,
        subject=case_file.standing.subject,
        replies=reply_lines(),
        before=before,
        since=_since(looked, case_file) if looked else "",
        others=saved.others,
        acts=acts_of(rows_of(case_file.ledger, case_file.policy, case_file.case)),
        casework=read_casework(workspace.saved, case_file.slug),
    )
    document = pack_of(saved.inspection, saved.setting, moderation, templates(workspace.root), kept_code())
    return written(document, workspace.root)


def _as_it_was(workspace: Workspace, slug: str, looked: Looked) -> Inspection | None:
    """Return the inspection that was looked at, None where that version is not in this copy."""
    folder = f"{INSPECTIONS}/{slug}"
    files = workspace.folder_at(folder, looked.content.inspection)
    return read_inspection(files, slug).inspection if files.under(folder) else None


def _since(looked: Looked, case_file: CaseFile) -> str:
    record = looked.entry.record
    when = day(day_of(record))
    if looked.own:
        return f"{case_file.policy.name_of(record.person)} looked, on {when}"
    return f"round {record.round}, of {when}"


def _moderators(case_file: CaseFile) -> Iterator[Person]:
    """Return everyone who may sign today: those who hold or cover a role that must sign, without authors."""
    needed = case_file.policy.must_sign
    for person in case_file.policy.people:
        held = {part.role for part in parts(person, case_file.ledger, case_file.clock.today)}
        if held.intersection(needed) and not any(against_author(person, case_file.case, case_file.policy)):
            yield person


def _message(saved: SavedPack, person: Person, pack: bytes, report: bytes) -> bytes:
    case_file = saved.case_file
    parcel = Parcel(
        title=title_of_mail(saved.inspection),
        round=max(case_file.ledger.round, 1),
        code=version_code(case_file.standing.subject),
        pack=Attachment(f"{case_file.slug}-pack.docx", pack),
        report=Attachment(f"{case_file.slug}-draft-report.docx", report),
    )
    to = Correspondent(person.name, person.email)
    return pack_message(to, Correspondent(case_file.person.name, case_file.person.email), parcel, case_file.clock.now)


def _report(workspace: Workspace, saved: SavedPack) -> bytes:
    """Return the draft report of the same version, which the pack is read beside."""
    return written(report(saved.inspection, saved.setting, templates(workspace.root), kept_code()), workspace.root)


def _remarks(case_file: CaseFile) -> Iterator[str]:
    """Return what is missing in the pack, and what keeps a reply from counting."""
    if case_file.case.unsaved:
        yield f"Not in it, because it is not saved: {', '.join(case_file.case.unsaved)}."
    if case_file.ledger.submission is None:
        yield f"No reply counts before it is handed in: `reportkit moderate submit {case_file.slug}`."
