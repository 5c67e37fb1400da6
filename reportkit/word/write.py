"""Blocks to .docx: open the house file, draw the body in one pass, put it before the section's end, save."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from reportkit.document.blocks import CoverPage, Document
from reportkit.word.body import draw_body
from reportkit.word.charts import Charts
from reportkit.word.footnotes import Footnotes
from reportkit.word.kinds import CT, RT
from reportkit.word.numbering import Numbering
from reportkit.word.package import Package, open_package, parse, serialise
from reportkit.word.pen import Pen
from reportkit.word.plan import plan_of
from reportkit.word.properties import add_properties
from reportkit.word.running import draw_running
from reportkit.word.runs import Inline, Links
from reportkit.word.section import section_of, set_cover, text_width
from reportkit.word.settings import has_even_pages, settle, speak
from reportkit.word.styles import StyleIds, style_ids
from reportkit.word.xmltext import DECLARATION, NAMESPACES

_OPEN = (
    f"{DECLARATION}<w:document {NAMESPACES} "
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><w:body>'
)
_PARAGRAPHS = 500  # in a piece of the body


def write(document: Document, base: bytes, pages: Mapping[str, int] | None = None) -> bytes:
    """`document` as a .docx in the look of `base`, a house file's bytes; the same input gives the same bytes.

    `pages` gives the contents' page numbers by a heading's anchor, or by its words where it has
    none; without it the contents have no page column. Raises Refused, in one sentence, for a base
    that is not a plain .docx or lacks a style that the document needs.
    """
    package = open_package(base)
    styles, numbers = package.needed(RT.STYLES, "styles"), package.needed(RT.NUMBERING, "numbered lists")
    style_root = parse(styles.blob)
    ids, plan = style_ids(style_root), plan_of(document.blocks)
    notes = Footnotes(ids, plan.targets, package.add("/word/footnotes.xml", CT.WML_FOOTNOTES, b""))
    numbering = Numbering(parse(numbers.blob), style_root)
    section = section_of(parse(package.body.blob))
    pen = Pen(ids, Inline(ids, plan.targets, Links(package.body), notes), numbering, text_width(section))
    draw_body(document.blocks, plan, pen, Charts(package), pages or {})
    if numbering.finish():
        numbers.replace(serialise(numbering.root))
    if notes:
        package.body.relate_to(notes.finish(), RT.FOOTNOTES)
    if speak(style_root, document.language):
        styles.replace(serialise(style_root))
    _finish_pages(document, section, package, ids)
    add_properties(document, package)
    return package.save(_body(pen.out, section))


def _body(drawn: list[str], section: etree._Element) -> Iterator[bytes]:
    """The body as text: it was escaped where it was made, and parsing it again would cost its weight twice.

    Each piece is let go as it is taken: the whole as one text and again as bytes would be 30 MiB of 6,000 findings.
    """
    yield _OPEN.encode()
    drawn.reverse()
    while drawn:
        yield "".join(reversed(drawn[-_PARAGRAPHS:])).encode()
        del drawn[-_PARAGRAPHS:]
    end = etree.tostring(section, encoding="unicode", with_tail=False)
    yield f"{end}</w:body></w:document>".encode()


def _finish_pages(document: Document, section: etree._Element, package: Package, styles: StyleIds) -> None:
    """Settings, and the headers and footers that the pages then use."""
    part = package.needed(RT.SETTINGS, "settings")
    settings = parse(part.blob)
    settle(settings, language=document.language, notes=package.part(RT.FOOTNOTES) is not None)
    part.replace(serialise(settings))
    part.rels.clear()
    has_cover = bool(document.blocks) and isinstance(document.blocks[0], CoverPage)
    set_cover(section, wanted=has_cover)
    kinds = ["default", *(["first"] if has_cover else []), *(["even"] if has_even_pages(settings) else [])]
    draw_running(document, section, package, styles, kinds)
