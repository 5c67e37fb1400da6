"""Markdown → blocks: whole expected documents, every refusal, and the short way held equal to the long one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.document.blocks import (
    Cell,
    Footnote,
    Item,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Reference,
    Run,
    Table,
    Text,
)
from reportkit.document.fast_markdown import clean
from reportkit.document.flaw import Flaw
from reportkit.document.markdown import BODY, FINDING, NUMBERED, blocks_of, parse, runs_of
from reportkit.document.markdown_tokens import InlineStyle, parse_marked
from reportkit.errors import Unreadable
from tests.every_case import every_case


def words(text: str) -> tuple[Run, ...]:
    return (Text(text),)


def by_the_parser(text: str, manner: InlineStyle = BODY) -> object:
    return parse_marked(text, lambda line: ("f.md", line), manner, {})


def flaws_in(text: str) -> list[str]:
    return [str(flaw) for flaw in parse(text, "findings/a.md", 10).flaws]


FINDING_TEXT = """\
Repairs are **done on time**, and *tenants
notice*: see [the survey](finding:tenant-survey), <finding:repairs-backlog>
and [the plan](https://example.org/plan_2003).[^1]

- Urgent repairs:
  1. gas
  2. water
- others

> They came **when they said**.

| Repairs | Days |
|:--------|-----:|
| urgent  | **1** |
| other \\| rest | |

After the table\\
a new line.

[^1]: Minutes of 3 June, *item 4*.
"""


def test_a_finding_of_every_allowed_kind_becomes_these_blocks() -> None:
    assert blocks_of(FINDING_TEXT, "f.md", 1, FINDING, "finding/repairs") == (
        Paragraph(
            (
                Text("Repairs are "),
                Text("done on time", bold=True),
                Text(", and "),
                Text("tenants notice", italic=True),
                Text(": see "),
                Reference("finding/tenant-survey", "words", "the survey"),
                Text(", "),
                Reference("finding/repairs-backlog", "number"),
                Text(" and "),
                Link((Text("the plan"),), "https://example.org/plan_2003"),
                Text("."),
                Footnote((Paragraph((Text("Minutes of 3 June, "), Text("item 4", italic=True), Text("."))),)),
            ),
            "numbered",
            "finding/repairs",
        ),
        List(
            (
                Item(
                    (
                        Paragraph(words("Urgent repairs:")),
                        List((Item((Paragraph(words("gas")),)), Item((Paragraph(words("water")),))), ordered=True),
                    )
                ),
                Item((Paragraph(words("others")),)),
            ),
            continued=True,
        ),
        Quote((Paragraph((Text("They came "), Text("when they said", bold=True), Text("."))),)),
        Table(
            (Cell(words("Repairs")), Cell(words("Days"), align="right")),
            (
                (Cell(words("urgent")), Cell((Text("1", bold=True),), align="right")),
                (Cell(words("other | rest")), Cell((), align="right")),
            ),
        ),
        Paragraph((Text("After the table"), LineBreak(), Text("a new line.")), "continued"),
    )


def test_a_narrative_has_every_paragraph_numbered_or_none() -> None:
    text = "One.\n\nTwo."
    assert [block.kind for block in blocks_of(text, "f.md", 1, NUMBERED) if isinstance(block, Paragraph)] == [
        "numbered",
        "numbered",
    ]
    assert blocks_of(text, "f.md", 1) == (Paragraph(words("One.")), Paragraph(words("Two.")))


def test_lists_of_a_narrative_that_is_not_numbered_stand_on_their_own() -> None:
    (block,) = blocks_of("3. three\n4. four", "f.md", 1)
    assert block == List((Item((Paragraph(words("three")),)), Item((Paragraph(words("four")),))), ordered=True, start=3)


def test_a_list_inside_a_quotation_does_not_continue_the_paragraph_above() -> None:
    (_, quote) = blocks_of("One.\n\n> - a", "f.md", 1, FINDING)
    assert quote == Quote((List((Item((Paragraph(words("a")),)),)),))


def test_an_empty_text_has_no_blocks() -> None:
    assert blocks_of(" \n\n", "f.md", 1, FINDING, "finding/a") == ()
    assert blocks_of("", "f.md", 1, FINDING, "finding/a") == ()
    assert runs_of(" ", "f.md", 1) == ()


def test_text_pasted_from_word_is_fine() -> None:
    pasted = "\u201cTenants\u2019 homes\u201d cost\xa0£5 \u2013 a re\xadpair.\r\n\r\nNext."
    assert blocks_of(pasted, "f.md", 1) == (
        Paragraph(words("\u201cTenants\u2019 homes\u201d cost\xa0£5 \u2013 a repair.")),
        Paragraph(words("Next.")),
    )


@every_case(
    "text", ["{{ 7*7 }} and {% raw %}", "a < b and c > d", "snake_case_name", "AT&T; 5 * 3", "www.example.org ~ x"]
)
def test_what_only_looks_like_a_template_or_markup_is_text(text: str) -> None:
    assert blocks_of(text, "f.md", 1) == (Paragraph(words(text)),)


REFUSED = {
    "a\n\n# Head": "findings/a.md:12: There is a heading in the text. ",
    "Words\n===": "findings/a.md:10: A line of = or - under words makes them a heading. ",
    "a\n\n---": "findings/a.md:12: There is a line across the page in the text. ",
    "a\n\n    b": "findings/a.md:12: Words indented by four spaces or more become code. ",
    "a\n\n\tb": "findings/a.md:12: Words indented by four spaces or more become code. ",
    "```\nx\n```": "findings/a.md:10: There is code in the text. ",
    "~~~\nx": "findings/a.md:10: There is code in the text. ",
    "a\nthe `code` here": "findings/a.md:11: There is code in the text. ",
    "<div>\nx\n</div>": "findings/a.md:10: There is HTML in the text. ",
    "a\nb <b>c": "findings/a.md:11: There is HTML in the text. ",
    "<!-- hidden -->": "findings/a.md:10: There is HTML in the text. ",
    "a ![map](https://x.org/m.png)": "findings/a.md:10: There is a picture in the text. ",
    "- a\n  - b\n    - c": "findings/a.md:12: A list has a third level. ",
    "> > a": "findings/a.md:10: A quotation is inside another block. ",
    "- > a": "findings/a.md:10: A quotation is inside another block. ",
    "- | a | b |\n  |---|---|": "findings/a.md:10: A table is inside another block. ",
    "- # a": "findings/a.md:10: There is a heading in the text. ",
    "[a](javascript:alert(1))": "findings/a.md:10: A link leads to 'javascript:alert(1)'. ",
    "[a](JaVaScRiPt:alert)": "findings/a.md:10: A link leads to 'JaVaScRiPt:alert'. ",
    "[a](data:text/html,x)": "findings/a.md:10: A link leads to 'data:text/html,x'. ",
    "[a](file:///etc/passwd)": "findings/a.md:10: A link leads to 'file:///etc/passwd'. ",
    "[a](other.md)": "findings/a.md:10: A link leads to 'other.md'. ",
    "[a](finding:Not_An_Id)": "findings/a.md:10: A link leads to 'finding:Not_An_Id'. ",
    "[a](finding:)": "findings/a.md:10: A link leads to 'finding:'. ",
    "[a]()": "findings/a.md:10: A link leads nowhere. ",
    "[](https://example.org)": "findings/a.md:10: A link has no words. ",
    '[a](https://example.org "title")': "findings/a.md:10: A link has a title behind its address",
    "[a][b]": "findings/a.md:10: A link is written in two places. ",
    "[b]: https://example.org": "findings/a.md:10: A link's address is on a line of its own. ",
    "[**a** [^1]](https://x.org)\n\n[^1]: b": "findings/a.md:10: A link is not whole. ",
    "[the plan](https://x.org/a b)": "findings/a.md:10: A link is not whole. ",
    "[a <https://a.org>](https://x.org)": "findings/a.md:10: Something other than words is inside a link. ",
    "a\nb [^2]": "findings/a.md:11: A footnote's mark has no footnote: [^2]. ",
    "a ^[b]": "findings/a.md:10: A footnote is written inside the sentence. ",
    "a\n\n[^1]: b": "findings/a.md:12: No sentence has the mark of the footnote [^1]. ",
    "a[^1]\n\n[^1]: b\n\n[^1]: c": "findings/a.md:14: A footnote is written twice. ",
    "a[^1]\n\n[^1]: b[^2]\n\n[^2]: c": "findings/a.md:12: A footnote has a footnote. ",
    "a[^1]\n\n[^1]: b\n\n    - c": "findings/a.md:12: A list is in a footnote. ",
    "a[^1]\n\n[^1]:": "findings/a.md:12: The footnote [^1] has no words. ",
    "| a | b |\n|---|---|\n| 1 | 2 | 3 |": "findings/a.md:12: A table's row has 3 cells where its head has 2. ",
    "| a | b |\n|---|\n| 1 | 2 |": "findings/a.md:11: A table's dividing line does not fit the line above it. ",
    "|" + "a|" * 64 + "\n|" + "-|" * 64: "findings/a.md:10: A table has more than 63 columns. ",
    "*" + "a" * 1_000_000: "findings/a.md:10: The text is longer than 1,000,000 characters. ",
}


@every_case("text", REFUSED, ids=lambda text: str(text)[:20])
def test_what_a_report_cannot_hold_is_refused_with_its_line(text: str) -> None:
    flaws = flaws_in(text)
    assert any(flaw.startswith(REFUSED[text]) for flaw in flaws), flaws


def test_all_that_is_wrong_with_a_text_is_said_at_once_and_in_order() -> None:
    with pytest.raises(Unreadable) as raised:
        blocks_of("a `b`\n\n# c\n\n- <i>d", "f.md", 5)
    assert [(flaw.file, flaw.line) for flaw in raised.value.problems if isinstance(flaw, Flaw)] == [
        ("f.md", 5),
        ("f.md", 7),
        ("f.md", 9),
    ]
    assert "f.md:7: There is a heading in the text. Headings" in str(raised.value)


def test_a_backslash_makes_a_mark_a_sign() -> None:
    assert blocks_of(r"\# \[^1\] \*a\* \<b> \`c\` a\|b", "f.md", 1) == (Paragraph(words("# [^1] *a* <b> `c` a|b")),)


def test_a_finding_begins_with_a_paragraph() -> None:
    with pytest.raises(Unreadable, match=r"f\.md:3: The text does not begin with a paragraph\. Begin it"):
        blocks_of("- a", "f.md", 3, FINDING, "finding/a")


def test_a_title_is_one_line_of_words_with_marks() -> None:
    assert runs_of("1. Repairs # are *late*", "f.md", 1) == (Text("1. Repairs # are "), Text("late", italic=True))
    assert runs_of(" - Repairs\nare late ", "f.md", 1) == words("- Repairs are late")
    with pytest.raises(Unreadable, match=r"f\.md:8: There is code"):
        runs_of("a\n`b`", "f.md", 7)


def test_bold_inside_italic_is_both() -> None:
    assert runs_of("*a **b***", "f.md", 1) == (Text("a ", italic=True), Text("b", bold=True, italic=True))


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000, "![" * 10_000, "*a " * 20_000, "> " * 5_000 + "a", "- " * 5_000 + "a", "`a" * 10_000, "<" * 20_000,
     "[a](" * 5_000, "&" * 20_000, "\\" * 20_000, "[^1]" * 5_000 + "\n\n[^1]: a", "_*" * 10_000, "|a" * 5_000],
    ids=lambda text: str(text)[:8],
)  # fmt: skip
def test_a_text_made_to_tire_the_parser_ends(text: str) -> None:
    parse(text, "f.md", 1)


PIECES = st.sampled_from(
    [
        *(
            "Tenants",
            "were",
            "told.",
            "2003",
            "2003.",
            "1)",
            "12. May",
            "-",
            "--",
            "---",
            "=",
            "==",
            "+",
            "#",
            "#a",
            ">",
        ),
        *("~", "~~~", "|", "a|b", "|-|", "\\", "\\\n", "*", "_a_", "`", "[a]", "(b)", "!", "![", "<b>", "&amp;", "&"),
        *(":", ":-", "^[", "https://example.org", "www.example.org", "\xa0", "\u2028", "\t", " ", "  ", "   ", "    "),
        *("     a", "\n", "\n\n", " \n", "  \n", "\n ", "\n    ", "\u201cquoted\u201d", "é", "\u0661.", "\x0b"),
        *("\x0c", "\x1f", "\x85", "\0"),
    ]
)
PROSE = st.lists(st.one_of(PIECES, st.just(" "), st.sampled_from(["and", "homes,", "\n"])), max_size=14).map("".join)


@settings(max_examples=150, deadline=None)
@given(PROSE)
def test_the_short_way_finds_what_the_parser_finds(text: str) -> None:
    assert parse(text, "f.md", 1, FINDING) == by_the_parser(clean(text), FINDING)


@settings(max_examples=150, deadline=None)
@given(PROSE)
def test_any_text_is_either_blocks_or_flaws_and_never_an_exception(text: str) -> None:
    parsed = parse(text, "f.md", 1)
    assert all(flaw.line >= 1 and flaw.message and flaw.remedy for flaw in parsed.flaws)
