"""Tables that are refused, each spoilt in one way, and the sentence that says so."""

from __future__ import annotations

import datetime as dt
import os

from tests.cli.indicators import sheets
from tests.cli.indicators.sheets import HEAD, RENT, SHEET, with_cell, with_text, workbook

TABLE = "code,name,value,unit,year\nBVPI 66a,Rent collected,97.3,per cent,2003/04\nBVPI 68,Days,47,days,2003/04\n"
NOT_UTF_8 = (TABLE + "HH 2,Café,1,days,2003/04\n").encode("cp1252")
TOO_MUCH = "figures.xlsx: holds far more words or formats than a table of indicators. Copy the table alone"
NOISE = b"<!--" + os.urandom(20_000).hex().encode() + b"-->"  # so that it is no bomb

BAD = [
    ("a formula", with_cell("C2", "=B9*2"), "figures.xlsx:C2: holds a formula and not a value. Copy the cells"),
    (
        "a formula with its last value kept",
        with_text(b"<v>97.3</v>", b"<f>90+7.3</f><v>97.3</v>"),
        "figures.xlsx:C2: holds a formula and not a value.",
    ),
    (
        "an error of Excel's",
        with_text(b'<c r="C2" t="n"><v>97.3</v>', b'<c r="C2" t="e"><v>#REF!</v>'),
        "figures.xlsx:C2: holds the error #REF!.",
    ),
    (
        "merged cells",
        workbook(change=lambda sheet: sheet.merge_cells("A2:A3")),
        "figures.xlsx:A2: is merged with others",
    ),
    ("a hidden sheet", sheets.with_sheet("Old", "hidden"), "figures.xlsx: has the hidden sheet “Old”."),
    (
        "a sheet that only a program can show",
        sheets.with_sheet("Old", "veryHidden"),
        "figures.xlsx: has the hidden sheet “Old”.",
    ),
    (
        "two sheets",
        sheets.with_sheet("Old"),
        "figures.xlsx: has 2 sheets: Sheet, Old. Name the one to read with --sheet.",
    ),
    (
        "text where a number goes",
        with_cell("C3", "about 47"),
        "figures.xlsx:C3: `value` expects a number such as 3.10.",
    ),
    ("a per cent sign in text", with_cell("C2", "97.3%"), "figures.xlsx:C2: `value` expects a number such as 3.10."),
    (
        "a date",
        with_cell("F2", dt.date(2003, 4, 1), "yyyy-mm-dd"),
        "figures.xlsx:F2: holds a date or a time. Format the cell as text",
    ),
    (
        "a year that is none",
        with_cell("F3", "2003"),
        "figures.xlsx:F3: `year` cannot be `2003`. Write a financial year",
    ),
    ("a unit that is none", with_cell("D3", "dys"), "figures.xlsx:D3: `unit` cannot be `dys`. Did you mean `days`?"),
    ("a row without a name", with_cell("B3", None), "figures.xlsx:B3: `name` is missing."),
    ("a column that is none", with_cell("E1", "Way"), "figures.xlsx:E1: `way` is not a column."),
    ("a column twice", with_cell("F1", "Unit"), "figures.xlsx:F1: the column `unit` is there twice."),
    ("a value beside the table", with_cell("H3", 5), "figures.xlsx:H3: is beside the table, under no column."),
    ("a code twice", workbook(HEAD, RENT, RENT), "figures.xlsx:3: BVPI 66a 2003/04 is given twice, in line 2 too."),
    (
        "an invisible character",
        with_text(b"BVPI 66a", b"BVPI\xc2\x8566a", SHEET),
        "figures.xlsx:A2: holds the invisible character U+0085",
    ),
    ("an empty sheet", workbook(()), "figures.xlsx:A1: the column `code` is missing."),
    (
        "100,000 empty rows",
        sheets.with_empty_rows(100_000),
        "figures.xlsx:row 6001: the sheet goes on after 6,000 rows.",
    ),
    (
        "a row far below",
        with_text(b'<row r="3"', b'<row r="999999999"'),
        "figures.xlsx:row 6001: the sheet goes on after 6,000 rows.",
    ),
    ("a cell far to the right", with_text(b'r="F3"', b'r="XFD3"'), "figures.xlsx:row 3: has more than 40 columns."),
    (
        "a million words",
        sheets.plus(workbook(), "xl/sharedStrings.xml", os.urandom(2_500_000).hex().encode()),
        TOO_MUCH,
    ),
    ("a zip bomb", sheets.bomb(), "figures.xlsx: would unpack to far more than an Excel workbook holds."),
    (
        "a hundred thousand fonts",
        with_text(b"</fonts>", b"<font/>" * 100_000 + b"</fonts>", "xl/styles.xml"),
        TOO_MUCH,
    ),
    (
        "a thousand sheets",
        with_text(b"</sheets>", b'<sheet name="a" sheetId="2"/>' * 1000 + b"</sheets>", "xl/workbook.xml"),
        "figures.xlsx: has more than 500 sheets. Copy the table alone into a new workbook.",
    ),
    (
        "half a million formats in a row",
        with_text(b"</row></sheetData>", b"<c/>" * 500_000 + NOISE + b"</row></sheetData>"),
        "figures.xlsx: holds far more than a table of indicators.",
    ),
    (
        "a tag that never ends",
        with_text(b"</sheetData>", b"</sheetData><mergeCell " + b" " * 70_000),
        "figures.xlsx: holds a part that no Excel workbook has.",
    ),
    (
        "a row that comes twice",
        with_text(b'<row r="3"', b'<row r="2"'),
        "figures.xlsx: is damaged, or is not an Excel workbook.",
    ),
    ("a part that cannot be unpacked", sheets.torn(), "figures.xlsx: is damaged, or is not an Excel workbook."),
    ("a password", sheets.encrypted(), "figures.xlsx: is protected by a password."),
    ("an old .xls", sheets.encrypted()[:400], "figures.xlsx: is protected by a password or is an old .xls workbook."),
    ("macros", sheets.plus(workbook(), "xl/vbaProject.bin", b"x"), "figures.xlsx: holds macros."),
    (
        "an entity",
        with_text(b"<worksheet", b'<!DOCTYPE w [<!ENTITY a "b">]><worksheet'),
        "figures.xlsx: holds a part that no Excel workbook has.",
    ),
    (
        "a damaged part",
        with_text(b"</sheetData>", b"</sheetDat"),
        "figures.xlsx: is damaged, or is not an Excel workbook.",
    ),
    (
        "a lost part",
        with_text(b"sheet1.xml", b"sheet9.xml", "xl/_rels/workbook.xml.rels"),
        "figures.xlsx: is damaged, or is not an Excel workbook.",
    ),
    (
        "a Word document",
        sheets.plus(b"PK\x05\x06" + bytes(18), "word/document.xml", b"<w/>"),
        "figures.xlsx: is not an Excel workbook.",
    ),
    ("no archive", b"code,name\n", "figures.xlsx: is not an Excel workbook."),
    ("an empty file", b"", "figures.xlsx: is not an Excel workbook."),
]
BAD_TEXT = [
    (
        "Windows-1252",
        NOT_UTF_8,
        "figures.csv:4: is not UTF-8: perhaps it is Windows-1252. Save it as UTF-8 (in Excel: “CSV UTF-8”",
    ),
    (
        "semicolons",
        TABLE.replace(",", ";").encode(),
        "figures.csv:1: its cells are separated by semicolons. Save it with commas",
    ),
    ("tabs", TABLE.replace(",", "\t").encode(), "figures.csv:1: its cells are separated by tabs. Save it with commas"),
    (
        "upright strokes",
        TABLE.replace(",", "|").encode(),
        "figures.csv:1: its cells are separated by upright strokes. Save it with commas",
    ),
    (
        "a cell that is longer than any text",
        TABLE.replace("Days", "x" * 140_000).encode(),
        "figures.csv:3: a cell holds more than 131,072 characters.",
    ),
    ("UTF-16", TABLE.encode("utf-16"), "figures.csv: is UTF-16 and not UTF-8."),
    (
        "text where a number goes",
        TABLE.replace("97.3", "97,3").encode(),
        "figures.csv:2: has 6 cells where the header has 5.",
    ),
    (
        "a number in words",
        TABLE.replace("97.3", "many").encode(),
        "figures.csv:2: `value` expects a number such as 3.10.",
    ),
    (
        "an open quotation",
        TABLE.replace("Days", '"Days').encode(),
        "figures.csv:3: a quotation mark is opened and never closed",
    ),
    ("6,000 lines", (TABLE + "A,B,1,days,2003/04\n" * 6000).encode(), "figures.csv:5001: has more than 5000 lines."),
    ("nothing", b"", "figures.csv:1: the column `code` is missing."),
    ("a workbook that is named so", workbook(), "figures.csv: is a workbook under the name of a .csv file."),
]
