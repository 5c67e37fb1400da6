"""What a terminal shows of copies in a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from reportkit.actions.ready_copies import ReadyCopies, write
from reportkit.cli.terminal_output import say


def write_and_say(ready: ReadyCopies) -> None:
    """Write copies that are recorded nowhere, and say where each is. Raises the refusal that comes with them."""
    for remark in ready.remarks:
        say(remark, err=True)
    for path in write(ready):
        click.echo(path)
    for hint in ready.hints:
        say(hint, err=True)
    if ready.refusal:
        raise ready.refusal


def say_prepared_otherwise(paths: Iterable[Path]) -> None:
    """Say which copies were prepared and do not hold."""
    for path in paths:
        say(f"{path.name} was prepared otherwise: what was printed of it does not hold.", err=True)
