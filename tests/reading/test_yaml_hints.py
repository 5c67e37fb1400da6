from __future__ import annotations

import pytest
import yaml as pyyaml

from reportkit.reading import yaml
from reportkit.reading.problems import ValueFlaw

MISTAKES = [
    (
        "title: Repairs: a good start\n",
        '1: `title` holds a colon. Put the text in quotes: title: "Repairs: a good start"',
    ),
    (
        'title: The "new" way: slow\n',
        "1: `title` holds a colon. Put the text in quotes: title: \"The 'new' way: slow\"",
    ),
    ("a: b\n\tc: d\n", "2: there is a tab before the text. Indent with spaces."),
    ("a: 'open\nb: c\n", "1: a quotation mark is opened and never closed. Close it, or leave both out."),
    ('a: b\nc: "open\n', "2: a quotation mark is opened and never closed. Close it, or leave both out."),
    ("title:x\nb: c\n", "1: there is no space after `title:`. Write `title: x`."),
    ("a: b\ntitle:x\nc: d\n", "2: there is no space after `title:`. Write `title: x`."),
    ("a:\n-b\n-c\nd: e\n", "3: there is no space after the dash. Write `- c`."),
    ("a: @home\n", '1: `a` begins with `@`, which has a meaning of its own here. Put the text in quotes: a: "@home"'),
    ("a: `x`\n", '1: `a` begins with ```, which has a meaning of its own here. Put the text in quotes: a: "`x`"'),
    ("a: %x\n", '1: `a` begins with `%`, which has a meaning of its own here. Put the text in quotes: a: "%x"'),
    ("a: > x\n", '1: `a` begins with `>`, which has a meaning of its own here. Put the text in quotes: a: "> x"'),
    ("a: [x, y\nb: c\n", "1: the list's brackets `[` and `]` do not match. Write it as `[one, two]`, on one line."),
    ("a: {x: 1\n", "1: the list's brackets `{` and `}` do not match. Write it as `[one, two]`, on one line."),
    (
        'a: "it" is\n',
        "1: `a` goes on after its closing quotation mark. Put the whole text in the other kind of quotation mark.",
    ),
    (
        "a: 'it's so'\n",
        "1: `a` goes on after its closing quotation mark. Put the whole text in the other kind of quotation mark.",
    ),
    ("a: - b\n", "1: a list begins on the line of `a`. Begin it on the next line."),
    ("a: x\nfoo\nb: c\n", "2: this line has no colon, so no key. Write `key: value`, or indent it."),
    ('a: "\\q"\n', "1: a backslash in double quotation marks means something else here. Use single ones."),
    (
        "a: x\n b: c\n",
        (
            "2: a key is indented more than the line above it allows. "
            "Indent it like the keys above, or put text that goes on over lines in quotes."
        ),
    ),
]


@pytest.mark.parametrize("parser", [pyyaml.CBaseLoader, pyyaml.BaseLoader])
@pytest.mark.parametrize(("text", "sentence"), MISTAKES)
def test_a_common_mistake_is_told_in_words_that_help(
    text: str, sentence: str, parser: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "_PARSER", parser)
    with pytest.raises(ValueFlaw) as caught:
        yaml.load(text, "f.yaml")
    assert str(caught.value) == f"f.yaml:{sentence}"


def test_any_other_mistake_is_told_in_the_parsers_words() -> None:
    with pytest.raises(ValueFlaw) as caught:
        yaml.load("- a\nb: c\n", "f.yaml")
    assert str(caught.value) == (
        "f.yaml:2: the layout cannot be understood here (while parsing a block collection did not find expected '-' "
        "indicator). Compare this line and the one above with `key: value`; equal things are indented equally."
    )
