"""Delivering what an action wrote: a file, and beside a message its words as text to copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from reportkit.mail.text_to_copy import text_to_copy
from reportkit.workspace.deliver import prepared as ready_to_deliver

_MESSAGE: Final = ".eml"


@contextmanager
def ready_with_text(target: Path, data: bytes) -> Iterator[Callable[[], Path]]:
    """Have a file ready to deliver, and a message's text with it: what is yielded gives them their names.

    It returns where the file itself is. Raises Refused, as delivering does, where one cannot be written.
    """
    with ExitStack() as until_then:
        beside = [(target.with_suffix(".txt"), text_to_copy(data, target.name))] if target.suffix == _MESSAGE else []
        puts = [until_then.enter_context(ready_to_deliver(*each)) for each in (*beside, (target, data))]
        yield lambda: [put() for put in puts][-1]


def deliver_with_text(target: Path, data: bytes) -> Path:
    """Write a file, and beside a message its text, and return where the file is. Raises as `deliver` does."""
    with ready_with_text(target, data) as put:
        return put()
