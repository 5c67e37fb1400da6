"""Tests for charts: Word's own, with their figures inside, and words for those who cannot see them."""

from __future__ import annotations

import io

import openpyxl
import pytest

from reportkit.document.blocks import Chart, Series, Text
from reportkit.word.draw.chart_workbook import column

CHART = Chart(
    caption=(Text("Repairs"),),
    description='Repairs in time rose from "88" to 95.',
    categories=("Urgent & new", "Other"),
    series=(Series("This year", (95.0, 71.5)), Series("Last year", (88.0, None))),
    unit="per cent",
)
PART = "word/charts/chart1.xml"


def one(*values, unit=""):
    return Chart((), "D.", tuple("abc"[: len(values)]), (Series("s", values),), unit)


def test_a_chart_is_drawn_from_its_figures_with_each_value_beside_its_bar(draw):
    drawn = draw(CHART)
    assert drawn.find("//c:ser/c:tx//c:v/text()", PART) == ["This year", "Last year"]
    assert drawn.find("//c:ser[1]/c:cat//c:v/text()", PART) == ["Urgent & new", "Other"]
    assert drawn.find("//c:ser[1]/c:val//c:v/text()", PART) == ["95.0", "71.5"]
    assert drawn.find("//c:ser[2]/c:val//c:pt/@idx", PART) == ["0"]
    assert drawn.find("//c:showVal/@val", PART) == ["1", "1"]


def test_its_description_is_the_alternative_text_and_its_caption_a_figure(draw):
    drawn = draw(CHART)
    assert drawn.find("//wp:docPr/@descr") == ['Repairs in time rose from "88" to 95.']
    assert drawn.lines()[0] == ("Caption", "Figure 1. Repairs")


def test_its_workbook_opens_and_holds_the_same_figures(draw):
    book = draw(CHART).parts["word/embeddings/Microsoft_Excel_Sheet1.xlsx"]
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert [[place.value for place in row] for row in sheet.rows] == [
        [None, "This year", "Last year"],
        ["Urgent & new", 95, 88],
        ["Other", 71.5, None],
    ]


def test_axis_ids_are_unsigned(draw):
    assert all(number.isdigit() for number in draw(CHART).find("//c:axId/@val", PART))


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("", "General"),
        ("per cent", 'General"%"'),
        ("pounds", '"£"#,##0.##'),
        ("days", 'General" days"'),
        ('"', "General"),
    ],
)
def test_values_carry_their_unit(draw, unit, code):
    assert draw(one(1.0, unit=unit)).find("//c:dLbls/c:numFmt/@formatCode", PART) == [code]


def test_bars_begin_at_nothing_unless_there_are_negative_values(draw):
    assert draw(one(5.0, 6.0)).find("//c:valAx//c:min/@val", PART) == ["0"]
    assert draw(one(-5.0, None)).find("//c:valAx//c:min", PART) == []


def test_one_series_needs_no_legend_and_one_shorter_than_the_categories_leaves_gaps(draw):
    drawn = draw(Chart((), "D.", ("a", "b"), (Series("s", (1.0,)),)))
    assert drawn.find("//c:legend", PART) == []
    assert drawn.find("//c:val//c:pt/@idx", PART) == ["0"]


def test_several_charts_have_parts_and_ids_of_their_own(draw):
    drawn = draw(CHART, CHART, Chart((), "Nothing yet.", (), ()))
    assert [text for _, text in drawn.lines()[::2]] == ["Figure 1. Repairs", "Figure 2. Repairs", "Figure 3"]
    assert {f"word/charts/chart{number}.xml" for number in (1, 2, 3)} <= set(drawn.parts)


def test_columns_are_lettered_as_in_a_spreadsheet():
    assert [column(nth) for nth in (0, 1, 25, 26, 51, 52, 701, 702)] == ["A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
