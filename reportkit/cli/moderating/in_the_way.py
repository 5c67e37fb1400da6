"""What keeps an act from being recorded: everything at once."""

from __future__ import annotations

from reportkit.errors import Refused


class InTheWay(Refused):
    """An act is refused. Each reason is a sentence and, on a line of its own, the command that does something."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("This cannot be recorded now")
        self.reasons = reasons

    def __str__(self) -> str:
        return "\n".join((f"{self.what}:", *self.reasons))
