"""Printing: what `{{ … }}` puts into the text, with every plain value escaped and every slot a token."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from reportkit.wording.budget import Budget, Stopped
from reportkit.wording.escape import SLOT_CLOSES, SLOT_OPENS, escaped, said
from reportkit.wording.missing import insist
from reportkit.wording.values import Slot, View


class Printer:
    """Turns values into text for one rendering, and keeps the content of the slots it made tokens for.

    Text that is Markdown already (what macros and blocks give) is a Markup; all else is a plain value.
    """

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.slots: dict[str, tuple[object, ...]] = {}

    def printed(self, value: object) -> Markup:
        """Return a value as Markdown. Raises Stopped for what cannot be printed."""
        if isinstance(value, Markup):
            text = value
        elif isinstance(value, Slot):
            text = Markup(self._token(value))  # noqa: S704  # the token holds nothing but a number
        else:
            text = Markup(escaped(self.plain(value)))  # noqa: S704  # just escaped
        self.budget.step(1)
        self.budget.write(len(text))
        return text

    def plain(self, value: object) -> str:
        """Return a plain value in words. Raises Stopped for any other."""
        words = said(value)
        if words is None:
            raise _unprintable(value)
        return words

    def joined(self, parts: Iterable[object], between: str = "", last: str | None = None) -> str:
        """Return the parts one after the other: plain text where all are plain, Markdown where one is not.

        `between` stands between them, and `last` (if given) before the last one.
        """
        items = list(parts)
        markup = any(isinstance(item, (Markup, Slot)) for item in items)
        say: Callable[[object], str] = self.printed if markup else self.plain
        words = [say(item) for item in items]
        self.budget.step(len(words))
        self.budget.write(sum(map(len, words)) + len(between) * len(words))
        between, last = say(between), say(between if last is None else last)
        text = _with_last(words, between, last)
        return Markup(text) if markup else text  # noqa: S704  # every part was printed

    def _token(self, slot: Slot) -> str:
        token = f"{SLOT_OPENS}{len(self.slots)}{SLOT_CLOSES}"
        self.slots[token] = slot.content
        return token


def _with_last(words: list[str], between: str, last: str) -> str:
    if not words:
        return ""
    # str's own join: Markup's would escape for HTML
    head = str.join(str(between), words[:-1])
    return f"{head}{last}{words[-1]}" if len(words) > 1 else words[0]


def _unprintable(value: object) -> Stopped:
    insist(value)
    if value is None:
        remedy = 'Ask for it with {% if … %}, or write |needed("what it is") behind it.'
        return Stopped("The template prints a value that is not there", remedy)
    if isinstance(value, View):
        return Stopped(f"The template prints {value.name} as a whole", f"Name one of {', '.join(value.values)}.")
    if isinstance(value, (tuple, list, range)):
        return Stopped("The template prints a list as a whole", "Loop over it, or write |sentence behind it.")
    if callable(value):
        return Stopped("The template prints a function", "Call it: write () behind its name.")
    return Stopped("The template prints what is not plain text", "Print text, a number or a date.")
