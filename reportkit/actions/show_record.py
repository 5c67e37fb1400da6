"""What `--dry-run` shows of a record that is not made."""

from __future__ import annotations

import click
import msgspec

from reportkit.moderation.codec import encode
from reportkit.moderation.record import Record


def show_record(record: Record) -> None:
    """The record as it would be, on stdout: for people to read, and for programs."""
    click.echo(msgspec.json.format(encode(record), indent=2).decode().rstrip())
