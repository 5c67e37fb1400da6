from __future__ import annotations

import datetime as dt

from reportkit.document.blocks import Block, Document, Heading, Paragraph, Text
from reportkit.word.read.numbered_paragraphs import Numbered, numbered_paragraphs
from reportkit.word.write import write
from tests.publications.builders import ROOT


def drawn(*blocks: Block) -> tuple[Numbered, ...]:
    house = (ROOT / "templates" / "house.docx").read_bytes()
    made = dt.datetime(2004, 6, 14, tzinfo=dt.UTC)
    return numbered_paragraphs(write(Document(blocks=blocks, title="X", made=made), house))


def paragraph(words: str, kind: str = "numbered", anchor: str = "") -> Paragraph:
    return Paragraph((Text(words),), kind, anchor)


def test_every_numbered_paragraph_is_found_with_its_number_its_heading_and_what_it_came_from() -> None:
    found = drawn(
        Heading(1, (Text("The context"),)),
        paragraph("Before anything.", "body"),
        paragraph("One & <two>."),
        Heading(2, (Text("Strengths"),)),
        paragraph("Doors are opened.", anchor="finding/doors"),
        paragraph("And more of it.", "continued"),
        paragraph("Gas is late.", anchor="finding/gas"),
    )
    assert [(each.number, each.heading, each.words) for each in found] == [
        (1, "The context", "One & <two>."),
        (2, "Strengths", "Doors are opened."),
        (3, "Strengths", "Gas is late."),
    ]
    assert [each.is_of("finding/doors") for each in found] == [False, True, False]
    assert found[0].bookmark == ""
