"""Messages that go with an act: ready before it, and there once it is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from msgspec import Struct

from reportkit.cli.terminal_output import say
from reportkit.errors import Refused
from reportkit.workspace.deliver import prepared


class Message(Struct, frozen=True):
    """A message for somebody to send: to whom, as people call them, where its file goes, and the file's bytes."""

    to: str
    target: Path
    data: bytes


@contextmanager
def handing_over(messages: Iterable[Message]) -> Iterator[Callable[[], None]]:
    """Have the messages written and ready before the act; what is yielded gives them their names after it.

    Nothing is left of them where the act is not recorded.
    """
    with ExitStack() as until_then:
        ready = [(each, until_then.enter_context(prepared(each.target, each.data))) for each in messages]

        def hand_over() -> None:
            for message, put in ready:
                _hand_over(message, put)

        yield hand_over


def _hand_over(message: Message, put: Callable[[], Path]) -> None:
    try:
        say(f"Send {message.to} this message: {put()}")
    except Refused as obstacle:
        say(f"It is recorded; the message to {message.to} could not be put in its place. {obstacle}", err=True)
