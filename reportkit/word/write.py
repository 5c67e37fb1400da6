"""Blocks to .docx: open the house file, draw the body in one pass, put it before the section's end, pack."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document as WordDocument
from lxml import etree

from reportkit.document.blocks import CoverPage, Document
from reportkit.word.draw.body import draw_body
from reportkit.word.draw.body_writer import BodyWriter
from reportkit.word.draw.charts import Charts
from reportkit.word.draw.cross_references import cross_references
from reportkit.word.draw.footnotes import Footnotes
from reportkit.word.draw.header_footer import draw_headers_and_footers
from reportkit.word.draw.numbering import Numbering
from reportkit.word.draw.properties import add_properties
from reportkit.word.draw.runs import Inline, Links
from reportkit.word.draw.settings import set_language, update_settings
from reportkit.word.house_file import keep_look, open_house, text_width
from reportkit.word.open_document import HOUSE_FILE, damage_refused
from reportkit.word.package import pack
from reportkit.word.styles import StyleIds, style_ids
from reportkit.word.xml_text import NAMESPACES

_OPEN = (
    f"<w:body {NAMESPACES} "
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
)
_CLOSE = "</w:body>"
_ELEMENTS = 500  # in a piece of the body
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def write(document: Document, base: bytes, pages: Mapping[str, int] | None = None) -> bytes:
    """Return `document` as a .docx in the look of `base`, a house file's bytes; the same input gives the same bytes.

    `pages` gives the contents' page numbers by a heading's anchor, or by its words where it has
    none; without it the contents have no page column. Raises Refused, in one sentence, for a base
    that is not a plain .docx or lacks a style that the document needs.
    """
    house = open_house(base)
    with damage_refused(HOUSE_FILE):
        keep_look(house)
        width = text_width(house)
    styles = style_ids(house.styles.element)
    references, links = cross_references(document.blocks), Links()
    notes = Footnotes(styles, references.targets)
    numbering = Numbering(house.part.numbering_part.element, house.styles.element)
    writer = BodyWriter(styles, Inline(styles, references.targets, links, notes), numbering, width)
    draw_body(document.blocks, references, writer, Charts(house.part), pages or {})
    _put_body(house, writer.out)
    numbering.finish()
    links.relate(house.part)
    if notes:
        notes.add_to(house.part)
    _finish(document, house, styles, notes=bool(notes))
    return pack(house)


def _put_body(house: WordDocument, drawn: list[str]) -> None:
    """Parse what was drawn into the document's body, before the section's end.

    It goes in by pieces: 6,000 findings parsed as a whole take twice as long to move into python-docx's document.
    """
    body = house.element.body
    section = body.sectPr
    body.remove(section)
    drawn.reverse()
    while drawn:
        piece = "".join((_OPEN, *reversed(drawn[-_ELEMENTS:]), _CLOSE))
        del drawn[-_ELEMENTS:]
        body.extend(etree.fromstring(piece, _PARSER))
    body.append(section)


def _finish(document: Document, house: WordDocument, styles: StyleIds, *, notes: bool) -> None:
    """Set language, settings and properties, and the headers and footers of the pages."""
    set_language(house.styles.element, document.language)
    update_settings(house.settings.element, language=document.language, notes=notes)
    with damage_refused(HOUSE_FILE):
        has_cover = bool(document.blocks) and isinstance(document.blocks[0], CoverPage)
        house.sections[-1].different_first_page_header_footer = has_cover
        draw_headers_and_footers(document, house, styles)
    add_properties(document, house.part.package)
