"""Tests for the cover and the table of contents."""

from __future__ import annotations

from reportkit.document.blocks import Contents, CoverPage, Heading, Paragraph, Text

HEADINGS = (
    Heading(1, (Text("Summary"),), "section/summary"),
    Heading(2, (Text("Repairs & rents"),)),
    Heading(3, (Text("Small print"),)),
)
COVER = CoverPage(
    "Marlow Reach", "Inspection", (("On site", (Text("8 September"),)),), ("Draft", " "), "The Inspectorate"
)


def test_the_contents_are_filled_with_links_to_the_headings(draw):
    drawn = draw(Contents(), *HEADINGS)
    assert drawn.find("//w:sdt//w:hyperlink/@w:anchor") == ["_Toc000000001", "_Toc000000002"]
    lines = [("".join(p.xpath(".//w:t/text()")), p.style) for p in drawn.doc.element.body.xpath(".//w:sdtContent/w:p")]
    assert lines == [("Contents", "TOCHeading"), ("Summary", "Toc1"), ("Repairs & rents", "Toc2")]
    assert drawn.find("//w:docPartGallery/@w:val") == ["Table of Contents"]


def test_the_contents_are_word_s_field_so_that_word_can_update_them(draw):
    assert draw(Contents(depth=3), *HEADINGS).find("//w:instrText/text()") == [' TOC \\o "1-3" \\h \\z \\u ']


def test_there_is_no_page_column_unless_pages_are_known(draw):
    assert draw(Contents(), *HEADINGS).find("//w:sdt//w:tab") == []


def test_known_pages_are_shown_by_anchor_or_by_words_and_only_those(draw):
    drawn = draw(Contents(depth=3), *HEADINGS, pages={"section/summary": 3, "Repairs & rents": 7})
    lines = ["".join(p.xpath(".//w:t/text()")) for p in drawn.doc.element.body.xpath(".//w:sdtContent/w:p")]
    assert lines == ["Contents", "Summary3", "Repairs & rents7", "Small print"]
    assert drawn.find("//w:instrText[contains(., 'PAGEREF')]/text()") == [
        " PAGEREF _Toc000000001 \\h ", " PAGEREF _Toc000000002 \\h ",
    ]  # fmt: skip


def test_contents_of_nothing_are_not_drawn(draw):
    assert draw(Contents(), HEADINGS[2]).find("//w:sdt") == []


def test_deep_contents_keep_to_the_styles_there_are(draw):
    drawn = draw(Contents(depth=4), Heading(4, (Text("Deep"),)))
    assert drawn.find("//w:sdt//w:pStyle/@w:val") == ["TOCHeading", "Toc3"]


def test_the_cover_says_who_what_and_that_it_is_a_draft(draw):
    assert draw(COVER).lines() == [
        ("Cover Issuer", "The Inspectorate"),
        ("Title", "Marlow Reach"),
        ("Subtitle", "Inspection"),
        ("Cover Notice", "Draft"),
        ("Cover Fact", "On site\t8 September"),
    ]


def test_the_cover_has_a_header_and_footer_of_its_own_and_ends_its_page(draw):
    drawn = draw(COVER, Paragraph((Text("Next"),)))
    assert len(drawn.find("//w:sectPr/w:titlePg")) == 1
    assert len(drawn.find("//w:p[w:r/w:t='Next']/w:pPr/w:pageBreakBefore")) == 1


def test_a_document_without_a_cover_has_the_same_header_on_every_page(draw):
    assert draw(Paragraph((Text("A letter"),))).find("//w:titlePg") == []
