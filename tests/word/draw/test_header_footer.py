"""Tests for running heads and feet and the marking across every page."""

from __future__ import annotations

import re

from reportkit.document.blocks import CoverPage, Paragraph, Text

WORDS = Paragraph((Text("Words"),))
SHAPE = "//v:shape/v:textpath/@string"


def said(drawn, part):
    return "".join(drawn.find("//w:t/text()", part))


def headers(drawn):
    return sorted(name for name in drawn.parts if re.fullmatch(r"word/header[^/]*\.xml", name))


def marks(drawn):
    return [drawn.find(SHAPE, name) for name in headers(drawn)]


def test_the_document_s_words_take_the_places_the_house_file_gives_them(draw):
    drawn = draw(WORDS, running_head="Head & <co>\x00", running_foot="Foot")
    assert said(drawn, "word/header1.xml") == "Head & <co>\ufffd"
    assert said(drawn, "word/footer1.xml") == "FootPage 1 of 1"
    assert drawn.find("//w:instrText/text()", "word/footer1.xml") == [" PAGE ", " NUMPAGES "]


def test_a_marking_stands_in_every_header_the_cover_s_too(draw):
    drawn = draw(CoverPage("T"), WORDS, marking='DRAFT "1"')
    assert marks(drawn) == [['DRAFT "1"'], ['DRAFT "1"']]
    ids = [drawn.find("//v:shape/@id", name)[0] for name in headers(drawn)]
    assert len(set(ids)) == 2


def test_without_a_marking_there_is_none(draw):
    assert marks(draw(CoverPage("T"), WORDS)) == [[], []]


def test_headers_that_the_house_file_lacks_are_made_for_the_marking(draw, changed):
    both = '<w:headerReference w:type="default" r:id="rId6"/><w:headerReference w:type="first" r:id="rId7"/>'
    base = changed({"word/document.xml": (both, "")})
    drawn = draw(CoverPage("T"), WORDS, base=base, marking="DRAFT")
    assert headers(drawn) == ["word/header1.xml", "word/header2.xml"]
    assert marks(drawn) == [["DRAFT"], ["DRAFT"]]


def test_even_pages_are_marked_where_the_house_file_has_them(draw, changed):
    base = changed({"word/settings.xml": ("<w:characterSpacing", "<w:evenAndOddHeaders/><w:characterSpacing")})
    assert marks(draw(WORDS, base=base, marking="DRAFT")) == [["DRAFT"], ["DRAFT"], ["DRAFT"]]


def test_a_header_that_is_made_is_in_the_house_file_s_style(draw, changed):
    both = '<w:headerReference w:type="default" r:id="rId6"/><w:headerReference w:type="first" r:id="rId7"/>'
    styles = ('w:styleId="Header"', 'w:styleId="Kopfzeile"')
    base = changed({"word/document.xml": (both, ""), "word/styles.xml": styles})
    assert draw(WORDS, base=base, marking="DRAFT").find("//w:pStyle/@w:val", "word/header1.xml") == ["Kopfzeile"]


def test_one_header_for_all_pages_is_marked_once(draw, changed):
    base = changed({"word/document.xml": ('w:type="first" r:id="rId7"', 'w:type="first" r:id="rId6"')})
    drawn = draw(CoverPage("T"), WORDS, base=base, marking="DRAFT")
    assert drawn.find(SHAPE, "word/header1.xml") == ["DRAFT"]


def test_a_reference_that_leads_nowhere_is_dropped(draw, changed):
    base = changed({"word/document.xml": ('w:type="first" r:id="rId7"', 'w:type="first" r:id="rId99"')})
    assert draw(WORDS, base=base).find("//w:headerReference/@w:type") == ["default"]


def test_a_header_without_a_paragraph_gets_one_for_the_marking(draw, changed):
    paragraph = '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'
    base = changed({"word/header2.xml": (paragraph, "")})
    assert draw(CoverPage("T"), WORDS, base=base, marking="DRAFT").find(SHAPE, "word/header2.xml") == ["DRAFT"]
