"""The writer that every kind of block is drawn with: the growing body, its styles and its counters."""

from __future__ import annotations

from itertools import count

from reportkit.document.blocks import Run
from reportkit.word.draw.numbering import Numbering
from reportkit.word.draw.runs import Inline
from reportkit.word.styles import StyleIds

TABLE_END = "</w:tbl>"
KEEP_NEXT = "<w:keepNext/>"
_PAGE_BREAK = "<w:pageBreakBefore/>"


class BodyWriter:
    """The body being written, paragraph by paragraph. `width` is the text's width in twentieths of a point.

    Each item of `out` is one whole element of the body.
    """

    def __init__(self, styles: StyleIds, inline: Inline, numbering: Numbering, width: int) -> None:
        self.styles = styles
        self.inline = inline
        self.numbering = numbering
        self.width = width
        self.out: list[str] = []
        self._ids = count(1)
        self._break = ""
        self._space = ""

    def new_page(self) -> None:
        """Begin a page with what is drawn next; at the end of a document this leaves no empty one."""
        self._break = _PAGE_BREAK if self.out else ""

    def space_before(self, distance: int) -> None:
        """Keep the next paragraph this far (in twentieths of a point) from what is above it."""
        self._space = f'<w:spacing w:before="{distance}"/>'

    def ends_with_table(self) -> bool:
        """Say if the last thing drawn is a table."""
        return bool(self.out) and self.out[-1].endswith(TABLE_END)

    def bookmark(self, name: str, content: str) -> str:
        """Return `content` inside a bookmark; unchanged where there is no name."""
        if not name:
            return content
        number = next(self._ids)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'

    def number(self) -> int:
        """Return a number that nothing else in this document has."""
        return next(self._ids)

    def runs(self, runs: tuple[Run, ...]) -> str:
        """Return the XML of `runs`."""
        return self.inline.runs(runs)

    def paragraph(self, style: str, content: str, *, keep: str = "", numbering: str = "") -> None:
        """Draw one paragraph in the style of this name. `content` is XML."""
        self.out.append(self.paragraph_xml(style, content, keep=keep, numbering=numbering))

    def paragraph_xml(self, style: str, content: str, *, keep: str = "", numbering: str = "", align: str = "") -> str:
        """Return one paragraph as XML, for what is drawn inside something else."""
        first, space, self._break, self._space = self._break, self._space, "", ""
        head = f'<w:pStyle w:val="{self.styles[style]}"/>{keep}{first}{numbering}{space}{align}'
        return f"<w:p><w:pPr>{head}</w:pPr>{content}</w:p>"
