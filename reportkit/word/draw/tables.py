"""Tables: caption above, a header row that repeats, rows that stay whole, words for those who cannot see them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from reportkit.document.blocks import Align, Cell, Run, Table, Text
from reportkit.word.bookmark_names import field_name
from reportkit.word.draw.body_writer import KEEP_NEXT, TABLE_END, BodyWriter
from reportkit.word.draw.cross_references import BlockLabels, is_blank, plain
from reportkit.word.draw.runs import simple_field, text_run
from reportkit.word.xml_text import escape

_ALIGN: dict[Align, str] = {"left": "", "right": '<w:jc w:val="right"/>', "centre": '<w:jc w:val="center"/>'}
_HEAD_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = "<w:trPr><w:cantSplit/></w:trPr>"
# Room to write in; a row that grows longer than a page runs on, in Word and LibreOffice alike.
_ROOM = '<w:trPr><w:cantSplit/><w:trHeight w:val="1100" w:hRule="atLeast"/></w:trPr>'
_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="18" w:space="0" w:color="1F3864"/>' for side in ("top", "left", "bottom", "right")
)
_MARKED = f'<w:tcBorders>{_EDGES}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>'
_FIELD = (
    "<w:tcBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8496B0"/>'
        for side in ("top", "left", "bottom", "right")
    )
    + '</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="F5F8FC"/>'
)
_MISSING = '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>'
_THIN = (
    '<w:p><w:pPr><w:pStyle w:val="{style}"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    "</w:pPr></w:p>"
)


def draw_caption(label: str, caption: tuple[Run, ...], labels: BlockLabels, writer: BodyWriter) -> None:
    """Draw “Table 3. Words”, kept with its table or chart; the bookmark is round label and number alone."""
    number = labels.label.removeprefix(f"{label} ")
    counted = text_run(f"{label} ") + simple_field(f"SEQ {label} \\* ARABIC", number)
    words = text_run(". ") + writer.runs(caption) if caption else ""
    writer.paragraph("Caption", writer.bookmark(labels.bookmark, counted) + words, keep=KEEP_NEXT)


def draw_table(table: Table, labels: BlockLabels, writer: BodyWriter) -> None:
    """Draw `table` and its caption; a table without columns is nothing."""
    columns = max((len(row) for row in (table.head, *table.rows)), default=0)
    if not columns:
        return
    if table.caption:
        draw_caption("Table", table.caption, labels, writer)
    elif writer.ends_with_table():
        end_table(writer)
    widths = _widths(table.widths, columns, writer.width)
    rows = "".join(_rows(table, widths, writer))
    writer.out.append(f"<w:tbl>{_properties(table, writer)}{_grid(widths)}{rows}{TABLE_END}")


def end_table(writer: BodyWriter) -> None:
    """Draw the paragraph that Word must have between two tables, which would grow together, and after the last one."""
    writer.out.append(_THIN.format(style=writer.styles["Table Text"]))


def _properties(table: Table, writer: BodyWriter) -> str:
    title = escape(plain(table.caption))
    column = int(table.row_heads)
    head = int(bool(table.head))
    return (
        f'<w:tblPr><w:tblStyle w:val="{writer.styles["Report Table"]}"/><w:tblW w:w="{writer.width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{0x0400 + 0x20 * head + 0x80 * column:04X}" '
        f'w:firstRow="{head}" w:lastRow="0" w:firstColumn="{column}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        + (f'<w:tblCaption w:val="{title}"/>' if title else "")
        + (f'<w:tblDescription w:val="{escape(table.description)}"/>' if table.description else "")
        + "</w:tblPr>"
    )


def _grid(widths: list[int]) -> str:
    columns = (f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{''.join(columns)}</w:tblGrid>"


def _widths(shares: tuple[int, ...], columns: int, total: int) -> list[int]:
    """Return widths that fill `total` exactly; shares that do not fit the columns count as equal."""
    usable = len(shares) == columns and min(shares) > 0
    weights = shares if usable else (1,) * columns
    edges = [total * sum(weights[:at]) // sum(weights) for at in range(columns + 1)]
    return [right - left for left, right in pairwise(edges)]


def _rows(table: Table, widths: list[int], writer: BodyWriter) -> Iterator[str]:
    """Return the header row and the rows; the last is kept with what follows it, often the source of its figures."""
    if table.head:
        heads = ("Table Head",) * len(widths)
        yield _row(table.head, heads, widths, writer, keep=KEEP_NEXT, traits=_HEAD_ROW)
    styles = ("Table Head" if table.row_heads else "Table Text", *("Table Text",) * (len(widths) - 1))
    for left, row in enumerate(table.rows, start=1 - len(table.rows)):
        if any(cell.field for cell in row):
            yield _row(row, styles, widths, writer, keep="", traits=_ROOM)
        else:
            yield _row(row, styles, widths, writer, keep="" if left else KEEP_NEXT, traits=_ROW)


def _row(
    cells: tuple[Cell, ...], styles: tuple[str, ...], widths: list[int], writer: BodyWriter, *, keep: str, traits: str
) -> str:
    """Return one row; where it has fewer cells than the table has columns, empty ones fill it up."""
    filled = cells + (Cell(()),) * (len(widths) - len(cells))
    drawn = [_cell(*one, writer, keep) for one in zip(filled, widths, styles, strict=True)]
    return f"<w:tr>{traits}{''.join(drawn)}</w:tr>"


def _cell(cell: Cell, width: int, style: str, writer: BodyWriter, keep: str) -> str:
    """Return one cell. Never by colour alone: a mark has a dot and a border, a gap brackets, a field a box."""
    look, runs = "", cell.runs
    if cell.mark:
        look, runs = _MARKED, _marked(cell.runs)
    elif cell.gap:
        look, runs = _MISSING, _missing(cell.runs)
    elif cell.field:
        look = _FIELD
    words = writer.bookmark(field_name(cell.field) if cell.field else "", writer.runs(runs))
    content = writer.paragraph_xml(style, words, keep=keep, align=_ALIGN[cell.align])
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>{content}</w:tc>'


def _marked(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    strong = tuple(replace(run, bold=True) if isinstance(run, Text) else run for run in runs)
    return (Text("●" if is_blank(runs) else "● ", bold=True), *strong)


def _missing(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if is_blank(runs):
        return (Text("", gap=True),)
    return tuple(replace(run, gap=True) if isinstance(run, Text) else run for run in runs)
