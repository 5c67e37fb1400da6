"""An act that an administrator enters for somebody else: for whom, on what it rests, and how they are told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import indent

import click
from msgspec import Struct

from reportkit.errors import Refused
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.policy import Person
from reportkit.moderation.record import Reported
from reportkit.workspace.deliver import prepared


class Notice(Struct, frozen=True):
    """A message to somebody: its words, and the bytes of the .eml file."""

    words: str
    data: bytes


class Behalf(Struct, frozen=True, kw_only=True):
    """For whom an act is entered, on which reply it rests, and where the notice to them goes, made of the entry."""

    person: Person
    reported: Reported
    target: Path
    notice: Callable[[Entry], Notice]


@contextmanager
def telling_them(behalf: Behalf | None, entry: Entry) -> Iterator[Callable[[], None]]:
    """Have the notice written and ready before the act; what is yielded hands it over after it.

    Nothing is left of it where the act is not recorded, and nothing happens where nobody acts for another.
    """
    if behalf is None:
        yield lambda: None
        return
    with prepared(behalf.target, behalf.notice(entry).data) as put:
        yield lambda: _hand_over(behalf.person, put)


def _hand_over(person: Person, put: Callable[[], Path]) -> None:
    try:
        click.echo(f"Send {person.name} this message, which says so: {put()}")
    except Refused as obstacle:
        click.echo(f"It is recorded, and {person.name} is not told of it yet. {obstacle}", err=True)


def show_notice(behalf: Behalf, entry: Entry) -> None:
    """Show what the notice would say, on stderr."""
    words = indent(behalf.notice(entry).words, "    ")
    click.echo(f"It would write {behalf.target}, which says:\n\n{words}", err=True)
