"""The Markdown parser, set up once: CommonMark with tables, footnotes and slots, and nothing silently dropped."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

# A slot's token: private-use characters round a number. Wording makes them, `assemble` replaces them.
SLOT = re.compile("\ue000[0-9]+\ue001")


class Node(Struct, frozen=True):
    """A block of the parser with what stands in it; `line` counts from 0 within the text."""

    token: Token
    children: tuple[Node, ...]
    line: int

    @property
    def type(self) -> str:
        """Return what it is, without the parser's `_open`."""
        return self.token.type.removesuffix("_open")


def parse_blocks(text: str, block_slots: Container[str]) -> tuple[Node, ...]:
    """Return the blocks of a text as a tree. A line that holds one of `block_slots` alone is a block `slot`."""
    return _tree(_parser().parse(text, {"slots": block_slots}))


def parse_line(text: str) -> Node:
    """Return a text read as one line of words with marks in them, never as a list, table or heading."""
    return _tree(_parser().parseInline(text, {}))[0]


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    # HTML and every address are recognised so that they can be refused with their line.
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table").disable(["reference", "text_join"])
    markdown.use(footnote_plugin, inline=False, move_to_end=False)
    markdown.validateLink = _any_address  # type: ignore[method-assign]  # the library's own way to change it
    markdown.block.ruler.before("table", "slot", _slot, {"alt": ["paragraph", "blockquote", "list"]})
    return markdown


def _any_address(url: str) -> bool:  # noqa: ARG001  # the parser's signature
    return True


def _slot(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001  # the parser's signature
    first = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("\ue000", first):
        return False
    key = state.src[first : state.eMarks[start]].rstrip(" \t")
    if key not in state.env.get("slots", ()):
        return False
    if not silent:
        token = state.push("slot", "", 0)
        token.content, token.map = key, [start, start + 1]
        state.line = start + 1
    return True


def _tree(tokens: list[Token]) -> tuple[Node, ...]:
    levels: list[tuple[Token | None, list[Node]]] = [(None, [])]
    for token in tokens:
        if token.nesting == 1:
            levels.append((token, []))
            continue
        children: list[Node] = []
        opening: Token = token
        if token.nesting == -1:
            opened, children = levels.pop()
            opening = opened or token
        siblings = levels[-1][1]
        siblings.append(Node(opening, tuple(children), _line(opening, children)))
    return tuple(levels[0][1])


def _line(token: Token, children: list[Node]) -> int:
    if token.map:
        return token.map[0]
    return children[0].line if children else 0
