"""Lists that restart: a new list instance with a start of its own over the house file's numbers."""

from __future__ import annotations

from lxml import etree

from reportkit.errors import Refused
from reportkit.word.styles import named_styles
from reportkit.word.xml_text import NAMESPACES, w


class Numbering:
    """The numbering part of one document and the lists started in it.

    The lists are added in one pass at the end: python-docx looks for a free number anew for every list.
    """

    def __init__(self, root: etree._Element, styles: etree._Element) -> None:
        self.root = root
        self._styles = styles
        taken = (num.get(w("numId"), "") for num in root.iterfind(w("num")))
        self._last = max((int(number) for number in taken if number.isdecimal()), default=0)
        self._abstract = ""
        self._added: list[str] = []

    def restart(self, level: int, start: int) -> int:
        """Start a numbered list whose items at `level` (from 0) begin at `start`, and return its id."""
        self._abstract = self._abstract or _abstract_of(self.root, self._styles, "list number")
        self._last += 1
        self._added.append(
            f'<w:num w:numId="{self._last}"><w:abstractNumId w:val="{self._abstract}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
        return self._last

    def finish(self) -> None:
        """Put the new lists behind the last one, where Word wants them."""
        if not self._added:
            return
        new = etree.fromstring(f"<w:numbering {NAMESPACES}>{''.join(self._added)}</w:numbering>")
        last = max(self.root.index(num) for num in self.root.iterfind(w("num")))
        self.root[last + 1 : last + 1] = list(new)


def _abstract_of(root: etree._Element, styles: etree._Element, name: str) -> str:
    """Return the abstract list behind a style."""
    abstract = linked_list(root, named_styles(styles).get(name))
    if abstract is None:
        raise Refused(
            "The house file's style “List Number” is not linked to a numbered list",
            remedy="Link it to one in Word, or start again from the house.docx that comes with reportkit.",
        )
    return abstract.get(w("abstractNumId"), "")


def linked_list(root: etree._Element, style: etree._Element | None) -> etree._Element | None:
    """Return the abstract list that a style names, or None."""
    wanted = None if style is None else style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    if wanted is None:
        return None
    numbers = {num.get(w("numId")): num.find(w("abstractNumId")) for num in root.iterfind(w("num"))}
    pointer = numbers.get(wanted.get(w("val")))
    abstracts = {one.get(w("abstractNumId")): one for one in root.iterfind(w("abstractNum"))}
    return None if pointer is None else abstracts.get(pointer.get(w("val")))
