"""Tables that are brought in, and written as indicators.csv: what is read again is what was meant."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from reportkit.errors import Unreadable
from reportkit.guidance.indicators import INDICATORS
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.source_place import NOWHERE
from reportkit.reading.indicator_import import as_csv, bring_indicators
from reportkit.reading.indicators import indicators
from reportkit.reading.sheets import letters

WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=12).map(
    lambda text: " ".join(text.split()) or "x"
)
NUMBERS = st.decimals(-10_000, 10_000, places=2)
YEARS = st.integers(1990, 2030).map(lambda year: f"{year}/{(year + 1) % 100:02}")
TABLES = st.lists(
    st.builds(
        Indicator,
        code=st.sampled_from([code for code in INDICATORS if code != "BVPI 164"])
        | WORDS.map(lambda word: f"own {word}"),
        name=WORDS,
        value=st.none() | NUMBERS,
        unit=st.sampled_from(["per cent", "days", "pounds", "number", "rating"]),
        direction=st.none() | st.sampled_from(["higher", "lower", "neither"]),
        year=st.none() | YEARS,
        scope=st.none() | st.sampled_from(["almo", "authority"]),
        verified=st.none() | st.booleans(),
        target=st.none() | NUMBERS,
        note=st.none() | WORDS,
        definition=st.none() | WORDS,
        sample=st.none() | st.integers(0, 99_999),
        peers=st.none() | WORDS,
        peers_value=st.none() | NUMBERS,
        peers_why=st.none() | WORDS,
    ),
    max_size=4,
    unique_by=lambda each: (each.code, each.year, each.scope),
)


def plain(found: tuple[Indicator, ...]) -> list[Indicator]:
    """Without where they were written."""
    return [structs.replace(each, origin=NOWHERE) for each in found]


def outcome(data: bytes, name: str) -> list[str]:
    """Return the table that came of it, or what was said."""
    try:
        return [bring_indicators(data, name).data.decode()]
    except Unreadable as refused:
        return [str(problem) for problem in refused.problems]


def as_workbook(data: bytes) -> bytes:
    book = openpyxl.Workbook()
    for number, row in enumerate(csv.reader(io.StringIO(data.decode()))):
        for column, cell in enumerate(row):
            book.active.cell(number + 1, column + 1).value = cell
            book.active.cell(number + 1, column + 1).data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@settings(max_examples=25)
@given(TABLES)
def test_what_is_written_reads_as_what_was_meant(table):
    problems: list = []
    assert plain(indicators(as_csv(table).decode(), "indicators.csv", problems)) == table
    assert problems == []


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TABLES)
def test_a_table_comes_in_alike_from_a_csv_file_and_from_a_workbook(table):
    data = as_csv(table)
    assert bring_indicators(data, "table.csv").data == data
    assert bring_indicators(as_workbook(data), "table.xlsx").data == data


@settings(max_examples=60)
@given(st.binary(max_size=300), st.sampled_from(["table.csv", "table.xlsx"]))
def test_whatever_comes_is_either_read_or_refused_with_its_name(data, name):
    assert {each.partition(":")[0].partition(",")[0] for each in outcome(data, name)} <= {name, "code"}


@pytest.mark.parametrize(
    ("column", "called"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_called_as_in_a_sheet(column, called):
    assert letters(column) == called
