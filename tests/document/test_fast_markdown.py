"""The short way for plain prose gives exactly what the parser gives, whatever stands beside its marks."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportkit.document.blocks import Heading, Item, List, PageBreak, Paragraph, Run, Text
from reportkit.document.fast_markdown import NotPlain, clean, plain_blocks, plain_runs
from reportkit.document.markdown import FINDING, NUMBERED
from reportkit.document.markdown_tokens import InlineStyle, parse_marked
from reportkit.document.parser import parse_line
from reportkit.document.runs import RunContext, runs_from

TEMPLATE = InlineStyle(template=True)
GAP = (Text("a gap", gap=True), Text("and more"))
SLOTS: dict[str, tuple[object, ...]] = {
    "\ue0000\ue001": (Paragraph((Text("A finding."),), "numbered", "finding/a"), List((Item(()),), continued=True)),
    "\ue0001\ue001": GAP,
    "\ue0002\ue001": (),
}
WORDS = (
    "Tenants",
    "wait",
    "a",
    "9",
    "12.",
    "3)",
    "é",
    "R&D",
    "told.",
    "it:",
    "(yes)",
    "“so”",
    "don't",
    "www.example.org",
)
MARKS = (
    "*",
    "**",
    "***",
    "*a*",
    "**b c**",
    "**Most of all:**",
    "*so*,",
    "(**b**)",
    "-",
    "- ",
    "+ ",
    "# ",
    "> ",
    "---",
    "==",
)
RARER = (
    "&",
    "&amp;",
    "&#40;",
    "&#42;",
    "&#10;",
    "&#8212;",
    "_",
    "[",
    "|",
    "~~~",
    "\\",
    "`",
    "!",
    "\xa0",
    "\t",
    "\x0b",
    "\0",
)
BREAKS = (" ", " ", " ", "\n", "\n", "\n\n", "\n\n", "\n- ", "\n- ", "\n\n- ", "\n* ", "  \n", "\n ", "\n  ", "\n\n\n")
OF_TEMPLATES = (
    *SLOTS,
    "\ue0009\ue001",
    "\n\ue0000\ue001\n",
    "\n\ue0002\ue001\n",
    "\n# ",
    "\n## ",
    "\n##### ",
    "\n---\n",
    "#",
)


def texts(*pieces: str) -> st.SearchStrategy[str]:
    """Words and marks in any order, most of them with a break between."""
    piece = st.sampled_from(pieces)
    return st.lists(st.one_of(piece, st.sampled_from(BREAKS), st.sampled_from(WORDS)), max_size=16).map("".join)


def same_as_the_parser(text: str, manner: InlineStyle, slots: dict[str, tuple[object, ...]]) -> bool:
    """Return whether the short way, where it is taken, gives the parser's blocks, and the parser finds no flaw."""
    try:
        blocks = plain_blocks(text, manner, slots)
    except NotPlain:
        return True
    parsed = parse_marked(text, lambda number: ("f.md", number), manner, slots)
    return (blocks, ()) == (parsed.blocks, parsed.flaws)


@settings(max_examples=200, deadline=None)
@given(texts(*WORDS, *MARKS, *RARER))
@example("a **b** *c*\n\n- d\n- **e** f.\n\ng")
@example("- a\n\n- b")
@example("a\n- b")
@example("*a\n* b")
@example("**a**\n---")
@example("\ue0000\ue001")
def test_a_finding_comes_out_as_by_the_parser(text: str) -> None:
    assert same_as_the_parser(clean(text), FINDING, {})


@settings(max_examples=200, deadline=None)
@given(texts(*WORDS, *MARKS, *OF_TEMPLATES, "&#40;", "&#45;"))
@example("# A\n\ue0000\ue001\n## B\n\n\ue0002\ue001\n\n---\n- a\n\ue0000\ue001")
@example("a \ue0001\ue001 **b**\n\ue0000\ue001\nc")
@example("- a\n# b")
@example("a\n---")
def test_a_templates_words_come_out_as_by_the_parser(text: str) -> None:
    assert same_as_the_parser(clean(text), TEMPLATE, SLOTS)


@settings(max_examples=100, deadline=None)
@given(texts(*WORDS, *MARKS, *RARER))
def test_a_line_comes_out_as_by_the_parser(text: str) -> None:
    line = clean(text).strip()
    try:
        runs = plain_runs(line)
    except NotPlain:
        return
    flaws: list[tuple[int, str, str]] = []
    tokens = parse_line(line).token.children if line else []
    assert runs == runs_from(tokens or [], 0, RunContext(lambda *flaw: flaws.append(flaw)))
    assert not flaws


INERT = st.lists(st.text("abc XYZ 129.,;:!?()'\"’“”–£%/é\xa0", min_size=1).map(str.strip).filter(bool), min_size=1)


@settings(max_examples=150, deadline=None)
@given(INERT, st.sampled_from(["\n", "\n\n", "\n\n\n"]))
def test_plain_prose_takes_the_short_way(lines: list[str], between: str) -> None:
    text = "a" + f"{between}a".join(lines)
    assert plain_blocks(text, NUMBERED)
    assert same_as_the_parser(text, NUMBERED, {})


def test_stressed_words_and_a_simple_list_take_the_short_way() -> None:
    def words(*runs: Run) -> Paragraph:
        return Paragraph(runs)

    text = "**Most of all:** tenants\n*do* wait.\n\n- One (**1**).\n- Two.\n\nAfter."
    assert plain_blocks(text, InlineStyle()) == (
        words(Text("Most of all:", bold=True), Text(" tenants "), Text("do", italic=True), Text(" wait.")),
        List((Item((words(Text("One ("), Text("1", bold=True), Text(").")),)), Item((words(Text("Two.")),)))),
        words(Text("After.")),
    )


def test_headings_page_breaks_and_slots_of_a_template_take_the_short_way() -> None:
    text = "---\n\n# The &#42; homes\n\ue0000\ue001\nWords \ue0001\ue001\n\n\ue0002\ue001\n"
    first, heading, *rest = plain_blocks(text, TEMPLATE, SLOTS)
    assert (first, heading) == (PageBreak(), Heading(1, (Text("The * homes"),)))
    assert tuple(rest) == (
        *SLOTS["\ue0000\ue001"],
        Paragraph((Text("Words "), Text("a gap", gap=True), Text("and more"))),
    )
