"""Workbooks to bring in, made as Excel would, and spoilt in one way each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl

SHEET = "xl/worksheets/sheet1.xml"
HEAD = ("Code", "Name", "Value", "Unit", "Direction", "Year")
RENT = ("BVPI 66a", "Rent collected", 97.3, "per cent", "higher", "2003/04")
DAYS = ("BVPI 68", "Days to let a home", 47, "days", "lower", "2003/04")


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def workbook(*rows: Sequence[object], change: Callable[[Any], object] = lambda _: None) -> bytes:
    """Return a workbook whose one sheet holds these rows; `change` alters the sheet before it is saved."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows or (HEAD, RENT, DAYS):
        sheet.append(row)
    change(sheet)
    return saved(book)


def with_cell(place: str, value: object, number_format: str = "General") -> bytes:
    def change(sheet: Any) -> None:
        sheet[place] = value
        sheet[place].number_format = number_format

    return workbook(change=change)


def with_sheet(title: str, state: str = "visible") -> bytes:
    def change(sheet: Any) -> None:
        sheet.parent.create_sheet(title).sheet_state = state

    return workbook(change=change)


def with_empty_rows(many: int, cells: int = 6) -> bytes:
    """Rows that hold nothing but a format, as Excel leaves them when a whole column is coloured."""
    data = workbook()
    row = "".join(f'<c r="{chr(65 + column)}{{0}}" s="0"/>' for column in range(cells))
    rows = "".join(f'<row r="{number}">{row.format(number)}</row>' for number in range(4, 4 + many))
    return replaced(
        data, "xl/worksheets/sheet1.xml", lambda text: text.replace(b"</sheetData>", f"{rows}</sheetData>".encode())
    )


def replaced(data: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the archive with one member changed."""
    stream = io.BytesIO()
    assert member in zipfile.ZipFile(io.BytesIO(data)).namelist()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, change(old.read(each)) if each == member else old.read(each))
    return stream.getvalue()


def plus(data: bytes, member: str, text: bytes) -> bytes:
    """Return the archive with one member more."""
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, text)
    return stream.getvalue()


def with_text(old: bytes, new: bytes, member: str = SHEET) -> bytes:
    """Return the workbook with a piece of one part's text replaced; the piece must be there."""

    def change(text: bytes) -> bytes:
        assert old in text
        return text.replace(old, new, 1)

    return replaced(workbook(), member, change)


def as_excel_saves() -> bytes:
    """Return the workbook with its words in a part of their own, as Excel keeps them."""
    words = [*HEAD, *(cell for row in (RENT, DAYS) for cell in row if isinstance(cell, str))]
    data = workbook()
    for number, word in enumerate(words):
        old = f't="inlineStr"><is><t>{word}</t></is>'.encode()
        data = replaced(data, SHEET, lambda text, o=old, n=number: text.replace(o, f't="s"><v>{n}</v>'.encode(), 1))
    items = "".join(f"<si><t>{word}</t></si>" for word in words)
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = plus(data, "xl/sharedStrings.xml", f'<sst xmlns="{namespace}">{items}</sst>'.encode())
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'.encode()
    data = replaced(data, "[Content_Types].xml", lambda text: text.replace(b"</Types>", override))
    assert b"inlineStr" not in zipfile.ZipFile(io.BytesIO(data)).read(SHEET)
    return data


def bomb() -> bytes:
    return plus(workbook(), "xl/media/image1.png", bytes(60_000_000))


def torn() -> bytes:
    """Return a workbook whose first part is overwritten where its packed bytes begin."""
    data = bytearray(workbook())
    start = 30 + int.from_bytes(data[26:28], "little") + int.from_bytes(data[28:30], "little")
    data[start : start + 4] = b"\xff\xff\xff\xff"
    return bytes(data)


def encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
