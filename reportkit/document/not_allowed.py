"""What may not stand in a text that people write: each as what is wrong with it, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

REFUSED: Final[Mapping[str, tuple[str, str]]] = {
    "heading": (
        "There is a heading in the text",
        "Headings belong in templates only: make its words **bold**, or put a backslash before the #.",
    ),
    "hr": ("There is a line across the page in the text", "Take it out."),
    "code_block": ("Words indented by four spaces or more become code", "Begin the line at the margin."),
    "fence": ("There is code in the text", "Take the lines of ``` or ~~~ out."),
    "html_block": ("There is HTML in the text", "Write it in Markdown, or put a backslash before the <."),
    "blockquote": ("A quotation is inside another block", "Begin it at the margin, with an empty line before it."),
    "table": ("A table is inside another block", "Begin it at the margin, with an empty line before it."),
    "slot": (
        "A whole block (a finding, list, table or the like) is inside a sentence, cell or list",
        "Put its {{ … }} on a line of its own, at the margin.",
    ),
}
"""By the parser's name for it."""

UNDERLINE: Final = (
    "A line of = or - under words makes them a heading",
    "Leave an empty line between them, or take the line out.",
)

STRAY_DIVIDER: Final = (
    "A table's dividing line does not fit the line above it",
    "Give both the same number of columns.",
)
