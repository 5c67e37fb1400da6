"""How far long work has come, in one line of the terminal that is rubbed out at the end; silent elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.gitstore.progress_report import TellProgress


_RUB_OUT = "\r\033[K"


@contextmanager
def shown_progress() -> Iterator[TellProgress | None]:
    """Return what to report of each step: what is done, how much of it, of how much. None off a terminal."""
    if not sys.stderr.isatty():
        yield None
        return

    def tell(what: str, done: int, of: int) -> None:
        click.echo(f"{_RUB_OUT}{what}: {f'{done} of {of}' if of else done}", err=True, nl=False)

    try:
        yield tell
    finally:
        click.echo(_RUB_OUT, err=True, nl=False)
