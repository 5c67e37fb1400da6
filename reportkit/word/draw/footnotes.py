"""The footnotes part: separators −1 and 0, which Word must find, then the notes from 1."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.document import DocumentPart

from reportkit.document.blocks import Footnote, Paragraph, Run, Text
from reportkit.word.draw.cross_references import ReferenceTarget, is_blank, plain
from reportkit.word.draw.runs import Inline, Links, text_run
from reportkit.word.styles import StyleIds
from reportkit.word.xml_text import DECLARATION, NAMESPACES

_FLAT = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
_SEPARATORS = (
    f'<w:footnote w:type="separator" w:id="-1"><w:p>{_FLAT}<w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:type="continuationSeparator" w:id="0"><w:p>{_FLAT}<w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)


class Footnotes:
    """The notes of one document in the order of their marks."""

    def __init__(self, styles: StyleIds, targets: dict[str, ReferenceTarget]) -> None:
        self._styles = styles
        self._links = Links()
        self._inline = Inline(styles, targets, self._links, _NotesInNotes())
        self._notes: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._notes)

    def mark(self, note: Footnote) -> str:
        """Keep `note` and return its mark."""
        number = len(self._notes) + 1
        style = f'<w:rPr><w:rStyle w:val="{self._styles["Footnote Reference"]}"/></w:rPr>'
        paragraphs = [block for block in note.blocks if not is_blank(block.runs)] or [Paragraph((Text("–"),))]
        first = f"<w:r>{style}<w:footnoteRef/></w:r>"
        drawn = [self._paragraph(block, "" if at else first) for at, block in enumerate(paragraphs)]
        self._notes.append(f'<w:footnote w:id="{number}">{"".join(drawn)}</w:footnote>')
        return f'<w:r>{style}<w:footnoteReference w:id="{number}"/></w:r>'

    def add_to(self, body: DocumentPart) -> None:
        """Relate the body to a part with all notes in it."""
        xml = f"{DECLARATION}<w:footnotes {NAMESPACES}>{_SEPARATORS}{''.join(self._notes)}</w:footnotes>"
        part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, xml.encode(), body.package)
        self._links.relate(part)
        body.relate_to(part, RT.FOOTNOTES)

    def _paragraph(self, block: Paragraph, mark: str) -> str:
        runs: tuple[Run, ...] = (Text(" "), *block.runs) if mark else block.runs
        style = f'<w:pPr><w:pStyle w:val="{self._styles["Footnote Text"]}"/></w:pPr>'
        return f"<w:p>{style}{mark}{self._inline.runs(runs)}</w:p>"


class _NotesInNotes:
    """Notes inside notes, which Word does not have: their words go in brackets."""

    def mark(self, note: Footnote) -> str:
        words = " ".join(plain(block.runs) for block in note.blocks)
        return text_run(f" ({words})")
