"""What is wrong with a text that should become blocks: one place, one sentence, one remedy."""

from __future__ import annotations

from msgspec import Struct

from reportkit.errors import Unreadable


class Flaw(Struct, frozen=True, order=True):
    """One thing that a text must not hold. `message` is without its full stop, `remedy` says what to do."""

    file: str
    line: int
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}. {self.remedy}".rstrip()


def refuse(flaws: tuple[Flaw, ...]) -> None:
    """Raise Unreadable with every flaw, in the order of the text; do nothing where there is none."""
    if flaws:
        raise Unreadable("A text holds what a report cannot", flaws)
