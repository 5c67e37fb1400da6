"""Blocks → plain text, the same for the same blocks: for digests, readability and abbreviations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportkit.document.blocks import (
    Block,
    Cell,
    Chart,
    CoverPage,
    Footnote,
    Heading,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Reference,
    Run,
    Table,
    Text,
)

_INDENT = "  "


def text_of(blocks: tuple[Block, ...]) -> str:
    """Return a document as plain text.

    Numbered paragraphs carry their numbers, tables are tab-separated under `Table 1: caption`,
    charts likewise under `Figure 1`, references show what they lead to, and footnotes stand at the
    end. Page breaks and contents have no words of their own.
    """
    writer = _Writer(_numbers(blocks))
    lines = [line for block in blocks for line in writer.lines(block)]
    lines += [f"[{number}] {note}" for number, note in enumerate(writer.notes, 1)]
    return "\n".join(lines) + "\n" if lines else ""


def words_of(runs: tuple[Run, ...]) -> str:
    """Return the words of runs, without footnotes; a reference without words is left out."""
    return "".join(_words(run) for run in runs)


def _words(run: Run) -> str:
    match run:
        case Text():
            return run.text
        case LineBreak():
            return " "
        case Link():
            return words_of(run.runs)
        case Reference():
            return run.text
        case Footnote():
            return ""


def _numbers(blocks: tuple[Block, ...]) -> dict[str, str]:
    """Return what a reference to each anchor shows: a paragraph's number, a caption's label, a heading's words."""
    numbers: dict[str, str] = {}
    paragraphs = tables = figures = 0
    for block in blocks:
        match block:
            case Paragraph(kind="numbered"):
                paragraphs += 1
                numbers[block.anchor] = str(paragraphs)
            case Table() if block.caption:
                tables += 1
                numbers[block.anchor] = f"Table {tables}"
            case Chart():
                figures += 1
                numbers[block.anchor] = f"Figure {figures}"
            case Heading():
                numbers[block.anchor] = words_of(block.runs)
    return numbers


class _Writer:
    """Writes blocks one after the other, counting as it goes."""

    def __init__(self, numbers: Mapping[str, str]) -> None:
        self.numbers = numbers
        self.paragraphs = self.tables = self.figures = 0
        self.notes: list[str] = []

    def words(self, runs: tuple[Run, ...]) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        match run:
            case Reference():
                return run.text or self.numbers.get(run.anchor, "")
            case Footnote():
                place = len(self.notes)
                self.notes.append("")  # its own place is taken before its words are written
                self.notes[place] = " ".join(self.words(block.runs) for block in run.blocks)
                return f"[{place + 1}]"
            case _:
                return _words(run)

    def lines(self, block: Block) -> Iterator[str]:
        """Return the lines of one block; contents and page breaks have none."""
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Heading():
                return iter((f"{'#' * block.level} {self.words(block.runs)}",))
            case List():
                return self._list(block)
            case Quote():
                return (f"> {line}" for part in block.blocks for line in self.lines(part))
            case _:
                return self._figures(block)

    def _figures(self, block: Block) -> Iterator[str]:
        match block:
            case Table():
                return self._table(block)
            case Chart():
                return self._chart(block)
            case CoverPage():
                return self._cover(block)
            case _:
                return iter(())

    def _paragraph(self, block: Paragraph) -> Iterator[str]:
        words = self.words(block.runs)
        if block.kind == "numbered":
            self.paragraphs += 1
            words = f"{self.paragraphs}. {words}"
        yield words

    def _list(self, block: List) -> Iterator[str]:
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}. " if block.ordered else "- "
            inner = [line for part in item.blocks for line in self.lines(part)] or [""]
            yield mark + inner[0]
            yield from (_INDENT + line for line in inner[1:])

    def _table(self, block: Table) -> Iterator[str]:
        if block.caption:
            self.tables += 1
            yield f"Table {self.tables}: {self.words(block.caption)}"
        for row in (block.head, *block.rows):
            yield "\t".join(self._cell(cell) for cell in row)

    def _cell(self, cell: Cell) -> str:
        return self.words(cell.runs).replace("\t", " ").replace("\n", " ")

    def _chart(self, block: Chart) -> Iterator[str]:
        self.figures += 1
        yield f"Figure {self.figures}: {self.words(block.caption)}"
        yield block.description
        yield "\t".join(("", *block.categories))
        for series in block.series:
            values = ("" if value is None else f"{value:g}" for value in series.values)
            yield "\t".join((series.name, *values))

    def _cover(self, block: CoverPage) -> Iterator[str]:
        yield from filter(None, (block.title, block.subtitle, block.issuer, *block.notices))
        yield from (f"{label}\t{self.words(runs)}" for label, runs in block.facts)
