"""The cover: issuer, title, notices that cannot be overlooked, and the facts as label and value."""

from __future__ import annotations

from reportkit.document.blocks import CoverPage
from reportkit.word.draw.body_writer import BodyWriter
from reportkit.word.draw.runs import text_run

_ABOVE_FACTS = 480
_TAB = "<w:r><w:tab/></w:r>"


def draw_cover(cover: CoverPage, writer: BodyWriter) -> None:
    """Draw the cover; what follows begins a new page.

    Facts are paragraphs with a tab, not a table: they are read aloud in order, label then value.
    """
    for style, words in (("Cover Issuer", cover.issuer), ("Title", cover.title), ("Subtitle", cover.subtitle)):
        if words.strip():
            writer.paragraph(style, text_run(words))
    for notice in cover.notices:
        if notice.strip():
            writer.paragraph("Cover Notice", text_run(notice))
    writer.space_before(_ABOVE_FACTS)
    for label, value in cover.facts:
        writer.paragraph("Cover Fact", f"{text_run(label, '<w:b/>')}{_TAB}{writer.runs(value)}")
    writer.new_page()
