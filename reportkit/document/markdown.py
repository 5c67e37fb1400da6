"""Markdown → blocks: the text of findings, narratives and titles.

Allowed: paragraphs, **bold**, *italic*, lists of two levels, links (http, https, mailto), references
to findings (`[the backlog](finding:repairs-backlog)` shows those words, `<finding:repairs-backlog>`
the paragraph's number), quotations, tables, footnotes. All else is refused with its line.

    blocks_of(text, file, line)                     paragraphs as `body`
    blocks_of(text, file, line, NUMBERED)           a narrative whose paragraphs are numbered
    blocks_of(text, file, line, FINDING, "finding/slow-repairs")
    runs_of(title, file, line)                      words on one line
"""

from __future__ import annotations

from msgspec.structs import replace

from reportkit.document.blocks import Block, Paragraph, Run
from reportkit.document.fast_markdown import NotPlain, clean, plain_blocks, plain_runs
from reportkit.document.flaw import Flaw, refuse
from reportkit.document.markdown_tokens import InlineStyle, Parsed, parse_marked
from reportkit.document.parser import parse_line
from reportkit.document.runs import RunContext, runs_from

BODY = InlineStyle()
NUMBERED = InlineStyle(first="numbered", rest="numbered", lists_continue=True)
FINDING = InlineStyle(first="numbered", rest="continued", lists_continue=True)


def blocks_of(text: str, file: str, line: int, manner: InlineStyle = BODY, anchor: str = "") -> tuple[Block, ...]:
    """Return a text's blocks. `file` and `line` say where it begins; `anchor` names its first paragraph.

    An empty text has no blocks. Raises Unreadable with a Flaw for everything that is not allowed.
    """
    parsed = parse(text, file, line, manner, anchor)
    refuse(parsed.flaws)
    return parsed.blocks


def parse(text: str, file: str, line: int, manner: InlineStyle = BODY, anchor: str = "") -> Parsed:
    """Return a text's blocks and its flaws, raising nothing: for callers that gather the flaws of many texts."""
    text = clean(text)
    try:
        parsed = Parsed(plain_blocks(text, manner))
    except NotPlain:
        parsed = parse_marked(text, lambda number: (file, line + number - 1), manner, {})
    return _anchored(parsed, anchor, file, line) if anchor else parsed


def runs_of(text: str, file: str, line: int) -> tuple[Run, ...]:
    """Return the runs of a text that stands on one line: a title, a reason, a caption.

    Numbers and signs that would begin a list or heading elsewhere are only words here. Raises
    Unreadable with a Flaw for everything that is not allowed.
    """
    text = clean(text).strip()
    try:
        return plain_runs(text)
    except NotPlain:
        return _parsed_runs(text, file, line)


def _parsed_runs(text: str, file: str, line: int) -> tuple[Run, ...]:
    flaws: list[Flaw] = []

    def complain(at: int, message: str, remedy: str) -> None:
        flaws.append(Flaw(file, line + at, message, remedy))

    node = parse_line(text)
    runs = runs_from(node.token.children or [], 0, RunContext(complain))
    refuse(tuple(flaws))
    return runs


def _anchored(parsed: Parsed, anchor: str, file: str, line: int) -> Parsed:
    if not parsed.blocks:
        return parsed
    first, *rest = parsed.blocks
    if isinstance(first, Paragraph):
        return Parsed((replace(first, anchor=anchor), *rest), parsed.flaws)
    flaw = Flaw(file, line, "The text does not begin with a paragraph", "Begin it with a sentence.")
    return Parsed(parsed.blocks, (flaw, *parsed.flaws))
