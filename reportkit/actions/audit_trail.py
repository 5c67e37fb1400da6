"""The record as rows of an audit trail: for other programs, for the terminal, and for documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import Struct

from reportkit.moderation.case import Case
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.former_names import named_as_then
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.policy import Policy
from reportkit.moderation.sentences import what
from reportkit.moderation.subject import version_code
from reportkit.moderation.validity_by_history import attribution
from reportkit.moderation.words import ROLES
from reportkit.publications.audit_trail import AuditRow
from reportkit.workspace.clock import ENGLAND


class Row(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One act: who, in which role, when (in England), what, on which content, how sure, and why it is void ("")."""

    digest: str
    at: dt.datetime
    person: str
    name: str
    role: str
    for_whom: str
    event: str
    what: str
    round: int
    subject: str
    sure: str
    entered_by: str
    void: str

    @property
    def in_role(self) -> str:
        """The role in words, with the person whose role is covered."""
        return f"{self.role}, standing in for {self.for_whom}" if self.for_whom else self.role

    @property
    def how_sure(self) -> str:
        """Return how sure it is who acted, with who entered it."""
        return f"{self.sure} by {self.entered_by}" if self.entered_by else self.sure


def rows_of(ledger: Ledger, policy: Policy, case: Case) -> tuple[Row, ...]:
    """Return everything that was recorded, oldest first; what does not count says why."""
    return tuple(_rows(ledger, policy, case))


def acts_of(rows: Iterable[Row]) -> tuple[AuditRow, ...]:
    """Return the rows as documents show them, with the version code that packs and replies use."""
    return tuple(
        AuditRow(
            when=row.at,
            who=row.name,
            role=row.in_role,
            what=f"{row.what} ({row.void})" if row.void else row.what,
            content=version_code(row.subject) if row.subject else "",
            sure=row.how_sure,
        )
        for row in rows
    )


def _rows(ledger: Ledger, policy: Policy, case: Case) -> Iterator[Row]:
    aside = {each.entry.digest: "; ".join(map(str, each.objections)) for each in ledger.aside}
    for entry in ledger.chronicle:
        record, named = entry.record, named_as_then(entry, policy, case.policy_of)
        yield Row(
            digest=entry.digest,
            at=record.time.astimezone(ENGLAND),
            person=record.person,
            name=named.name_of(record.person),
            role=ROLES[record.role],
            for_whom=named.name_of(ledger.principal(entry)) if record.cover else "",
            event=record.event,
            what=what(record.details, named, ledger.chronicle),
            round=record.round,
            subject=record.subject or "",
            sure=attribution(entry, policy, case).sure or "not known",
            entered_by=named.name_of(record.reported.by) if record.reported else "",
            void=_void(entry, ledger, aside),
        )


def _void(entry: Entry, ledger: Ledger, aside: dict[str, str]) -> str:
    """Return why a record does not count, or no longer does; "" where it does."""
    if entry.digest in aside:
        return f"does not count: {aside[entry.digest]}"
    if entry.digest in ledger.undone:
        return "undone"
    return "taken back" if entry.digest in ledger.withdrawn else ""
