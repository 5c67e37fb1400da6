"""Blocks as the body of a document: headings, paragraphs, lists and quotes; the rest in their own files."""

from __future__ import annotations

from collections.abc import Mapping

from reportkit.document.blocks import (
    Block,
    Chart,
    Contents,
    CoverPage,
    Heading,
    Item,
    List,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Quote,
    Run,
    Table,
    Text,
)
from reportkit.word.charts import Charts
from reportkit.word.contents import draw_contents
from reportkit.word.cover import draw_cover
from reportkit.word.pen import Pen
from reportkit.word.plan import Place, Plan, is_blank
from reportkit.word.tables import draw_table, end_table

_STYLES: dict[ParagraphKind, str] = {
    "body": "Body Text",
    "numbered": "Numbered Para",
    "continued": "Continued Para",
    "lead": "Lead",
    "note": "Note",
    "source": "Source",
    "gap": "Gap Para",
}
# Tables have no space below them and list items little. Word takes the larger of two spaces, not their sum.
_BELOW: dict[type[Block], int] = {Table: 200, List: 180}
_DEEPEST = 1  # two levels of list
_DEEPEST_HEADING = 4


def draw_body(blocks: tuple[Block, ...], plan: Plan, pen: Pen, charts: Charts, pages: Mapping[str, int]) -> None:
    """Draw every block with `pen`, in order."""
    above: Block | None = None
    for block, place in zip(blocks, plan.places, strict=True):
        _leave(above, block, pen)
        match block:
            case Paragraph():  # nearly all
                _paragraph(block, place, pen)
            case Table():
                draw_table(block, place, pen)
            case Chart():
                charts.draw(block, place, pen)
            case Contents():
                draw_contents(block, plan.entries, pages, pen)
            case _:
                _draw(block, place, pen)
        above = block
    if pen.ends_with_table():
        end_table(pen)


def _draw(block: Heading | List | Quote | CoverPage | PageBreak, place: Place, pen: Pen) -> None:
    match block:
        case Heading():
            _heading(block, place, pen)
        case List():
            _list(block, 0, pen)
        case Quote():
            _quote(block, pen)
        case CoverPage():
            draw_cover(block, pen)
        case _:
            pen.new_page()


def _leave(above: Block | None, below: Block, pen: Pen) -> None:
    """Text below a table or list would stick to it; where its figures come from may."""
    if not isinstance(above, Table | List):
        return
    if isinstance(below, List | Quote) or (isinstance(below, Paragraph) and below.kind != "source"):
        pen.stand_off(_BELOW[type(above)])


def _heading(block: Heading, place: Place, pen: Pen) -> None:
    if is_blank(block.runs):
        return
    words = pen.bookmark(place.entry, pen.bookmark(place.bookmark, pen.runs(block.runs)))
    pen.paragraph(f"Heading {min(max(block.level, 1), _DEEPEST_HEADING)}", words)


def _paragraph(block: Paragraph, place: Place, pen: Pen) -> None:
    if is_blank(block.runs):
        return
    runs = _as_gap(block.runs) if block.kind == "gap" else block.runs
    pen.paragraph(_STYLES[block.kind], pen.bookmark(place.bookmark, pen.runs(runs)))


def _as_gap(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """What is missing, in brackets: a reader without colours sees it too."""
    inner = tuple(Text(run.text, run.bold, run.italic) if isinstance(run, Text) else run for run in runs)
    return (Text("["), *inner, Text("]"))


def _list(block: List, depth: int, pen: Pen) -> None:
    level = min(depth, _DEEPEST)
    suffix = " 2" if level else ""
    numbering = ""
    if block.ordered:
        number = pen.numbering.restart(level, block.start)
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    for item in block.items:
        _item(item, ("List Number" if block.ordered else "List Bullet") + suffix, numbering, depth, pen)


def _item(item: Item, style: str, numbering: str, depth: int, pen: Pen) -> None:
    """The item's first paragraph carries its bullet or number; the others stand under it."""
    follow = "List Continue 2" if depth else "List Continue"
    for block in item.blocks:
        if isinstance(block, List):
            _list(block, depth + 1, pen)
        elif not is_blank(block.runs):
            pen.paragraph(style, pen.runs(block.runs), numbering=numbering)
            style, numbering = follow, ""


def _quote(block: Quote, pen: Pen) -> None:
    for part in block.blocks:
        if isinstance(part, List):
            _list(part, 0, pen)
        elif not is_blank(part.runs):
            pen.paragraph("Quote", pen.runs(part.runs))
