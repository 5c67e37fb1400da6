"""Runs as XML: text, links, references and footnote marks inside one paragraph."""

from __future__ import annotations

from typing import Protocol

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part

from reportkit.document.blocks import Footnote, LineBreak, Link, Reference, Run, Text
from reportkit.word.draw.cross_references import ReferenceTarget
from reportkit.word.styles import StyleIds
from reportkit.word.xml_text import escape


class Notes(Protocol):
    """A collection of footnotes."""

    def mark(self, note: Footnote) -> str:
        """Keep `note` and return the run that refers to it."""


class Links:
    """Addresses outside the document, each related once to the part that uses it."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def rid(self, address: str) -> str:
        """Return the relationship id of `address`."""
        return self._ids.setdefault(address, f"rkLink{len(self._ids) + 1}")

    def relate(self, part: Part) -> None:
        """Give `part` the relationships, by ids of our own: python-docx looks through all for every new one."""
        for address, rid in self._ids.items():
            part.load_rel(RT.HYPERLINK, escape_address(address), rid, is_external=True)


def escape_address(address: str) -> str:
    """Return `address` as a relationship's target: Word refuses spaces and control characters in one."""
    return "".join(c if c > " " and c not in '<>"\\^`{|}' and c < "\ud800" else _percent(c) for c in address)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))


class Inline:
    """A drawer of runs for one part: `links` are that part's own relationships."""

    def __init__(self, styles: StyleIds, targets: dict[str, ReferenceTarget], links: Links, notes: Notes) -> None:
        self._styles = styles
        self._targets = targets
        self._links = links
        self._notes = notes

    def runs(self, runs: tuple[Run, ...]) -> str:
        """Return the XML of `runs`."""
        return "".join([self._text(run) if isinstance(run, Text) else self._rarer(run) for run in runs])

    def _rarer(self, run: Link | Reference | Footnote | LineBreak) -> str:
        match run:
            case Link():
                return self._link(run)
            case Reference():
                return self._reference(run)
            case Footnote():
                return self._notes.mark(run)
            case _:
                return "<w:r><w:br/></w:r>"

    def _text(self, run: Text) -> str:
        if run.gap:
            return text_run(bracketed(run.text), f'<w:rStyle w:val="{self._styles["Gap"]}"/>{_emphasis(run)}')
        return text_run(run.text, _emphasis(run)) if run.text else ""

    def _link(self, link: Link) -> str:
        style = f'<w:rStyle w:val="{self._styles["Hyperlink"]}"/>'
        words = "".join(text_run(run.text, style + _emphasis(run)) for run in link.runs)
        return f'<w:hyperlink r:id="{self._links.rid(link.address)}" w:history="1">{words}</w:hyperlink>'

    def _reference(self, reference: Reference) -> str:
        target = self._targets.get(reference.anchor)
        if target is None:
            return self._text(Text(reference.text or f"no such place: {reference.anchor}", gap=True))
        if reference.shows == "words" or not target.label:
            words = reference.text or target.words or target.label or "here"
            return f'<w:hyperlink w:anchor="{target.bookmark}" w:history="1">{text_run(words)}</w:hyperlink>'
        # \r asks for a paragraph's number; a caption's bookmark is already round "Table 3" alone.
        switch = "\\r \\h" if target.label.isdigit() else "\\h"
        return simple_field(f"REF {target.bookmark} {switch}", target.label)


def text_run(text: str, properties: str = "") -> str:
    """Return one run. `properties`: the XML inside its rPr."""
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    space = "" if text == text.strip() else ' xml:space="preserve"'  # else Word would leave out spaces at either end
    return f"<w:r>{marks}<w:t{space}>{escape(text)}</w:t></w:r>"


def simple_field(instruction: str, shown: str) -> str:
    """Return a field with the value that it shows until Word updates it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{text_run(shown)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bracketed(text: str) -> str:
    """Put the words of a gap in square brackets, so that it shows without colour as well."""
    return text if text.startswith("[") and text.endswith("]") else f"[{text or 'not there yet'}]"


def _emphasis(run: Text) -> str:
    if not run.bold and not run.italic:
        return ""
    return ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")
