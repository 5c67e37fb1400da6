"""The workbook inside a chart, so that its figures can be edited in Word: one sheet, nothing else."""

from __future__ import annotations

import io
import zipfile

from reportkit.document.blocks import Chart
from reportkit.word.package import put
from reportkit.word.xml_text import DECLARATION, R, escape

_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = (
    f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>'
)
_WORKBOOK = (
    f'{DECLARATION}<workbook xmlns="{_SHEETS}" xmlns:r="{R}"><sheets>'
    '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def workbook(chart: Chart) -> bytes:
    """Return an .xlsx with the categories in column A and one series a column from B, names in row 1."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        put(archive, "[Content_Types].xml", _TYPES)
        put(archive, "_rels/.rels", _relation("officeDocument", "xl/workbook.xml"))
        put(archive, "xl/workbook.xml", _WORKBOOK)
        put(archive, "xl/_rels/workbook.xml.rels", _relation("worksheet", "worksheets/sheet1.xml"))
        put(archive, "xl/worksheets/sheet1.xml", _sheet(chart))
    return stream.getvalue()


def column(nth: int) -> str:
    """Return the letters of the `nth` column from 0."""
    letters = ""
    nth += 1
    while nth:
        nth, rest = divmod(nth - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _relation(kind: str, target: str) -> str:
    relation = f'<Relationship Id="rId1" Type="{R}/{kind}" Target="{target}"/>'
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'


def _sheet(chart: Chart) -> str:
    head = _row(1, ["", *(series.name for series in chart.series)])
    rows = (
        _row(at + 2, [name, *(value_at(series.values, at) for series in chart.series)])
        for at, name in enumerate(chart.categories)
    )
    return f'{DECLARATION}<worksheet xmlns="{_SHEETS}"><sheetData>{head}{"".join(rows)}</sheetData></worksheet>'


def value_at(values: tuple[float | None, ...], at: int) -> float | None:
    """Return the value for the category at `at`; a series may be shorter than the categories."""
    return values[at] if at < len(values) else None


def _row(number: int, values: list[str | float | None]) -> str:
    cells = (_cell(f"{column(at)}{number}", value) for at, value in enumerate(values))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, value: str | float | None) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value!r}</v></c>'
