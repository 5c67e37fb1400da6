from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from reportkit.reading.inspection import Reading

Sentences = Callable[[str, str | bytes | None], list[str]]

WRONG_TABLES = [
    (
        "indicators.csv",
        "code;name;value\nA;B;1\n",
        [("indicators.csv:1: its cells are separated by semicolons. Save it with commas (in Excel: “CSV UTF-8”).")],
    ),
    (
        "indicators.csv",
        "code\tname\nA\tB\n",
        [("indicators.csv:1: its cells are separated by tabs. Save it with commas (in Excel: “CSV UTF-8”).")],
    ),
    ("indicators.csv", "code,nmae\n", ["indicators.csv:1: `nmae` is not a column. Did you mean `name`?"]),
    ("indicators.csv", "Code,Name\n", ["indicators.csv:1: `Code` is not a column. Did you mean `code`?"]),
    (
        "indicators.csv",
        "code,value\n",
        [
            (
                "indicators.csv:1: the column `name` is missing. Begin with: "
                "code,name,value,unit,direction,year,scope,verified,target,note"
            )
        ],
    ),
    ("indicators.csv", "code,name,code\n", ["indicators.csv:1: the column `code` is there twice. Keep one of them."]),
    (
        "indicators.csv",
        "",
        [
            (
                "indicators.csv:1: the column `code` is missing. Begin with: "
                "code,name,value,unit,direction,year,scope,verified,target,note"
            )
        ],
    ),
    (
        "indicators.csv",
        "code,name,value\nA,B,1,2\n",
        [
            (
                "indicators.csv:2: has 4 cells where the header has 3. Put a cell that holds a comma in double "
                "quotation marks."
            )
        ],
    ),
    (
        "indicators.csv",
        'code,name,value\nA,B,"1,2\n',
        [
            (
                "indicators.csv:2: a quotation mark is opened and never closed, or text follows a closing one. "
                'Write a quotation mark inside a cell twice: "".'
            )
        ],
    ),
    (
        "indicators.csv",
        'code,name\nA,"B" c\n',
        [
            (
                "indicators.csv:2: a quotation mark is opened and never closed, or text follows a closing one. "
                'Write a quotation mark inside a cell twice: "".'
            )
        ],
    ),
    (
        "indicators.csv",
        (
            'code,name,value,unit,year\nA,B,12%,per cent,2003\nA,"B\nc","1,200",pounds,2003/04\n'
            "A,B,1,days,2003/04\nA,B,2,days,2003/04\n\nB,B,maybe,yes or no,2003/04\nC,,1,dys,\n"
        ),
        [
            ("indicators.csv:2: `value` expects a number such as 3.10. Write digits only, without commas, £ or %."),
            "indicators.csv:2: `year` cannot be `2003`. Write a financial year as 2002/03.",
            ("indicators.csv:3: `value` expects a number such as 3.10. Write digits only, without commas, £ or %."),
            "indicators.csv:6: A 2003/04 is given twice, in line 5 too. Keep one of them.",
            "indicators.csv:8: `value` expects yes or no. Write `yes` or `no`.",
            "indicators.csv:9: `name` is missing. Add `name: …`.",
            "indicators.csv:9: `unit` cannot be `dys`. Did you mean `days`?",
        ],
    ),
    (
        "indicators.csv",
        "code,name,scope,verified,direction,target\nA,B,ALMO,perhaps,up,ten\n",
        [
            "indicators.csv:2: `direction` cannot be `up`. Choose one of: higher, lower, neither.",
            "indicators.csv:2: `scope` cannot be `ALMO`. Did you mean `almo`?",
            "indicators.csv:2: `verified` expects yes or no. Write `yes` or `no`.",
            ("indicators.csv:2: `target` expects a number such as 3.10. Write digits only, without commas, £ or %."),
        ],
    ),
    (
        "indicators.csv",
        b"code,name\nA,caf\xe9\n",
        [
            (
                "indicators.csv:2: is not UTF-8: perhaps it is Windows-1252. Save it as UTF-8 (in Excel: “CSV "
                "UTF-8”; in Notepad: Encoding, UTF-8)."
            )
        ],
    ),
    (
        "indicators.csv",
        b"\xff\xfec\x00o\x00d\x00e\x00,\x00n\x00a\x00m\x00e\x00\n\x00A\x00,\x00B\x00\n\x00",
        [
            (
                "indicators.csv: is UTF-16 and not UTF-8. Save it as UTF-8 (in Excel: “CSV UTF-8”; in Notepad: "
                "Encoding, UTF-8)."
            )
        ],
    ),
    (
        "indicators.csv",
        "code,name\n" + "A,B\n" * 5001,
        ["indicators.csv:5001: has more than 5000 lines. Keep to what the report needs."],
    ),
]


@pytest.mark.parametrize(("name", "content", "expected"), WRONG_TABLES)
def test_what_is_wrong_in_the_table_is_named_with_its_line(
    name: str, content: str | bytes | None, expected: list[str], sentences: Sentences
) -> None:
    assert sentences(name, content) == expected


def test_rows_are_read_with_their_units_and_lines(read_with: Callable[[dict[str, str]], Reading]) -> None:
    table = 'code,name,value,unit,year\n\n A ,"B\nb", 3.10,days,2003/04\nC,D,no,yes or no,2003/04\nE,F\n'
    inspection = read_with({"indicators.csv": table}).inspection
    assert inspection is not None
    read = [(row.code, row.name, row.value, row.unit, row.origin.first) for row in inspection.indicators]
    assert read == [
        ("A", "B\nb", Decimal("3.10"), "days", 3),
        ("C", "D", False, "yes or no", 5),
        ("E", "F", None, None, 6),
    ]


def test_the_same_code_may_stand_for_other_years_and_for_the_authority(
    read_with: Callable[[dict[str, str]], Reading],
) -> None:
    table = "code,name,year,scope\nA,B,2002/03,almo\nA,B,2003/04,almo\nA,B,2003/04,authority\n"
    assert read_with({"indicators.csv": table}).problems == ()
