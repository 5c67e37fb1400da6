"""The named styles that a house file must have, and their ids in the one at hand.

Everything drawn carries one of these names, so that an organisation changes the look of its
documents in Word, by changing its house file's styles.
"""

from __future__ import annotations

from typing import Literal

from lxml import etree

from reportkit.errors import Refused
from reportkit.word.xml_text import w

StyleType = Literal["paragraph", "character", "table"]

REQUIRED: dict[str, StyleType] = {
    "Normal": "paragraph",
    "Body Text": "paragraph",
    "Title": "paragraph",
    "Subtitle": "paragraph",
    "Heading 1": "paragraph",
    "Heading 2": "paragraph",
    "Heading 3": "paragraph",
    "Heading 4": "paragraph",
    "Numbered Para": "paragraph",
    "Continued Para": "paragraph",
    "Lead": "paragraph",
    "Note": "paragraph",
    "Source": "paragraph",
    "Gap Para": "paragraph",
    "List Bullet": "paragraph",
    "List Bullet 2": "paragraph",
    "List Number": "paragraph",
    "List Number 2": "paragraph",
    "List Continue": "paragraph",
    "List Continue 2": "paragraph",
    "Quote": "paragraph",
    "Caption": "paragraph",
    "Figure": "paragraph",
    "Table Text": "paragraph",
    "Table Head": "paragraph",
    "TOC Heading": "paragraph",
    "TOC 1": "paragraph",
    "TOC 2": "paragraph",
    "TOC 3": "paragraph",
    "Footnote Text": "paragraph",
    "Annotation Text": "paragraph",
    "Header": "paragraph",
    "Footer": "paragraph",
    "Cover Issuer": "paragraph",
    "Cover Notice": "paragraph",
    "Cover Fact": "paragraph",
    "Footnote Reference": "character",
    "Annotation Reference": "character",
    "Hyperlink": "character",
    "Gap": "character",
    "Report Table": "table",
}


class StyleIds(dict[str, str]):
    """Style ids by required name; asking for one that the house file lacks is refused in a sentence."""

    def __missing__(self, name: str) -> str:
        kind = REQUIRED[name]
        raise Refused(
            f"The house file has no {kind} style named “{name}”",
            remedy="Add that style in Word, or start again from the house.docx that comes with reportkit.",
        )


def named_styles(root: etree._Element) -> dict[str, etree._Element]:
    """Return the elements of a styles part by name in lower case: Word's own names differ only in case."""
    elements = root.iterfind(w("style"))
    return {_name(element).lower(): element for element in elements}


def style_ids(root: etree._Element) -> StyleIds:
    """Return the ids of the required styles that a styles part has."""
    found = named_styles(root)
    return StyleIds(
        (name, found[name.lower()].get(w("styleId"), ""))
        for name, kind in REQUIRED.items()
        if name.lower() in found and found[name.lower()].get(w("type")) == kind
    )


def _name(style: etree._Element) -> str:
    element = style.find(w("name"))
    return "" if element is None else element.get(w("val"), "")
