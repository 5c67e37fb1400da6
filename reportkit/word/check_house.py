"""A check of an organisation's own house file: everything that keeps a report from being drawn with it, in words."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document as HouseFile
from docx.section import Sections
from docx.shared import Mm
from lxml import etree

from reportkit.word.contrast import ENOUGH, faint_styles
from reportkit.word.draw.header_footer import FOOTER_SLOT, HEADER_SLOT
from reportkit.word.draw.numbering import linked_list
from reportkit.word.house_file import open_house
from reportkit.word.open_document import HOUSE_FILE, damage_refused
from reportkit.word.styles import REQUIRED, named_styles, style_ids
from reportkit.word.xml_text import w

_LANGUAGE = "en-GB"
_LEAST_SIZE = 24  # half points: 12 pt
_A4, _ROUNDING = (Mm(210), Mm(297)), Mm(0.5)
_LISTS = {"Numbered Para": "decimal", "List Number": "decimal", "List Bullet": "bullet"}


def check_house(base: bytes) -> tuple[str, ...]:
    """Return what is wrong with a house file, one sentence each; nothing if a report can be drawn with it.

    Looks at styles by name and type, language, body size, contrast (at least 4.5 to 1), paper,
    numbering and the places of the running head and foot. Raises Refused for what is not a plain .docx.
    """
    house = open_house(base)
    with damage_refused(HOUSE_FILE):
        return tuple(_problems(house))


def _problems(house: HouseFile) -> Iterator[str]:
    styles, numbering = house.styles.element, house.part.numbering_part.element
    yield from _missing_styles(styles)
    yield from _language(styles)
    yield from _size(styles)
    yield from _contrast(styles)
    yield from _paper(house.sections)
    yield from _numbering(styles, numbering)
    yield from _slots(house)


def _missing_styles(styles: etree._Element) -> Iterator[str]:
    ids, named = style_ids(styles), named_styles(styles)
    for name, kind in REQUIRED.items():
        if name in ids:
            continue
        other = named.get(name.lower())
        found = "" if other is None else f", only a {other.get(w('type'), 'nameless')} style of that name"
        yield f"There is no {kind} style named “{name}”{found}. Add it in Word."


def _language(styles: etree._Element) -> Iterator[str]:
    element = styles.find(f"{w('docDefaults')}//{w('lang')}")
    language = "not set" if element is None else element.get(w("val"), "not set")
    if language != _LANGUAGE:
        yield f"The language is {language}, not {_LANGUAGE}. Set English (United Kingdom) as the default language."


def _size(styles: etree._Element) -> Iterator[str]:
    normal = named_styles(styles).get("normal")
    own = None if normal is None else normal.find(f"{w('rPr')}/{w('sz')}")
    default = styles.find(f"{w('docDefaults')}//{w('sz')}") if own is None else own
    size = "20" if default is None else default.get(w("val"), "20")
    if not size.isdecimal() or int(size) < _LEAST_SIZE:
        yield "Body text is smaller than 12 point. Set the style “Normal” to 12 point or more."


def _contrast(styles: etree._Element) -> Iterator[str]:
    for name, ratio in faint_styles(styles):
        yield (
            f"The text of style “{name}” stands out by {ratio:.1f} to 1, which is too faint. "
            f"Choose colours with at least {ENOUGH} to 1."
        )


def _paper(sections: Sections) -> Iterator[str]:
    if not len(sections):
        return  # documents are A4 then
    sides = sorted((sections[-1].page_width or 0, sections[-1].page_height or 0))  # upright or across
    if any(abs(side - exact) > _ROUNDING for side, exact in zip(sides, _A4, strict=True)):
        yield "The paper is not A4. Set it under Layout, Size."


def _numbering(styles: etree._Element, numbering: etree._Element) -> Iterator[str]:
    named = named_styles(styles)
    for name, form in _LISTS.items():
        style = named.get(name.lower())
        if style is None:
            continue
        linked = linked_list(numbering, style)
        level = None if linked is None else linked.find(w("lvl"))
        if level is None or level.find(f"{w('numFmt')}[@{w('val')}='{form}']") is None:
            yield f"The style “{name}” is not linked to a list with {_CALLED[form]}. Link it under Multilevel List."


_CALLED = {"decimal": "the numbers 1, 2, 3", "bullet": "bullets"}


def _slots(house: HouseFile) -> Iterator[str]:
    for slot, area in ((HEADER_SLOT, "header"), (FOOTER_SLOT, "footer")):
        if slot not in _words(house, area):
            yield f"The {area} has no place for the {slot.strip('[]')}. Type {slot} where it should stand."


def _words(house: HouseFile, area: str) -> str:
    """Return the words of every header, or every footer, that the file has of its own, in tables and text boxes too."""
    names = (area, f"first_page_{area}", f"even_page_{area}")
    parts = (getattr(section, name) for section in house.sections for name in names)
    own = (part.part.element for part in parts if not part.is_linked_to_previous)
    return "".join(text.text or "" for element in own for text in element.iter(w("t")))
