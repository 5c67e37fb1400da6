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
from reportkit.word.draw.body_writer import BodyWriter
from reportkit.word.draw.charts import Charts
from reportkit.word.draw.contents import draw_contents
from reportkit.word.draw.cross_references import BlockLabels, CrossReferences, is_blank
from reportkit.word.draw.runs import text_run
from reportkit.word.draw.tables import draw_table, end_table

_ABOVE_FACTS = 480
_TAB = "<w:r><w:tab/></w:r>"

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


def draw_body(
    blocks: tuple[Block, ...], references: CrossReferences, writer: BodyWriter, charts: Charts, pages: Mapping[str, int]
) -> None:
    """Draw every block with `writer`, in order."""
    above: Block | None = None
    for block, labels in zip(blocks, references.labels, strict=True):
        _separate(above, block, writer)
        match block:
            case Paragraph():  # nearly all
                _paragraph(block, labels, writer)
            case Table():
                draw_table(block, labels, writer)
            case Chart():
                charts.draw(block, labels, writer)
            case Contents():
                draw_contents(block, references.entries, pages, writer)
            case _:
                _draw(block, labels, writer)
        above = block
    if writer.ends_with_table():
        end_table(writer)


def _draw(block: Heading | List | Quote | CoverPage | PageBreak, labels: BlockLabels, writer: BodyWriter) -> None:
    match block:
        case Heading():
            _heading(block, labels, writer)
        case List():
            _list(block, 0, writer)
        case Quote():
            _quote(block, writer)
        case CoverPage():
            draw_cover(block, writer)
        case _:
            writer.new_page()


def _separate(above: Block | None, below: Block, writer: BodyWriter) -> None:
    """Keep text off a table or list above it; only the source of its figures stays close."""
    if not isinstance(above, Table | List):
        return
    if isinstance(below, List | Quote) or (isinstance(below, Paragraph) and below.kind != "source"):
        writer.space_before(_BELOW[type(above)])


def _heading(block: Heading, labels: BlockLabels, writer: BodyWriter) -> None:
    if is_blank(block.runs):
        return
    words = writer.bookmark(labels.entry, writer.bookmark(labels.bookmark, writer.runs(block.runs)))
    writer.paragraph(f"Heading {min(max(block.level, 1), _DEEPEST_HEADING)}", words)


def _paragraph(block: Paragraph, labels: BlockLabels, writer: BodyWriter) -> None:
    if is_blank(block.runs):
        return
    runs = _as_gap(block.runs) if block.kind == "gap" else block.runs
    writer.paragraph(_STYLES[block.kind], writer.bookmark(labels.bookmark, writer.runs(runs)))


def _as_gap(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Put what is missing in brackets: a reader without colours sees it too."""
    inner = tuple(Text(run.text, run.bold, run.italic) if isinstance(run, Text) else run for run in runs)
    return (Text("["), *inner, Text("]"))


def _list(block: List, depth: int, writer: BodyWriter) -> None:
    level = min(depth, _DEEPEST)
    suffix = " 2" if level else ""
    numbering = ""
    if block.ordered:
        number = writer.numbering.restart(level, block.start)
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    for item in block.items:
        _item(item, ("List Number" if block.ordered else "List Bullet") + suffix, numbering, depth, writer)


def _item(item: Item, style: str, numbering: str, depth: int, writer: BodyWriter) -> None:
    """Draw an item: its first paragraph has the bullet or number, the others are indented under it."""
    follow = "List Continue 2" if depth else "List Continue"
    for block in item.blocks:
        if isinstance(block, List):
            _list(block, depth + 1, writer)
        elif not is_blank(block.runs):
            writer.paragraph(style, writer.runs(block.runs), numbering=numbering)
            style, numbering = follow, ""


def _quote(block: Quote, writer: BodyWriter) -> None:
    for part in block.blocks:
        if isinstance(part, List):
            _list(part, 0, writer)
        elif not is_blank(part.runs):
            writer.paragraph("Quote", writer.runs(part.runs))


def draw_cover(cover: CoverPage, writer: BodyWriter) -> None:
    """Draw the cover; what follows begins a new page.

    Facts are paragraphs with a tab, not a table: they are read aloud in order, label then value.
    """
    for style, words in (("Cover Issuer", cover.issuer), ("Title", cover.title), ("Subtitle", cover.subtitle)):
        if words.strip():
            writer.paragraph(style, text_run(words))
    for notice in cover.notices:
        if notice.strip():
            writer.paragraph("Cover Notice", text_run(notice))
    writer.space_before(_ABOVE_FACTS)
    for label, value in cover.facts:
        writer.paragraph("Cover Fact", f"{text_run(label, '<w:b/>')}{_TAB}{writer.runs(value)}")
    writer.new_page()
