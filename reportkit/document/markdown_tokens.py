"""The parser's tree → blocks, every refusal with its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from reportkit.document.blocks import (
    Align,
    Block,
    Cell,
    Heading,
    Item,
    List,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Quote,
    Run,
    Table,
)
from reportkit.document.flaw import Flaw
from reportkit.document.not_allowed import REFUSED, STRAY_DIVIDER, UNDERLINE
from reportkit.document.parser import Node, parse_blocks
from reportkit.document.runs import RUNS, RunContext, runs_from
from reportkit.document.table_pipes import cells_in, stray_dividers

DEEPEST_LIST = 2
DEEPEST_HEADING = 4
MOST_COLUMNS = 63  # Word's own limit
LONGEST = 1_000_000

_ALIGNS: dict[str, Align] = {"text-align:right": "right", "text-align:center": "centre"}


class InlineStyle(Struct, frozen=True):
    """The form of a text's top-level blocks.

    `first` and `rest` are the kinds of its first and its other paragraphs. `lists_continue`: its
    lists belong to the numbered paragraph above them. `template`: headings, page breaks (`---`) and
    slots may stand in it.
    """

    first: ParagraphKind = "body"
    rest: ParagraphKind = "body"
    lists_continue: bool = False
    template: bool = False


class Parsed(Struct, frozen=True):
    """The blocks of a text, and all that is wrong with it; blocks are only right where there are no flaws."""

    blocks: tuple[Block, ...]
    flaws: tuple[Flaw, ...] = ()


def parse_marked(
    text: str,
    place: Callable[[int], tuple[str, int]],
    manner: InlineStyle,
    slots: Mapping[str, tuple[object, ...]],
) -> Parsed:
    """Return a clean text's blocks by way of the Markdown parser.

    `place` gives the file and line of a line of the text (from 1); `slots` what each token stands for.
    """
    if len(text) > LONGEST:
        return Parsed((), (Flaw(*place(1), f"The text is longer than {LONGEST:,} characters", "Divide it."),))
    block_slots = {key for key, content in slots.items() if content and not isinstance(content[0], RUNS)}
    reader = _Blocks(text.split("\n"), manner, slots)
    blocks = reader.read(parse_blocks(text, block_slots))
    flaws = {Flaw(*place(line + 1), message, remedy): None for line, message, remedy in sorted(reader.complaints)}
    return Parsed(blocks, tuple(flaws))


class _Blocks:
    """Reads one text's tree."""

    def __init__(self, lines: list[str], manner: InlineStyle, slots: Mapping[str, tuple[object, ...]]) -> None:
        self.lines = lines
        self.manner = manner
        self.slots = slots
        self.complaints: list[tuple[int, str, str]] = []
        self.footnotes: dict[str, tuple[Paragraph, ...]] = {}
        self.used: set[str] = set()
        self.paragraphs = 0

    def read(self, nodes: tuple[Node, ...]) -> tuple[Block, ...]:
        defined = list(_footnotes_in(nodes))
        self.footnotes = {node.token.meta["label"]: () for node in defined}
        self.footnotes = {node.token.meta["label"]: self._footnote(node) for node in defined}
        if len(self.footnotes) < len(defined):
            self._complain(defined[-1].line, "A footnote is written twice", "Give each footnote a mark of its own.")
        blocks = tuple(block for node in nodes for block in self._block(node))
        for node in defined:
            self._check_used(node)
        return blocks

    def _complain(self, line: int, message: str, remedy: str) -> None:
        self.complaints.append((line, message, remedy))

    def _refuse(self, node: Node) -> tuple[()]:
        underlined = node.type == "heading" and not node.token.markup.startswith("#")
        self._complain(node.line, *(UNDERLINE if underlined else REFUSED[node.type]))
        return ()

    # Top level

    def _block(self, node: Node) -> tuple[Block, ...]:
        match node.type:
            case "paragraph":
                return self._top_paragraph(node)
            case "bullet_list" | "ordered_list":
                return (self._list(node, depth=1, continued=self.manner.lists_continue),)
            case "blockquote":
                return (Quote(self._inner(node, depth=0)),)
            case "table":
                return (self._table(node),)
            case _:
                return self._rarer(node)

    def _rarer(self, node: Node) -> tuple[Block, ...]:
        if node.type == "footnote_reference":
            return ()
        if self.manner.template and node.type in {"heading", "hr", "slot"}:
            return self._of_template(node)
        return self._refuse(node)

    def _top_paragraph(self, node: Node) -> tuple[Block, ...]:
        runs = self._runs(node)
        if not runs:  # an empty slot alone on its line
            return ()
        self.paragraphs += 1
        return (Paragraph(runs, self.manner.first if self.paragraphs == 1 else self.manner.rest),)

    def _of_template(self, node: Node) -> tuple[Block, ...]:
        if node.type == "slot":
            return self.slots[node.token.content]  # type: ignore[return-value]  # block_slots hold blocks
        if node.type == "hr":
            return (PageBreak(),)
        level = int(node.token.tag[1:])
        if level > DEEPEST_HEADING or not node.token.markup.startswith("#"):
            return self._wrong_heading(node)
        return (Heading(level, self._runs(node)),)

    def _wrong_heading(self, node: Node) -> tuple[()]:
        if not node.token.markup.startswith("#"):
            return self._refuse(node)
        self._complain(node.line, "A heading is deeper than level 4", "Take a # out.")
        return ()

    # Inside other blocks

    def _inner(self, node: Node, depth: int) -> tuple[Paragraph | List, ...]:
        """Return what may stand in a quotation (depth 0) or in an item of a list of that depth."""
        blocks: list[Paragraph | List] = []
        for child in node.children:
            if child.type == "paragraph":
                blocks.append(Paragraph(self._runs(child)))
            elif child.type in {"bullet_list", "ordered_list"}:
                blocks.append(self._list(child, depth + 1))
            elif child.type != "footnote_reference":
                self._refuse(child)
        return tuple(blocks)

    def _list(self, node: Node, depth: int, *, continued: bool = False) -> List:
        if depth > DEEPEST_LIST:
            self._complain(node.line, "A list has a third level", "Move its items up a level, or make them a sentence.")
            return List(())
        items = tuple(Item(self._inner(item, depth)) for item in node.children)
        return List(
            items,
            ordered=node.type == "ordered_list",
            start=int(node.token.attrs.get("start", 1)),
            continued=continued,
        )

    def _runs(self, node: Node) -> tuple[Run, ...]:
        runs: tuple[Run, ...] = ()
        for inline in node.children:
            given = RunContext(self._complain, self.footnotes, self.slots)
            children = inline.token.children or []
            self.used.update(child.meta["label"] for child in children if child.type == "footnote_ref")
            runs += runs_from(children, inline.line, given)
            self._check_dividers(inline)
        return runs

    def _check_dividers(self, inline: Node) -> None:
        for number in stray_dividers(inline.token.content):
            self._complain(inline.line + number, *STRAY_DIVIDER)

    # Footnotes

    def _footnote(self, node: Node) -> tuple[Paragraph, ...]:
        blocks = self._inner(node, depth=0)
        paragraphs = tuple(block for block in blocks if isinstance(block, Paragraph))
        if len(paragraphs) < len(blocks):
            self._complain(node.line, "A list is in a footnote", "Keep footnotes to sentences.")
        if self.used:
            self._complain(node.line, "A footnote has a footnote", "Put its words into the first footnote.")
            self.used.clear()
        return paragraphs

    def _check_used(self, node: Node) -> None:
        label = node.token.meta["label"]
        if label not in self.used:
            self._complain(
                node.line,
                f"No sentence has the mark of the footnote [^{label}]",
                f"Write [^{label}] where it belongs, or take the footnote out.",
            )
        if not self.footnotes[label]:
            self._complain(node.line, f"The footnote [^{label}] has no words", "Write them after the colon.")

    # Tables

    def _table(self, node: Node) -> Table:
        rows = [self._row(row) for part in node.children for row in part.children]
        columns = len(rows[0])
        if columns > MOST_COLUMNS:
            self._complain(node.line, f"A table has more than {MOST_COLUMNS} columns", "Divide it.")
        for row in (row for part in node.children for row in part.children):
            self._check_width(row, columns)
        return Table(rows[0], tuple(rows[1:]))

    def _row(self, row: Node) -> tuple[Cell, ...]:
        return tuple(
            Cell(self._runs(cell), align=_ALIGNS.get(str(cell.token.attrs.get("style", "")), "left"))
            for cell in row.children
        )

    def _check_width(self, row: Node, columns: int) -> None:
        """Check that no row has too many cells: the parser drops them, and words must not vanish."""
        cells = cells_in(self.lines[row.line])
        if cells > columns:
            self._complain(
                row.line,
                f"A table's row has {cells} cells where its head has {columns}",
                "Give both the same number, or put a backslash before a | that is meant as a sign.",
            )


def _footnotes_in(nodes: tuple[Node, ...]) -> list[Node]:
    """Return the footnotes' definitions, wherever they stand."""
    found: list[Node] = []
    for node in nodes:
        found += [node] if node.type == "footnote_reference" else _footnotes_in(node.children)
    return found
