"""Whether an organisation's own house file can carry a report: everything that is wrong with it, in words."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reportkit.word.contrast import ENOUGH, faint_styles
from reportkit.word.kinds import RT
from reportkit.word.numbering import linked_list
from reportkit.word.package import Package, open_package, parse
from reportkit.word.running import FOOT, HEAD
from reportkit.word.section import is_a4, section_of
from reportkit.word.styles import REQUIRED, named_styles, style_ids
from reportkit.word.xmltext import w

_LANGUAGE = "en-GB"
_LEAST_SIZE = 24  # half points: 12 pt
_LISTS = {"Numbered Para": "decimal", "List Number": "decimal", "List Bullet": "bullet"}


def check_house(base: bytes) -> tuple[str, ...]:
    """What is wrong with a house file, one sentence each; nothing if a report can be drawn with it.

    Looks at styles by name and type, language, body size, contrast (at least 4.5 to 1), paper,
    numbering and the places of the running head and foot. Raises Refused for what is not a plain .docx.
    """
    package = open_package(base)
    styles = parse(package.needed(RT.STYLES, "styles").blob)
    numbering = parse(package.needed(RT.NUMBERING, "numbered lists").blob)
    return (
        *_missing_styles(styles),
        *_language(styles),
        *_size(styles),
        *_contrast(styles),
        *_paper(package),
        *_numbering(styles, numbering),
        *_running(package),
    )


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


def _paper(package: Package) -> Iterator[str]:
    if not is_a4(section_of(parse(package.body.blob))):
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


def _running(package: Package) -> Iterator[str]:
    said = {RT.HEADER: "", RT.FOOTER: ""}
    for rel in package.body.rels.values():
        if rel.reltype in said:
            said[rel.reltype] += "".join(text.text or "" for text in parse(rel.target_part.blob).iter(w("t")))
    for kind, slot, place in ((RT.HEADER, HEAD, "header"), (RT.FOOTER, FOOT, "footer")):
        if slot not in said[kind]:
            yield f"The {place} has no place for the {slot.strip('[]')}. Type {slot} where it should stand."
