"""The house file of an organisation in python-docx: opened, checked for the parts that drawing needs, and emptied.

Only its look goes into a document: styles, lists, settings, theme, fonts, headers and footers.
"""

from __future__ import annotations

from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.document import CT_Document
from docx.parts.document import DocumentPart
from docx.shared import Emu, Inches, Mm

from reportkit.errors import Refused
from reportkit.word.open_document import HOUSE_FILE, damage_refused, open_house_file
from reportkit.word.xml_text import NAMESPACES, w

_ROOTS: Final = {
    RT.STYLES: w("styles"),
    RT.NUMBERING: w("numbering"),
    RT.SETTINGS: w("settings"),
    RT.HEADER: w("hdr"),
    RT.FOOTER: w("ftr"),
}
_NEEDED: Final = {RT.STYLES: "styles", RT.NUMBERING: "numbered lists", RT.SETTINGS: "settings"}
# Word on the web saves styles2.xml and document2.xml; a finished document has the usual names.
_NAMES: Final = {RT.STYLES: "styles", RT.NUMBERING: "numbering", RT.SETTINGS: "settings"}
_KEPT_FROM_BODY: Final = {*_ROOTS, RT.THEME, RT.FONT_TABLE, RT.WEB_SETTINGS}
_KEPT_FROM_PACKAGE: Final = {RT.OFFICE_DOCUMENT, RT.EXTENDED_PROPERTIES}
# What belongs to the section of the house file's own text: a printer, and a tracked change.
_OWN_TO_SECTION: Final = (w("printerSettings"), w("sectPrChange"))
_LEAST_WIDTH: Final = 1440
_A4: Final = (
    f'<w:sectPr {NAMESPACES}><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" '
    'w:left="1440" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)


def open_house(base: bytes) -> Document:
    """Open a house file. Raises Refused, in one sentence, when it is damaged or lacks a part that drawing needs."""
    house = open_house_file(base)
    kinds = [relationship.reltype for relationship in house.part.rels.values()]
    for kind, called in _NEEDED.items():
        if kind not in kinds:
            raise Refused(f"The house file has no {called}", remedy=HOUSE_FILE.remedy)
    with damage_refused(HOUSE_FILE):
        _refuse_other_kinds(house)
    return house


def keep_look(house: Document) -> None:
    """Take the house file's own text away, with everything that belongs to it."""
    _keep(house.part.package.rels, _KEPT_FROM_PACKAGE)
    _keep(house.part.rels, _KEPT_FROM_BODY)
    house.part.part_related_by(RT.SETTINGS).rels.clear()  # a template that the file was made from
    for kind, name in _NAMES.items():
        house.part.part_related_by(kind).partname = PackURI(f"/word/{name}.xml")
    body = house.element.body
    for beside in [child for child in house.element if child is not body]:
        house.element.remove(beside)  # a background may name a picture that is not kept
    body.clear_content()
    if body.sectPr is None:
        body.append(parse_xml(_A4))
    for element in [child for child in body.sectPr if child.tag in _OWN_TO_SECTION]:
        body.sectPr.remove(element)


def text_width(house: Document) -> int:
    """Return the width between the margins, in twentieths of a point; A4 and an inch where the section has none."""
    section = house.sections[-1]
    width = Mm(210) if section.page_width is None else section.page_width
    margins = (Inches(1) if side is None else side for side in (section.left_margin, section.right_margin))
    width_in_twips: int = Emu(width - sum(margins)).twips
    return max(width_in_twips, _LEAST_WIDTH)


def replace_document_part(house: Document, root: CT_Document) -> Document:
    """Put a document part with another root into the package of the house file, with the same relationships."""
    old, package = house.part, house.part.package
    part = DocumentPart(PackURI("/word/document.xml"), old.content_type, root, package)
    for rid, one in old.rels.items():
        part.load_rel(one.reltype, one.target_ref if one.is_external else one.target_part, rid, one.is_external)
    for rid in [rid for rid, one in package.rels.items() if one.reltype == RT.OFFICE_DOCUMENT]:
        package.load_rel(RT.OFFICE_DOCUMENT, part, rid)
    document: Document = part.document
    return document


def _refuse_other_kinds(house: Document) -> None:
    """Raise ValueError when a part is not what its relationship says: python-docx would trip over it later."""
    if house.element.tag != w("document") or house.element.body is None:
        raise ValueError(house.element.tag)
    for kind in _NEEDED:
        house.part.part_related_by(kind)  # raises ValueError when there are two
    for relationship in house.part.rels.values():
        root = _ROOTS.get(relationship.reltype)
        part = relationship.target_part if root else None
        if root and not (isinstance(part, XmlPart) and part.element.tag == root):
            raise ValueError(relationship.reltype)


def _keep(rels: Relationships, kinds: set[str]) -> None:
    for rid in [rid for rid, one in rels.items() if one.is_external or one.reltype not in kinds]:
        del rels[rid]
