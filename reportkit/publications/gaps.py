"""The gaps that a document marks, found in its blocks: no Word is made for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from reportkit.document.block_text import words_of
from reportkit.document.blocks import (
    Block,
    Cell,
    CoverPage,
    Heading,
    Item,
    List,
    Paragraph,
    Quote,
    Run,
    Table,
    Text,
)


class Gap(Struct, frozen=True):
    """One place of a document where something is still missing.

    `words` are those that mark it, `label` the column or line that it stands in ("" for none). `near` are the texts
    around it, nearest first: the row's cells or the line, then the heading. `anchor` is that of the numbered paragraph
    that it belongs to, "" where there is none.
    """

    words: str
    label: str = ""
    near: tuple[str, ...] = ()
    anchor: str = ""


def gaps(blocks: Iterable[Block]) -> tuple[Gap, ...]:
    """Return every gap of a document, in its order."""
    return tuple(_Walk().through(blocks))


class _Walk:
    """Goes through the blocks and remembers the heading and the numbered paragraph that it is under."""

    def __init__(self) -> None:
        self._heading = ""
        self._anchor = ""

    def through(self, blocks: Iterable[Block]) -> Iterator[Gap]:
        for block in blocks:
            yield from self._of(block)

    def _of(self, block: Block) -> Iterator[Gap]:
        match block:
            case Heading():
                self._heading, self._anchor = words_of(block.runs), ""
                yield from self._in(block.runs, "", ())
            case Paragraph():
                if block.kind != "continued":
                    self._anchor = block.anchor
                yield from self._in(block.runs, "", (words_of(block.runs),), whole=block.kind == "gap")
            case List():
                yield from self._list(block)
            case Quote():
                yield from self.through(block.blocks)
            case Table():
                yield from self._table(block)
            case CoverPage():
                for label, runs in block.facts:
                    yield from self._in(runs, label, ())
            case _:
                pass

    def _list(self, block: List) -> Iterator[Gap]:
        if not block.continued:
            self._anchor = ""
        for item in block.items:
            yield from self._item(item)

    def _item(self, item: Item) -> Iterator[Gap]:
        for part in item.blocks:
            if isinstance(part, List):
                yield from self._list(part)
            else:
                yield from self._in(part.runs, _label(part.runs), (words_of(part.runs),))

    def _table(self, block: Table) -> Iterator[Gap]:
        self._anchor = ""
        for row in block.rows:
            near = (*(words_of(cell.runs) for cell in row), words_of(block.caption))
            for head, cell in zip(block.head, row, strict=False):
                yield from self._in(cell.runs, words_of(head.runs), near, whole=_is_gap(cell))

    def _in(self, runs: Iterable[Run], label: str, near: tuple[str, ...], *, whole: bool = False) -> Iterator[Gap]:
        """Return the gaps among runs; all of them are one where the whole paragraph or cell is a gap."""
        texts = (words_of(tuple(runs)),) if whole else (run.text for run in runs if isinstance(run, Text) and run.gap)
        for words in texts:
            yield Gap(words.strip(), label, (*near, self._heading), self._anchor)


def _is_gap(cell: Cell) -> bool:
    return cell.gap


def _label(runs: tuple[Run, ...]) -> str:
    """Return the bold words that a line begins with, such as "Owner:"."""
    first = runs[0] if runs else None
    return first.text.rstrip(": ") if isinstance(first, Text) and first.bold else ""
