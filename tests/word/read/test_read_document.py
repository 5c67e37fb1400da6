from __future__ import annotations

from reportkit.document.blocks import LineBreak, Paragraph, Text
from reportkit.word.read.read_document import read_document

WORDS = Paragraph((Text("Repairs are on time."),))


def test_a_document_tells_its_properties_and_its_words(draw):
    properties = (("reportkit inspection", "elm & oak"), ("reportkit commit", ""))
    told = read_document(draw(WORDS, properties=properties).blob)
    assert told.properties == dict(properties)
    assert "Repairs are on time." in told.paragraphs


def test_a_document_without_properties_tells_none(draw):
    assert read_document(draw(WORDS).blob).properties == {}


def test_line_breaks_and_what_stands_beside_the_text_are_told_without_page_numbers(draw):
    address = Paragraph((Text("Ann Price"), LineBreak(), Text("Town Hall")))
    told = read_document(draw(address, running_head="Elm Homes", running_foot="The Inspectorate").blob)
    assert "Ann Price\nTown Hall" in told.paragraphs
    assert "Elm Homes" in told.beside
    assert "The Inspectorate\tPage  of " in told.beside
