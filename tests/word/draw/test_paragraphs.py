"""Tests for headings, paragraphs, their numbers and their bookmarks."""

from __future__ import annotations

import pytest

from reportkit.document.blocks import Cell, Heading, PageBreak, Paragraph, Quote, Reference, Table, Text
from reportkit.word.bookmark_names import bookmark_name


def para(text, kind="body", anchor=""):
    return Paragraph((Text(text),), kind, anchor)


@pytest.mark.parametrize(
    ("kind", "style"),
    [
        ("body", "Body Text"),
        ("numbered", "Numbered Para"),
        ("continued", "Continued Para"),
        ("lead", "Lead"),
        ("note", "Note"),
        ("source", "Source"),
    ],
)
def test_each_kind_of_paragraph_has_a_style_of_its_own(draw, kind, style):
    assert draw(para("Words", kind)).lines() == [(style, "Words")]


def test_a_gap_paragraph_stands_in_brackets_as_well_as_in_colour(draw):
    block = Paragraph((Text("No evidence "), Text("yet", gap=True), Reference("x", "words", "!")), "gap")
    assert draw(block).lines() == [("Gap Para", "[No evidence yet[!]]")]


def test_numbers_come_from_the_style_and_its_list_never_from_the_paragraph(draw):
    assert draw(para("One", "numbered"), para("Two", "numbered")).find("//w:numPr") == []


def test_headings_keep_to_four_levels(draw):
    drawn = draw(Heading(1, (Text("A"),)), Heading(4, (Text("B"),)), Heading(6, (Text("C"),)), Heading(0, (Text("D"),)))
    assert [style for style, _ in drawn.lines()] == ["Heading 1", "Heading 4", "Heading 4", "Heading 1"]


def test_what_has_no_words_is_not_drawn_and_takes_no_number(draw):
    drawn = draw(
        Heading(1, (Text(" "),)), para("", "numbered", "finding/a"), para("First", "numbered", "finding/b"),
        Quote((para(" "),)), Paragraph((Reference("finding/b"),)),
    )  # fmt: skip
    assert drawn.lines() == [("Numbered Para", "First"), ("Body Text", "1")]


def test_every_paragraph_of_a_finding_carries_a_bookmark_and_the_next_finding_s_its_own(draw):
    drawn = draw(
        para("One", "numbered", "finding/a"), para("goes on", "continued"), para("and on", "continued"),
        para("Two", "numbered"), para("without a name", "continued"),
    )  # fmt: skip
    names = drawn.find("//w:bookmarkStart/@w:name")
    assert names == [bookmark_name("finding/a", nth) for nth in (1, 2, 3)]


def test_a_heading_ends_what_continued_paragraphs_belong_to(draw):
    drawn = draw(para("One", "numbered", "finding/a"), Heading(2, (Text("H"),), "finding/b"), para("new", "continued"))
    assert drawn.find("//w:bookmarkStart/@w:name") == [bookmark_name("finding/a", 1), bookmark_name("finding/b", 1)]


def test_a_bookmark_stands_inside_its_paragraph(draw):
    drawn = draw(para("One", "numbered", "finding/a"))
    assert [child.tag.split("}")[1] for child in drawn.find("//w:p")[0]] == ["pPr", "bookmarkStart", "r", "bookmarkEnd"]


def test_a_page_break_is_a_property_of_what_follows(draw):
    drawn = draw(para("One"), PageBreak(), PageBreak(), para("Two"), para("Three"), PageBreak())
    assert [len(p.xpath("w:pPr/w:pageBreakBefore")) for p in drawn.doc.element.body.xpath("w:p")] == [0, 1, 0]
    assert drawn.find("//w:br") == []


def test_a_page_break_before_the_first_words_leaves_no_empty_page(draw):
    assert draw(PageBreak(), para("One")).find("//w:pageBreakBefore") == []


def test_a_table_on_a_new_page_takes_the_break_in_its_first_cell(draw):
    table = Table((Cell((Text("A"),)),), ((Cell((Text("B"),)),),))
    assert len(draw(para("One"), PageBreak(), table).find("//w:tbl//w:pageBreakBefore")) == 1


def test_a_quote_has_its_style(draw):
    assert draw(Quote((para("They come when they say."), para("And tidy up.")))).lines() == [
        ("Quote", "They come when they say."),
        ("Quote", "And tidy up."),
    ]
