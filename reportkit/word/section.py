"""The section: paper, margins, headers and footers, taken over from the house file."""

from __future__ import annotations

from lxml import etree

from reportkit.word.xmltext import NAMESPACES, w

_A4 = (
    f'<w:sectPr {NAMESPACES}><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" '
    'w:left="1440" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)
_BEHIND_TITLE_PAGE = {
    w(tag) for tag in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange")
}


def section_of(root: etree._Element) -> etree._Element:
    """The last section of a document part; A4 where it has none."""
    found = root.find(f"{w('body')}/{w('sectPr')}")
    return etree.fromstring(_A4) if found is None else found


def text_width(section: etree._Element) -> int:
    """Between the margins, in twentieths of a point."""
    margins = _value(section, "pgMar", "left", 1440) + _value(section, "pgMar", "right", 1440)
    return max(_value(section, "pgSz", "w", 11906) - margins, 1440)


def set_cover(section: etree._Element, *, wanted: bool) -> None:
    """Give the first page a header and footer of its own, or the same as every page."""
    for element in section.findall(w("titlePg")):
        section.remove(element)
    if wanted:
        behind = (at for at, child in enumerate(section) if child.tag in _BEHIND_TITLE_PAGE)
        section.insert(next(behind, len(section)), etree.Element(w("titlePg")))


def _value(section: etree._Element, tag: str, attribute: str, otherwise: int) -> int:
    element = section.find(w(tag))
    text = "" if element is None else element.get(w(attribute), "")
    return int(text) if text.isdecimal() else otherwise
