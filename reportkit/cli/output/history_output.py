"""The audit trail of one inspection: at the terminal, as JSON, and as a table in Word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
from msgspec.structs import replace

from reportkit.actions.audit_trail import Row, acts_of, rows_of
from reportkit.actions.case_file import marking_of
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.moderation.blocker import short
from reportkit.moderation.case import Case, case_of
from reportkit.moderation.load_records import tell
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.valid_records import weigh
from reportkit.reading.files import Files
from reportkit.reading.inspection import read_inspection
from reportkit.reading.policy import read_policy
from reportkit.reading.repository import read_repository

FORMAT = 1


class HistoryWanted(msgspec.Struct, frozen=True, kw_only=True):
    """How the trail is told."""

    machine: bool
    out: Path | None


def show_trail(session: Session, slug: str, wanted: HistoryWanted) -> None:
    """Tell everything that was recorded, oldest first."""
    files = session.saved
    policy, repository = read_policy(files), read_repository(files)
    case = replace(_case(files, repository.repository, slug), endings=session.find_endings)
    ledger = weigh(tell(session.store.records(slug)), policy, case)
    rows = rows_of(ledger, policy, case)
    for fault in ledger.chronicle.faults:
        say(f"{fault.name}: {fault.why}", err=True)
    if wanted.out is not None:
        _write(session, wanted.out, slug, rows, marking_of(policy))
    elif wanted.machine:
        told = {"format": FORMAT, "inspection": slug, "acts": rows}
        click.echo(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())
    else:
        say("\n".join(line for row in rows for line in _lines(row)) or "Nothing is recorded yet.")


def _case(files: Files, repository: str, slug: str) -> Case:
    """The case, as far as the inspection can be read: its record is told in any case."""
    found = None if slug == OF_THE_HOUSE else read_inspection(files, slug).inspection
    return case_of(repository, found) if found else Case(repository=repository, inspection=slug)


def _lines(row: Row) -> Iterator[str]:
    yield f"{row.at:%Y-%m-%d %H:%M}  {row.name} ({row.in_role}) {row.what}"
    facts = [short(row.digest), row.event, row.how_sure, f"content {short(row.subject)}" if row.subject else ""]
    yield f"    {', '.join(filter(None, facts))}{f'; {row.void}' if row.void else ''}"


def _write(session: Session, out: Path, slug: str, rows: tuple[Row, ...], marking: str) -> None:
    """The trail as a document: of the moment of the last act, so that the same record makes the same file."""
    from reportkit.actions.draft import written
    from reportkit.actions.template_cache import kept_code
    from reportkit.actions.templates import templates
    from reportkit.publications.audit_trail import history
    from reportkit.publications.setting import Setting
    from reportkit.workspace.deliver import deliver, word_file

    target = word_file(session.start / out, f"{slug.lstrip('_')}-history.docx")
    issuer = read_repository(session.saved).inspectorate
    made = rows[-1].at if rows else dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    title = "Changes of policy.yaml" if slug == OF_THE_HOUSE else slug
    setting = Setting(inspectorate=issuer, made=made, marking=marking)
    document = history(acts_of(rows), title, setting, templates(session.root), kept_code())
    click.echo(deliver(target, written(document, session.root)))
