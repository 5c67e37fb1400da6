"""What keeps an act from being recorded: everything at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportkit.errors import Refused


class InTheWay(Refused):
    """An act is refused. Each reason is a sentence and, on a line of its own, the command that does something."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("This cannot be recorded now")
        self.reasons = reasons

    def __str__(self) -> str:
        return "\n".join((f"{self.what}:", *commands_once(self.reasons)))


def commands_once(reasons: Sequence[str]) -> Iterator[str]:
    """The reasons; a command that stands under several which follow each other is left to the last of them."""
    commands = [reason.partition("\n")[2] for reason in reasons]
    for number, reason in enumerate(reasons):
        repeated = commands[number] in commands[number + 1 : number + 2]
        yield reason.partition("\n")[0] if repeated else reason
