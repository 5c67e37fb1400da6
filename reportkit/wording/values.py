"""What goes into a template and what comes out of it.

Templates see plain values only: text, numbers, dates, True and False, None, tuples of these, and
Views. What is more than a line of words comes from a function that returns a Slot.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from msgspec import Struct


class Template(NamedTuple):
    """A template. `name` is how others include it, `file` how messages name it ("" for the name)."""

    name: str
    text: str
    file: str = ""

    @property
    def shown(self) -> str:
        """Return how a message names it."""
        return self.file or self.name


class View(Struct, frozen=True, eq=False):
    """A read-only thing with named values: `finding.title` in a template is `values["title"]`.

    `name` says in messages what it is, such as "a finding".
    """

    name: str
    values: Mapping[str, object]


class Slot(Struct, frozen=True, eq=False):
    """The content that a function puts into a document: a tuple of blocks or of runs, which never enters the text.

    In a template's `if` it is true when it holds something.
    """

    content: tuple[object, ...]

    def __bool__(self) -> bool:
        return bool(self.content)


class Kept(Protocol):
    """The place of compiled templates between runs. Only the user whose program this is may write there."""

    def get(self, label: str) -> bytes | None:
        """Return what was put there under this label, whole, or None."""

    def put(self, label: str, data: bytes) -> None:
        """Keep `data`, or do nothing where that cannot be done."""


class TemplateContext(Struct, frozen=True):
    """The values and functions that a template may call upon.

    `functions` are called by their names and return plain values or Slots. `templates` are those
    that may be included or imported, by name. `gap` makes the Slot that `needed` leaves where a
    value is missing; it is given the words that say what is missing. `kept` makes the next run quicker.
    """

    functions: Mapping[str, Callable[..., object]] = {}
    templates: Mapping[str, Template] = {}
    gap: Callable[[str], Slot] | None = None
    kept: Kept | None = None


class Wording(Struct, frozen=True):
    """The text of a template: Markdown with a token for each slot, and what each token stands for.

    `place(line)` gives the template's file and line that a line of the text (from 1) came from.
    """

    text: str
    slots: Mapping[str, tuple[object, ...]]
    origins: tuple[tuple[str, int], ...]

    def place(self, line: int) -> tuple[str, int]:
        """Return the file and line of the template for a line of the text."""
        return self.origins[min(max(line, 1), len(self.origins)) - 1]
