"""Tests for tables: captions, header rows, words for those who cannot see them, marks without colour."""

from __future__ import annotations

import pytest

from reportkit.document.blocks import Cell, Paragraph, Reference, Table, Text


def cell(text="", **more):
    return Cell((Text(text),) if text else (), **more)


def table(*rows, head=("A", "B"), **more):
    return Table(tuple(cell(t) for t in head), tuple(tuple(cell(t) for t in row) for row in rows), **more)


def test_a_caption_counts_by_a_field_and_stays_with_its_table(draw):
    caption = (Text("Rents"),)
    drawn = draw(table(("1", "2"), caption=caption), table(("3", "4"), caption=caption))
    assert [line for line in drawn.lines() if line[1]] == [("Caption", "Table 1. Rents"), ("Caption", "Table 2. Rents")]
    assert drawn.find("//w:instrText/text()") == [" SEQ Table \\* ARABIC "] * 2
    assert drawn.find("//w:bookmarkStart/@w:name") == ["_Ref000000001", "_Ref000000002"]
    assert len(drawn.find("//w:p[w:pPr/w:pStyle/@w:val='Caption']/w:pPr/w:keepNext")) == 2


def test_the_header_row_repeats_and_no_row_splits(draw):
    drawn = draw(table(("1", "2"), ("3", "4")))
    rows = [[child.tag.split("}")[1] for child in row] for row in drawn.find("//w:trPr")]
    assert rows == [["cantSplit", "tblHeader"], ["cantSplit"], ["cantSplit"]]


def test_title_and_description_are_there_for_those_who_cannot_see_it(draw):
    drawn = draw(table(("1", "2"), caption=(Text('Rents & "debts"'),), description="Two < three."))
    assert drawn.find("//w:tblCaption/@w:val") == ['Rents & "debts"']
    assert drawn.find("//w:tblDescription/@w:val") == ["Two < three."]


@pytest.mark.parametrize(
    ("widths", "drawn_widths"), [((), [4535, 4535]), ((3, 1), [6802, 2268]), ((1, 0), [4535, 4535])]
)
def test_columns_share_the_whole_width(draw, widths, drawn_widths):
    drawn = draw(table(("1", "2"), widths=widths))
    assert [int(width) for width in drawn.find("//w:gridCol/@w:w")] == drawn_widths
    assert sum(drawn_widths) == 9070


def test_ragged_rows_are_filled_up(draw):
    drawn = draw(table(("1",), ("1", "2", "3")))
    assert [len(row.xpath("w:tc")) for row in drawn.doc.element.body.xpath("//w:tr")] == [3, 3, 3]


def test_a_table_without_columns_is_nothing_and_one_without_a_head_has_no_header_row(draw):
    assert draw(Table((), ((), ()), caption=(Text("x"),)), Paragraph((Text("y"),))).find("//w:tbl") == []
    drawn = draw(Table((), ((cell("1"),),)))
    assert drawn.find("//w:tblHeader") == []
    assert drawn.find("//w:tblLook/@w:firstRow") == ["0"]


def test_a_table_without_columns_has_no_number_and_is_no_place_to_refer_to(draw):
    nothing = Table((), (), caption=(Text("x"),), anchor="table/nothing")
    drawn = draw(nothing, table(("1", "2"), caption=(Text("y"),)), Paragraph((Reference("table/nothing"),)))
    assert drawn.lines()[0] == ("Caption", "Table 1. y")
    assert drawn.lines()[-1] == ("Body Text", "[no such place: table/nothing]")


def test_row_heads_are_named_as_such(draw):
    drawn = draw(table(("1", "2"), row_heads=True))
    assert drawn.find("//w:tblLook/@w:firstColumn") == ["1"]
    assert drawn.find("//w:tblLook/@w:val") == ["04A0"]
    assert drawn.find("//w:tr[2]//w:pStyle/@w:val") == ["TableHead", "TableText"]


def test_numbers_stand_to_the_right(draw):
    drawn = draw(Table((cell("A"),), ((cell("1", align="right"),), (cell("2", align="centre"),))))
    assert drawn.find("//w:jc/@w:val") == ["right", "center"]


def test_a_marked_cell_shows_by_a_dot_a_border_and_bold_words_besides_its_tint(draw):
    drawn = draw(Table((cell("A"),), ((cell("Good", mark=True),), (cell(mark=True),))))
    assert [row.cells[0].text for row in drawn.doc.tables[0].rows] == ["A", "● Good", "●"]
    assert len(drawn.find("//w:tcBorders")) == 2
    assert len(drawn.find("//w:tr[2]//w:b")) == 2


def test_a_missing_cell_says_so_in_brackets(draw):
    drawn = draw(Table((cell("A"),), ((cell(gap=True),), (cell("41", gap=True),))))
    assert [row.cells[0].text for row in drawn.doc.tables[0].rows] == ["A", "[not there yet]", "[41]"]


def test_the_last_row_stays_with_what_follows_as_its_source_may(draw):
    drawn = draw(table(("1", "2"), ("3", "4")), Paragraph((Text("Audited."),), "source"))
    assert [len(row.xpath(".//w:keepNext")) for row in drawn.doc.element.body.xpath("//w:tr")] == [2, 0, 2]


def test_two_tables_do_not_grow_together_and_the_last_is_followed_by_a_paragraph(draw):
    drawn = draw(table(("1", "2")), table(("3", "4")))
    assert [child.tag.split("}")[1] for child in drawn.find("//w:body/*")] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_table_followed_by_what_draws_nothing_still_gets_its_paragraph(draw):
    assert draw(table(("1", "2")), Paragraph(())).find("//w:body/*")[1].tag.endswith("}p")


def test_text_below_a_table_keeps_clear_of_it_and_a_source_stays_close(draw):
    text = (Text("x"),)
    drawn = draw(table(("1", "2")), Paragraph(text), table(("3", "4")), Paragraph(text, "source"), Paragraph(text))
    assert drawn.find("//w:spacing/@w:before") == ["200"]
