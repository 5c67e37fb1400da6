"""Tests for runs: text, links, references and footnotes."""

from __future__ import annotations

import pytest

from reportkit.document.blocks import (
    Cell,
    Chart,
    Footnote,
    Heading,
    LineBreak,
    Link,
    Paragraph,
    Reference,
    Series,
    Table,
    Text,
)
from reportkit.word.bookmark_names import bookmark_name
from reportkit.word.draw.runs import escape_address

FIRST = Paragraph((Text("First"),), "numbered", "finding/a")
SECOND = Paragraph((Text("Second"),), "numbered", "finding/b")
HEADING = Heading(1, (Text("Repairs "), Link((Text("done"),), "https://example.org")), "section/repairs")
TABLE = Table((Cell((Text("A"),)),), ((Cell((Text("B"),)),),), caption=(Text("Words"),), anchor="table/t")
CHART = Chart((Text("Bars"),), "Bars.", ("a",), (Series("s", (1.0,)),), anchor="chart/c")


def paragraph(*runs):
    return Paragraph(runs)


def field(drawn):
    return "".join(drawn.find("//w:body/w:p[last()]//w:instrText/text()")).split()


def test_bold_and_italic_are_word_s_own(draw):
    drawn = draw(paragraph(Text("a", bold=True), Text("b", italic=True), Text("c", bold=True, italic=True), Text("d")))
    assert [(run.bold, run.italic) for run in drawn.doc.paragraphs[0].runs] == [
        (True, None), (None, True), (True, True), (None, None),
    ]  # fmt: skip


def test_a_line_break_stays_inside_its_paragraph(draw):
    assert draw(paragraph(Text("a"), LineBreak(), Text("b"))).lines() == [("Body Text", "a\nb")]


@pytest.mark.parametrize(("text", "shown"), [("size", "[size]"), ("[size]", "[size]"), ("", "[not there yet]")])
def test_a_gap_shows_in_brackets_and_in_its_style(draw, text, shown):
    drawn = draw(paragraph(Text(text, gap=True)))
    assert drawn.lines() == [("Body Text", shown)]
    assert drawn.find("//w:rStyle/@w:val") == ["Gap"]


def test_a_link_is_related_once_however_often_it_is_used(draw):
    link = Link((Text("the guidance"),), "https://example.org/a?b=1&c=2")
    drawn = draw(paragraph(link, link))
    external = drawn.find("//o:Relationship[@TargetMode='External']/@Target", "word/_rels/document.xml.rels")
    assert external == ["https://example.org/a?b=1&c=2"]
    assert [one.address for one in drawn.doc.paragraphs[0].hyperlinks] == ["https://example.org/a?b=1&c=2"] * 2


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/<x>", "https://example.org/%3Cx%3E"),
        ("https://example.org/é", "https://example.org/é"),
        ("https://example.org/\x00\ud83d", "https://example.org/%00%3F"),
    ],
)
def test_an_address_keeps_out_what_word_refuses(address, target):
    assert escape_address(address) == target


def test_a_reference_by_number_shows_the_paragraph_s_number(draw):
    drawn = draw(FIRST, SECOND, paragraph(Text("See "), Reference("finding/b")))
    assert field(drawn) == ["REF", bookmark_name("finding/b", 1), "\\r", "\\h"]
    assert drawn.lines()[-1] == ("Body Text", "See 2")


@pytest.mark.parametrize(("block", "anchor", "label"), [(TABLE, "table/t", "Table 1"), (CHART, "chart/c", "Figure 1")])
def test_a_reference_by_label_shows_the_caption_s_label_and_number(draw, block, anchor, label):
    drawn = draw(block, paragraph(Reference(anchor, "label")))
    assert field(drawn) == ["REF", "_Ref000000001", "\\h"]
    assert drawn.lines()[-1] == ("Body Text", label)


def test_a_reference_by_words_is_a_link_inside_the_document(draw):
    drawn = draw(FIRST, paragraph(Reference("finding/a", "words", "the backlog")))
    assert drawn.find("//w:hyperlink/@w:anchor") == [bookmark_name("finding/a", 1)]
    assert drawn.doc.paragraphs[-1].text == "the backlog"


def test_a_reference_to_what_has_no_number_shows_its_words(draw):
    assert draw(HEADING, paragraph(Reference("section/repairs"))).doc.paragraphs[-1].text == "Repairs done"
    named = Paragraph((Text("x"),), anchor="note/n")
    assert draw(named, paragraph(Reference("note/n"))).doc.paragraphs[-1].text == "here"


def test_a_reference_prefers_the_numbered_paragraph_to_the_heading_of_the_same_name(draw):
    heading = Heading(2, (Text("Slow"),), "finding/a")
    drawn = draw(heading, FIRST, paragraph(Reference("finding/a"), Text(" "), Reference("finding/a", "words")))
    assert drawn.doc.paragraphs[-1].text == "1 Slow"


def test_a_reference_that_leads_nowhere_is_a_gap(draw):
    drawn = draw(paragraph(Reference("finding/gone"), Text(" "), Reference("finding/gone", "words", "that")))
    assert drawn.lines() == [("Body Text", "[no such place: finding/gone] [that]")]


def test_footnotes_have_a_part_with_separators_and_numbers_from_one(draw):
    note = Footnote((Paragraph((Text("Table 6"), Reference("finding/a"))), Paragraph((Text("More"),))))
    drawn = draw(FIRST, paragraph(Text("a"), note), Heading(1, (Text("b"), Footnote(()))))
    assert drawn.find("//w:footnote/@w:id", "word/footnotes.xml") == ["-1", "0", "1", "2"]
    assert drawn.find("//w:footnoteReference/@w:id") == ["1", "2"]
    said = ["".join(p.itertext()) for p in drawn.find("//w:footnote[@w:id>0]/w:p", "word/footnotes.xml")]
    assert said == [f" Table 6 REF {bookmark_name('finding/a', 1)} \\r \\h 1", "More", " –"]
    assert drawn.find("//w:settings/w:footnotePr/w:footnote/@w:id", "word/settings.xml") == ["-1", "0"]


def test_a_link_in_a_footnote_is_related_to_the_footnotes(draw):
    drawn = draw(paragraph(Text("a"), Footnote((paragraph(Link((Text("b"),), "https://example.org")),))))
    assert drawn.find("//o:Relationship/@Target", "word/_rels/footnotes.xml.rels") == ["https://example.org"]


def test_a_footnote_inside_a_footnote_stands_in_brackets_as_word_has_none(draw):
    inner = Footnote((paragraph(Text("inner")),))
    drawn = draw(paragraph(Text("a"), Footnote((paragraph(Text("outer"), inner),))))
    notes = drawn.find("//w:footnote[@w:id>0]", "word/footnotes.xml")
    assert ["".join(note.itertext()) for note in notes] == [" outer (inner)"]


def test_a_document_without_footnotes_has_no_part_for_them(draw):
    assert "word/footnotes.xml" not in draw(FIRST).parts
