"""The block model, the middle of the house: a document is a tuple of blocks with runs in them.

Templates and findings make blocks; Word draws them; changes compare two tuples of them. Nothing
here knows an inspection, Markdown or Word.

    Block = Heading | Paragraph | List | Quote | Table | Chart | Cover | Contents | PageBreak
    Run   = Text | Link | Reference | Footnote | LineBreak

`anchor` is a name that a Reference can point to and that says what a block came from, such as
`finding/slow-repairs`; a drawer turns it into whatever names its format allows.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

ParagraphKind = Literal["body", "numbered", "continued", "lead", "note", "source", "gap"]
Align = Literal["left", "right", "centre"]


class Text(Struct, frozen=True, gc=False):
    """Words. `gap` marks a place where something is still missing."""

    text: str
    bold: bool = False
    italic: bool = False
    gap: bool = False


class LineBreak(Struct, frozen=True, gc=False):
    """A new line inside a paragraph."""


class Link(Struct, frozen=True):
    """Words that lead to an address outside the document."""

    runs: tuple[Text, ...]
    address: str


class Reference(Struct, frozen=True, gc=False):
    """A reference to a block with this anchor.

    `number` shows the numbered paragraph's number, `label` a caption's label and number (Table 3),
    `words` shows `text` itself as a link to it.
    """

    anchor: str
    shows: Literal["number", "label", "words"] = "number"
    text: str = ""


class Footnote(Struct, frozen=True):
    """A footnote's mark; `blocks` are its paragraphs."""

    blocks: tuple[Paragraph, ...]


Run = Text | Link | Reference | Footnote | LineBreak


class Heading(Struct, frozen=True):
    """A heading of level 1 to 4."""

    level: int
    runs: tuple[Run, ...]
    anchor: str = ""


class Paragraph(Struct, frozen=True):
    """A paragraph.

    `numbered` ones are numbered right through the document; `continued` ones stand under the
    numbered one before them; `lead` is a sentence to be seen first, `note` a remark to the reader,
    `source` says where a table's figures come from, `gap` marks what is still missing.
    """

    runs: tuple[Run, ...]
    kind: ParagraphKind = "body"
    anchor: str = ""


class Item(Struct, frozen=True):
    """One item of a list: paragraphs, and lists below it."""

    blocks: tuple[Paragraph | List, ...]


class List(Struct, frozen=True):
    """A list with bullets or, from `start`, with numbers. `continued`: it belongs to the numbered paragraph above."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1
    continued: bool = False


class Quote(Struct, frozen=True):
    """A quotation."""

    blocks: tuple[Paragraph | List, ...]


class Cell(Struct, frozen=True):
    """A table's cell. `mark`: this one is the answer (the scoring chart's own place); `gap`: still missing.

    `field` makes it a place to write in, under this name: it is drawn with room, and what was written is read back.
    """

    runs: tuple[Run, ...]
    mark: bool = False
    align: Align = "left"
    gap: bool = False
    field: str = ""


class Table(Struct, frozen=True):
    """A table with one header row.

    `caption` is its title (no number: drawers count), `description` its text for readers who cannot
    see it, `widths` the columns' shares of the width (any scale; empty: equal). `row_heads`: the first
    column heads its rows.
    """

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: tuple[Run, ...] = ()
    description: str = ""
    widths: tuple[int, ...] = ()
    row_heads: bool = False
    anchor: str = ""


class Series(Struct, frozen=True):
    """One series of a chart; a value may be missing."""

    name: str
    values: tuple[float | None, ...]


class Chart(Struct, frozen=True):
    """A bar chart. `description` states its message in words; its data table stands beside it as a Table."""

    caption: tuple[Run, ...]
    description: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    anchor: str = ""


class CoverPage(Struct, frozen=True):
    """The first page: title, subtitle, facts as label and value, and notices such as "Draft"."""

    title: str
    subtitle: str = ""
    facts: tuple[tuple[str, tuple[Run, ...]], ...] = ()
    notices: tuple[str, ...] = ()
    issuer: str = ""


class Contents(Struct, frozen=True):
    """A table of contents over the headings of the levels up to `depth`."""

    title: str = "Contents"
    depth: int = 2


class PageBreak(Struct, frozen=True, gc=False):
    """The start of a new page."""


Block = Heading | Paragraph | List | Quote | Table | Chart | CoverPage | Contents | PageBreak


class Document(Struct, frozen=True, kw_only=True):
    """A whole document and what it says of itself.

    `marking` stands across every page ("" for none), `running_head` and `running_foot` at the top and
    bottom of each but the cover. `properties` are custom properties, name and text. `made` is its
    date, never the clock: the same input gives the same bytes.
    """

    blocks: tuple[Block, ...]
    title: str
    subject: str = ""
    author: str = ""
    language: str = "en-GB"
    made: dt.datetime
    marking: str = ""
    running_head: str = ""
    running_foot: str = ""
    properties: tuple[tuple[str, str], ...] = ()
