"""Tables: caption above, a header row that repeats, rows that stay whole, words for those who cannot see them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from reportkit.document.blocks import Align, Cell, Run, Table, Text
from reportkit.word.names import field_name
from reportkit.word.pen import KEEP_NEXT, TABLE_END, Pen
from reportkit.word.plan import Place, is_blank, plain
from reportkit.word.runs import simple_field, text_run
from reportkit.word.xmltext import escape

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


def draw_caption(label: str, caption: tuple[Run, ...], place: Place, pen: Pen) -> None:
    """“Table 3. Words”, kept with what it belongs to; the bookmark stands round label and number alone."""
    number = place.label.removeprefix(f"{label} ")
    counted = text_run(f"{label} ") + simple_field(f"SEQ {label} \\* ARABIC", number)
    words = text_run(". ") + pen.runs(caption) if caption else ""
    pen.paragraph("Caption", pen.bookmark(place.bookmark, counted) + words, keep=KEEP_NEXT)


def draw_table(table: Table, place: Place, pen: Pen) -> None:
    """Draw `table` and its caption; a table without columns is nothing."""
    columns = max((len(row) for row in (table.head, *table.rows)), default=0)
    if not columns:
        return
    if table.caption:
        draw_caption("Table", table.caption, place, pen)
    elif pen.ends_with_table():
        end_table(pen)
    widths = _widths(table.widths, columns, pen.width)
    rows = "".join(_rows(table, widths, pen))
    pen.out.append(f"<w:tbl>{_properties(table, pen)}{_grid(widths)}{rows}{TABLE_END}")


def end_table(pen: Pen) -> None:
    """The paragraph that Word must have between two tables, which would grow together, and after the last one."""
    pen.out.append(_THIN.format(style=pen.styles["Table Text"]))


def _properties(table: Table, pen: Pen) -> str:
    title = escape(plain(table.caption))
    column = int(table.row_heads)
    head = int(bool(table.head))
    return (
        f'<w:tblPr><w:tblStyle w:val="{pen.styles["Report Table"]}"/><w:tblW w:w="{pen.width}" w:type="dxa"/>'
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
    """Columns that fill `total` exactly; shares that do not fit the columns count as equal."""
    usable = len(shares) == columns and min(shares) > 0
    weights = shares if usable else (1,) * columns
    edges = [total * sum(weights[:at]) // sum(weights) for at in range(columns + 1)]
    return [right - left for left, right in pairwise(edges)]


def _rows(table: Table, widths: list[int], pen: Pen) -> Iterator[str]:
    """The header row, and then the rows; the last stays with what follows it, often the source of its figures."""
    if table.head:
        heads = ("Table Head",) * len(widths)
        yield _row(table.head, heads, widths, pen, keep=KEEP_NEXT, traits=_HEAD_ROW)
    styles = ("Table Head" if table.row_heads else "Table Text", *("Table Text",) * (len(widths) - 1))
    for left, row in enumerate(table.rows, start=1 - len(table.rows)):
        if any(cell.field for cell in row):
            yield _row(row, styles, widths, pen, keep="", traits=_ROOM)
        else:
            yield _row(row, styles, widths, pen, keep="" if left else KEEP_NEXT, traits=_ROW)


def _row(
    cells: tuple[Cell, ...], styles: tuple[str, ...], widths: list[int], pen: Pen, *, keep: str, traits: str
) -> str:
    """One row; where it has fewer cells than the table has columns, empty ones fill it up."""
    filled = cells + (Cell(()),) * (len(widths) - len(cells))
    drawn = [_cell(*one, pen, keep) for one in zip(filled, widths, styles, strict=True)]
    return f"<w:tr>{traits}{''.join(drawn)}</w:tr>"


def _cell(cell: Cell, width: int, style: str, pen: Pen, keep: str) -> str:
    """One cell. A mark shows as a dot, a border and a tint, a gap in brackets, a field as a box; not by colour."""
    look, runs = "", cell.runs
    if cell.mark:
        look, runs = _MARKED, _marked(cell.runs)
    elif cell.gap:
        look, runs = _MISSING, _missing(cell.runs)
    elif cell.field:
        look = _FIELD
    words = pen.bookmark(field_name(cell.field) if cell.field else "", pen.runs(runs))
    content = pen.paragraph_xml(style, words, keep=keep, align=_ALIGN[cell.align])
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>{content}</w:tc>'


def _marked(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    strong = tuple(replace(run, bold=True) if isinstance(run, Text) else run for run in runs)
    return (Text("●" if is_blank(runs) else "● ", bold=True), *strong)


def _missing(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if is_blank(runs):
        return (Text("", gap=True),)
    return tuple(replace(run, gap=True) if isinstance(run, Text) else run for run in runs)
