"""The audit trail as a document: one table, an act a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import Struct

from reportkit.document.blocks import Cell, Document, Heading, Paragraph, Table, Text


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
        """The role in words, with the one that is stood in for."""
        return f"{self.role}, standing in for {self.for_whom}" if self.for_whom else self.role

    @property
    def how_sure(self) -> str:
        """How sure it is who acted, with who entered it."""
        return f"{self.sure} by {self.entered_by}" if self.entered_by else self.sure


_HEAD = ("When", "Who", "Role", "What", "Content", "How sure")
_WIDTHS = (13, 14, 15, 34, 12, 12)
_SHOWN = 12  # digits of a digest
_NONE = "Nothing is recorded yet."


def audit_trail(title: str, rows: Iterable[Row], made: dt.datetime) -> Document:
    """The trail of one inspection as a document."""
    cells = tuple(tuple(_cell(words) for words in _words(row)) for row in rows)
    head = tuple(_cell(words) for words in _HEAD)
    caption = (Text("Everything that was recorded, oldest first"),)
    table = Table(head, cells, caption, "Who did what, when, in which role, on which content", _WIDTHS)
    body = table if cells else Paragraph((Text(_NONE),))
    return Document(
        blocks=(Heading(1, (Text(f"Audit trail: {title}"),)), body), title=f"Audit trail: {title}", made=made
    )


def _words(row: Row) -> Iterator[str]:
    yield f"{row.at:%d %B %Y, %H:%M}".lstrip("0")
    yield row.name
    yield row.in_role
    yield f"{row.what} ({row.void})" if row.void else row.what
    yield row.subject[:_SHOWN]
    yield row.how_sure


def _cell(words: str) -> Cell:
    return Cell((Text(words),))
