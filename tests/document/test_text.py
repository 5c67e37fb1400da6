"""Blocks → plain text: a whole document, and the same text each time."""

from __future__ import annotations

import pytest

from reportkit.document.block_text import text_of, words_of
from reportkit.document.blocks import (
    Block,
    Cell,
    Chart,
    Contents,
    CoverPage,
    Footnote,
    Heading,
    Item,
    LineBreak,
    Link,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Run,
    Series,
    Table,
    Text,
)


def words(text: str) -> tuple[Run, ...]:
    return (Text(text),)


NOTE = Footnote((Paragraph(words("Minutes,")), Paragraph((Text("3 June"), Text(".")))))

DOCUMENT: tuple[Block, ...] = (
    CoverPage("Brookvale", "Inspection", (("Date", words("19 April 2004")),), ("Draft",), "The inspectorate"),
    Contents(),
    PageBreak(),
    Heading(2, words("Repairs"), "heading/repairs"),
    Paragraph((Text("See "), Reference("finding/b"), Text(" and "), Reference("table/a", "label"), NOTE), "numbered"),
    Paragraph(words("More."), "continued"),
    Paragraph(
        (Link((Text("Words"),), "https://x.org"), LineBreak(), Reference("heading/repairs", "words", "there")),
        "numbered",
        "finding/b",
    ),
    List((Item((Paragraph(words("one")), List((Item((Paragraph(words("in")),)),)))), Item(())), ordered=True, start=4),
    Quote((Paragraph(words("They came.")), List((Item((Paragraph(words("x")),)),)))),
    Table(
        (Cell(words("a")), Cell(words("b"))),
        ((Cell(words("1\t2")), Cell(())),),
        caption=words("Days"),
        anchor="table/a",
    ),
    Table((Cell(words("c")),), ()),
    Chart(words("Rent"), "Rent rose.", ("2002", "2003"), (Series("ALMO", (1.5, None)),), anchor="chart/a"),
    Paragraph((Reference("chart/a", "label"), Reference("nowhere"), Text("."), NOTE)),
)

TEXT = """\
Brookvale
Inspection
The inspectorate
Draft
Date\t19 April 2004
## Repairs
1. See 2 and Table 1[1]
More.
2. Words there
4. one
  - in
5.\x20
> They came.
> - x
Table 1: Days
a\tb
1 2\t
c
Figure 1: Rent
Rent rose.
\t2002\t2003
ALMO\t1.5\t
Figure 1.[2]
[1] Minutes, 3 June.
[2] Minutes, 3 June.
"""


def test_a_whole_document_reads_like_this() -> None:
    assert text_of(DOCUMENT) == TEXT


def test_no_blocks_are_no_text() -> None:
    assert text_of(()) == ""


def test_the_same_blocks_give_the_same_text_each_time() -> None:
    assert text_of(DOCUMENT) == text_of(DOCUMENT)


@pytest.mark.parametrize("change", range(3))
def test_a_changed_word_anywhere_changes_the_text(change: int) -> None:
    changed: tuple[Block, ...] = (
        Heading(2, words("Other")),
        Table((Cell(words("z")),), ()),
        Chart(words("Rent"), "Rent fell.", ("2002",), ()),
    )
    assert text_of((*DOCUMENT, changed[change])) != text_of(DOCUMENT)


def test_the_words_of_runs_leave_footnotes_out() -> None:
    assert words_of((Text("a"), NOTE, LineBreak(), Reference("x"), Link((Text("b"),), "https://x.org"))) == "a b"
