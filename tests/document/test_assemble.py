"""A template's words and its slots → blocks."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reportkit.document.assemble import assemble
from reportkit.document.blocks import (
    Block,
    Cell,
    Footnote,
    Heading,
    Item,
    LineBreak,
    Link,
    List,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Text,
)
from reportkit.errors import Unreadable

BLOCKS, RUNS, NOTHING = "\ue0000\ue001", "\ue0001\ue001", "\ue0002\ue001"
CONTENT: tuple[Block, ...] = (Heading(3, (Text("Inner"),)), Paragraph((Text("One."),), "numbered", "finding/a"))
SLOTS: Mapping[str, tuple[object, ...]] = {BLOCKS: CONTENT, RUNS: (Text("gap", gap=True), LineBreak()), NOTHING: ()}


def blocks(text: str) -> tuple[Block, ...]:
    return assemble(text, SLOTS, lambda line: ("templates/t.md.j2", line + 100))


def words(text: str) -> tuple[Run, ...]:
    return (Text(text),)


def test_a_slot_alone_on_its_line_is_replaced_by_its_blocks_even_next_to_other_lines() -> None:
    assert blocks(f"before\n{BLOCKS}\nafter\n") == (
        Paragraph(words("before")),
        Heading(3, words("Inner"), "heading/inner"),
        CONTENT[1],
        Paragraph(words("after")),
    )


def test_a_slot_of_runs_stands_in_sentences_headings_and_cells() -> None:
    gap = SLOTS[RUNS]
    assert blocks(f"# a {RUNS}\n\n{RUNS}\n\n| h |\n|---|\n| {RUNS} |\n") == (
        Heading(1, (Text("a "), *gap), "heading/a-gap"),  # type: ignore[arg-type]  # they are runs
        Paragraph(gap),  # type: ignore[arg-type]  # they are runs
        Table((Cell(words("h")),), ((Cell(gap),),)),  # type: ignore[arg-type]  # they are runs
    )


def test_an_empty_slot_leaves_nothing_behind() -> None:
    assert blocks(f"{NOTHING}\n\na{NOTHING}b") == (Paragraph(words("ab")),)


def test_a_slot_that_the_wording_does_not_know_has_no_words() -> None:
    assert blocks("a\ue0009\ue001b") == (Paragraph(words("ab")),)


def test_headings_and_page_breaks_are_the_templates_own() -> None:
    assert blocks("# One\n\n---\n\n#### Four") == (
        Heading(1, words("One"), "heading/one"),
        PageBreak(),
        Heading(4, words("Four"), "heading/four"),
    )


def test_anchors_come_from_the_words_and_are_unique() -> None:
    found = blocks("# The *context*\n\n# The context!\n\n# \u2026\n\n# the context 2\n\n# The context")
    assert [block.anchor for block in found if isinstance(block, Heading)] == [
        "heading/the-context",
        "heading/the-context-2",
        "heading/section",
        "heading/the-context-2-2",
        "heading/the-context-3",
    ]


def test_a_footnote_may_be_written_anywhere_in_the_template() -> None:
    assert blocks(f"a[^1]\n\n{NOTHING}\n\n[^1]: b\n") == (Paragraph((Text("a"), Footnote((Paragraph(words("b")),)))),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"a {BLOCKS}", ":101: A whole block"),
        (f"a\n\n# {BLOCKS}", ":103: A whole block"),
        (f"| {BLOCKS} |\n|---|", ":101: A whole block"),
        (f"- a\n  {BLOCKS}", ":102: A whole block"),
        (f"> {BLOCKS}", ":101: A whole block"),
        (f"[a {BLOCKS}](https://x.org)", ":101: A whole block"),
        ("##### five", ":101: A heading is deeper than level 4"),
        ("a\n===", ":101: A line of = or - under words"),
        ("a\n---", ":101: A line of = or - under words"),
        ("a\n\n<b>", ":103: There is HTML in the text"),
    ],
)
def test_what_a_template_cannot_hold_is_refused_with_its_own_line(text: str, expected: str) -> None:
    with pytest.raises(Unreadable) as raised:
        blocks(text)
    assert f"templates/t.md.j2{expected}" in str(raised.value)


def test_a_link_may_hold_a_slots_words() -> None:
    slots = {RUNS: (Text("there"),)}
    assert assemble(f"[see {RUNS}](https://x.org)", slots, lambda line: ("t", line)) == (
        Paragraph((Link((Text("see "), Text("there")), "https://x.org"),)),
    )


def test_a_slot_ends_the_list_before_it() -> None:
    assert blocks(f"- a\n{BLOCKS}") == (
        List((Item((Paragraph(words("a")),)),)),
        Heading(3, words("Inner"), "heading/inner"),
        CONTENT[1],
    )
