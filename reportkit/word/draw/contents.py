"""The table of contents: Word's own field, filled with the headings, so that nothing needs updating at opening."""

from __future__ import annotations

from collections.abc import Mapping

from reportkit.document.blocks import Contents
from reportkit.word.draw.body_writer import BodyWriter
from reportkit.word.draw.cross_references import ContentsEntry
from reportkit.word.draw.runs import simple_field, text_run

_OPEN = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    "</w:sdtPr><w:sdtContent>"
)
_CLOSE = "</w:sdtContent></w:sdt>"
_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
    ' TOC \\o "1-{depth}" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_DEEPEST = 3


def draw_contents(
    block: Contents, entries: tuple[ContentsEntry, ...], pages: Mapping[str, int], writer: BodyWriter
) -> None:
    """Draw the contents; where there are no headings, nothing.

    `pages` gives page numbers by an entry's key. An entry without one has no page column: a wrong
    page is worse than none.
    """
    listed = [entry for entry in entries if entry.level <= block.depth]
    if not listed:
        return
    lines = [writer.paragraph_xml("TOC Heading", text_run(block.title))]
    for at, entry in enumerate(listed):
        begin = "" if at else _BEGIN.format(depth=block.depth)
        end = _END if at == len(listed) - 1 else ""
        lines.append(
            writer.paragraph_xml(f"TOC {min(max(entry.level, 1), _DEEPEST)}", begin + _line(entry, pages) + end)
        )
    writer.out.append("".join((_OPEN, *lines, _CLOSE)))


def _line(entry: ContentsEntry, pages: Mapping[str, int]) -> str:
    page = ""
    if entry.key in pages:
        page = "<w:r><w:tab/></w:r>" + simple_field(f"PAGEREF {entry.bookmark} \\h", str(pages[entry.key]))
    return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{text_run(entry.words)}{page}</w:hyperlink>'
