"""Blocks to .docx: open the house file, draw the body in one pass, put it before the section's end, pack."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from docx.document import Document as WordDocument
from docx.oxml.document import CT_Document
from docx.oxml.parser import element_class_lookup
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
from reportkit.word.house_file import keep_look, open_house, replace_document_part, text_width
from reportkit.word.open_document import HOUSE_FILE, damage_refused
from reportkit.word.package import pack
from reportkit.word.styles import StyleIds, style_ids
from reportkit.word.xml_text import NAMESPACES

_OPEN = (
    f"<w:document {NAMESPACES} "
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><w:body>'
)
_CLOSE = "</w:body></w:document>"
_ELEMENTS = 500  # in a piece that is parsed


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
    numbering.finish()
    links.relate(house.part)
    if notes:
        notes.add_to(house.part)
    _finish(document, house, styles, notes=bool(notes))
    return pack(_with_body(house, writer.out))


def _with_body(house: WordDocument, drawn: list[str]) -> WordDocument:
    """Return the document with what was drawn in place of the text of the house file, before the section's end.

    It is parsed where it stays, in a document part of its own: 6,000 findings take as long to move into another tree
    as to parse. Each piece is let go as it is taken.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False)
    parser.set_element_class_lookup(element_class_lookup)
    parser.feed(_OPEN)
    drawn.reverse()
    while drawn:
        parser.feed("".join(reversed(drawn[-_ELEMENTS:])))
        del drawn[-_ELEMENTS:]
    parser.feed(_CLOSE)
    root = cast("CT_Document", parser.close())
    root.body.append(house.element.body.sectPr)
    return replace_document_part(house, root)


def _finish(document: Document, house: WordDocument, styles: StyleIds, *, notes: bool) -> None:
    """Set language, settings and properties, and the headers and footers of the pages.

    It comes before the body: python-docx looks for sections in every paragraph.
    """
    set_language(house.styles.element, document.language)
    update_settings(house.settings.element, language=document.language, notes=notes)
    with damage_refused(HOUSE_FILE):
        has_cover = bool(document.blocks) and isinstance(document.blocks[0], CoverPage)
        house.sections[-1].different_first_page_header_footer = has_cover
        draw_headers_and_footers(document, house, styles)
    add_properties(document, house.part.package)
