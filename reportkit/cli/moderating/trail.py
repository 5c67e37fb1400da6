"""The audit trail of one inspection: at the terminal, as JSON, and as a table in Word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from reportkit.cli.clock import ENGLAND
from reportkit.cli.moderating.stores import saved_files, store_of
from reportkit.cli.moderating.telling import what
from reportkit.cli.session import Session
from reportkit.errors import WrongUse
from reportkit.moderation.blocker import short
from reportkit.moderation.case import Case, case_of
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.order import Entry
from reportkit.moderation.policy import Policy
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.sureness import how_sure
from reportkit.moderation.telling import tell
from reportkit.moderation.weighing import weigh
from reportkit.moderation.words import ROLES
from reportkit.publications.audit_trail import Row, audit_trail
from reportkit.reading.files import Files
from reportkit.reading.inspection import read_inspection
from reportkit.reading.policy import read_policy
from reportkit.reading.repository import read_repository

FORMAT = 1


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """How the trail is told."""

    machine: bool
    out: Path | None


def show_trail(session: Session, slug: str, wanted: Wanted) -> None:
    """Tell everything that was recorded, oldest first."""
    files = saved_files(session)
    policy, repository = read_policy(files), read_repository(files)
    ledger = weigh(tell(store_of(session).records(slug)), policy, _case(files, repository.repository, slug))
    rows = tuple(_rows(ledger, policy))
    for fault in ledger.chronicle.faults:
        click.echo(f"{fault.name}: {fault.why}", err=True)
    if wanted.out is not None:
        _write(session, wanted.out, slug, rows)
    elif wanted.machine:
        told = {"format": FORMAT, "inspection": slug, "acts": rows}
        click.echo(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())
    else:
        click.echo("\n".join(line for row in rows for line in _lines(row)) or "Nothing is recorded yet.")


def _case(files: Files, repository: str, slug: str) -> Case:
    """The case, as far as the inspection can be read: its record is told in any case."""
    found = None if slug == OF_THE_HOUSE else read_inspection(files, slug).inspection
    return case_of(repository, found) if found else Case(repository=repository, inspection=slug)


def _rows(ledger: Ledger, policy: Policy) -> Iterator[Row]:
    aside = {each.entry.digest: "; ".join(map(str, each.objections)) for each in ledger.aside}
    for entry in ledger.chronicle:
        record = entry.record
        yield Row(
            digest=entry.digest,
            at=record.time.astimezone(ENGLAND),
            person=record.person,
            name=policy.name_of(record.person),
            role=ROLES[record.role],
            for_whom=policy.name_of(ledger.principal(entry)) if record.cover else "",
            event=record.event,
            what=what(record.details, policy),
            round=record.round,
            subject=record.subject or "",
            sure=_sure(entry, policy),
            entered_by=policy.name_of(record.reported.by) if record.reported else "",
            void=_void(entry, ledger, aside),
        )


def _sure(entry: Entry, policy: Policy) -> str:
    return how_sure(entry.record, entry.evidence, policy).sure or "not known"


def _void(entry: Entry, ledger: Ledger, aside: dict[str, str]) -> str:
    """Why a record does not count, or no longer does; "" where it does."""
    if entry.digest in aside:
        return f"does not count: {aside[entry.digest]}"
    if entry.digest in ledger.undone:
        return "undone"
    return "taken back" if entry.digest in ledger.withdrawn else ""


def _lines(row: Row) -> Iterator[str]:
    yield f"{row.at:%Y-%m-%d %H:%M}  {row.name} ({row.in_role}) {row.what}"
    facts = [short(row.digest), row.event, row.how_sure, f"content {short(row.subject)}" if row.subject else ""]
    yield f"    {', '.join(filter(None, facts))}{f'; {row.void}' if row.void else ''}"


def _write(session: Session, out: Path, slug: str, rows: tuple[Row, ...]) -> None:
    from reportkit.cli.delivery import deliver
    from reportkit.cli.sources import house
    from reportkit.word.write import write

    target = session.start / out
    if target.suffix.lower() != ".docx":
        raise WrongUse(f"`{out.name}` does not end in .docx", remedy="The table is a Word file: name one.")
    title = "Changes of policy.yaml" if slug == OF_THE_HOUSE else slug
    made = rows[-1].at if rows else dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    click.echo(deliver(target, write(audit_trail(title, rows, made), house(session.root))))
