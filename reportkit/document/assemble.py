"""A template's words, with slots in them → the blocks of a document.

Wording gives Markdown in which a token stands for each slot: U+E000, digits, U+E001. A token alone
on its line is replaced by its slot's blocks, one within a line by its runs. Besides what findings
may hold, a template has headings (`#` to `####`) and page breaks (`---` on a line of its own).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from reportkit.document.block_text import words_of
from reportkit.document.blocks import Block, Heading
from reportkit.document.fast_markdown import NotPlain, clean, plain_blocks
from reportkit.document.flaw import refuse
from reportkit.document.markdown_tokens import InlineStyle, parse_marked

_TEMPLATE = InlineStyle(template=True)
_NOT_IN_ANCHORS = re.compile(r"[^a-z0-9]+")


def assemble(
    text: str, slots: Mapping[str, tuple[object, ...]], place: Callable[[int], tuple[str, int]]
) -> tuple[Block, ...]:
    """Return the document's blocks.

    `slots` maps each token to its content: a tuple of blocks, or a tuple of runs, or an empty one.
    `place` gives the template's file and line for a line of the text (from 1). Headings of the
    template get anchors from their words, `heading/the-context`, unique within the document. Raises
    Unreadable with a Flaw for everything that is not allowed, such as blocks inside a sentence.
    """
    text = clean(text)
    try:
        return _with_anchors(plain_blocks(text, _TEMPLATE, slots))
    except NotPlain:
        parsed = parse_marked(text, place, _TEMPLATE, slots)
        refuse(parsed.flaws)
        return _with_anchors(parsed.blocks)


def _with_anchors(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    taken = {block.anchor for block in blocks if isinstance(block, Heading)}
    named: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and not block.anchor:
            anchor = _unused(block, taken)
            taken.add(anchor)
            named.append(replace(block, anchor=anchor))
        else:
            named.append(block)
    return tuple(named)


def _unused(heading: Heading, taken: set[str]) -> str:
    words = _NOT_IN_ANCHORS.sub("-", words_of(heading.runs).lower()).strip("-") or "section"
    name, count = f"heading/{words}", 1
    while name in taken:
        count += 1
        name = f"heading/{words}-{count}"
    return name
