"""Headers and footers, and the marking across every page.

The house file owns its headers and footers. Where they say `[running head]` or `[running foot]` the
document's own words go; the marking goes into every header, the cover's too, and a header is made
where the house file has none, so that a marked document never has an unmarked page.
"""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from docx.parts.hdrftr import HeaderPart
from docx.section import _Header
from lxml import etree

from reportkit.document.blocks import Document
from reportkit.word.styles import StyleIds
from reportkit.word.xml_text import NAMESPACES, R, allowed, escape, w

_RID = f"{{{R}}}id"
_KINDS = {w("headerReference"): RT.HEADER, w("footerReference"): RT.FOOTER}
HEADER_SLOT, FOOTER_SLOT = "[running head]", "[running foot]"
_VML = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
    '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>'
    '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
    '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
_TALLEST, _WIDEST = 140, 440  # points


def draw_headers_and_footers(document: Document, house: WordDocument, styles: StyleIds) -> None:
    """Put the document's words and marking into the headers and footers of the section.

    A header that pages use and the house file lacks is made where there is a marking.
    """
    _drop_unused(house)
    if document.marking:
        for header in _headers_in_use(house):
            if header.is_linked_to_previous:
                _add_header(header, styles)
    for number, part in enumerate(_parts(house), start=1):
        _fill_slots(part.element, {HEADER_SLOT: document.running_head, FOOTER_SLOT: document.running_foot})
        if document.marking and isinstance(part, HeaderPart):
            _add_watermark(part.element, document.marking, number)


def _headers_in_use(house: WordDocument) -> Iterator[_Header]:
    section = house.sections[-1]
    yield section.header
    if section.different_first_page_header_footer:
        yield section.first_page_header
    if house.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header


def _add_header(header: _Header, styles: StyleIds) -> None:
    """Make a header of the section's own, with its one paragraph in the house file's style."""
    header.is_linked_to_previous = False
    for paragraph in header.part.element.p_lst:
        paragraph.style = styles["Header"]


def _references(house: WordDocument) -> list[etree._Element]:
    section = house.element.body.sectPr
    return [*section.findall(w("headerReference")), *section.findall(w("footerReference"))]


def _drop_unused(house: WordDocument) -> None:
    """Drop references that lead nowhere, which make Word call the file corrupt, and headers that no page uses."""
    rels = house.part.rels
    for reference in _references(house):
        rid = reference.get(_RID, "")
        if rid not in rels or rels[rid].reltype != _KINDS[reference.tag]:
            house.element.body.sectPr.remove(reference)
    used = {reference.get(_RID, "") for reference in _references(house)}
    for rid in [rid for rid, rel in rels.items() if rel.reltype in _KINDS.values() and rid not in used]:
        del rels[rid]


def _parts(house: WordDocument) -> list[XmlPart]:
    """Return the headers and footers that the section uses, each once: one may serve two kinds of page."""
    parts = (house.part.related_parts[reference.get(_RID, "")] for reference in _references(house))
    return list({part.partname: part for part in parts}.values())


def _fill_slots(root: etree._Element, words: dict[str, str]) -> None:
    for text in root.iter(w("t")):
        for slot, said in words.items():
            if text.text and slot in text.text:
                text.text = text.text.replace(slot, allowed(said))


def _add_watermark(root: etree._Element, marking: str, number: int) -> None:
    paragraph = next(root.iter(w("p")), None)
    if paragraph is None:
        paragraph = etree.SubElement(root, w("p"))
    paragraph.append(etree.fromstring(_watermark(escape(marking), number)))


def _watermark(words: str, number: int) -> str:
    width = min(_WIDEST, max(len(words), 4) * 60)
    height = min(_TALLEST, round(width / max(len(words), 1) * 1.6))
    return (
        f"<w:r {NAMESPACES} {_VML}><w:rPr><w:noProof/></w:rPr><w:pict>{_SHAPE_TYPE}"
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" '
        f'alt="{words}" style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;'
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="silver" '
        'stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" '
        f'string="{words}"/><w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
    )
