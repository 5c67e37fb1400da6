from __future__ import annotations

import string
from contextlib import suppress

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.reading import plain_yaml, yaml
from reportkit.reading.problems import ValueFlaw
from tests.every_case import every_case

LOOKS_LIKE_SOMETHING = [
    "yes",
    "No",
    "on",
    "off",
    "true",
    "1:30",
    "010",
    "0x1F",
    "3.10",
    "1e3",
    ".inf",
    "2004-06-14",
    "=",
    "1_000",
]
PASTED = "‘Quoted’ — “twice”, a\u00a0hard space and a soft\u00adhyphen…"


def value(text: str) -> object:
    return yaml.load(text, "f.yaml")[0]


def told(text: str) -> str:
    with pytest.raises(ValueFlaw) as caught:
        yaml.parse(text, "f.yaml")
    return str(caught.value)


@every_case("word", LOOKS_LIKE_SOMETHING)
def test_every_scalar_stays_text(word: str) -> None:
    assert value(f"a: {word}\nb: [{word}]\nc:\n  - {word}\n") == {"a": word, "b": [word], "c": [word]}


@settings(max_examples=60, deadline=None)
@given(
    st.text(string.ascii_letters + string.digits + "._+-", min_size=1, max_size=8).filter(lambda t: t[0] not in "-.")
)
def test_any_plain_word_stays_text_or_is_not_given(word: str) -> None:
    expected = {} if word in yaml.NOT_GIVEN else {"a": word}
    assert yaml.parse(f"a: {word}\n", "f.yaml")[0] == expected


@every_case("nothing", ["", "~", "null", "Null", "NULL", '""', "''", "# a comment"])
def test_nothing_null_and_empty_text_are_not_given(nothing: str) -> None:
    text = f"a: {nothing}\nb: x\n"
    assert value(text) == {"b": "x"}
    assert value(f"a:\n  - {nothing}\n  - x\n") == {"a": ["x"]}
    assert yaml.load(text, "f.yaml")[1].lines == {"a": 1, "b": 2}


def test_quoted_null_is_text() -> None:
    assert value("a: 'null'\nb: \"~\"\n") == {"a": "null", "b": "~"}


def test_text_pasted_from_word_is_kept_as_it_is() -> None:
    assert value(f"a: {PASTED}\nb: >-\n  {PASTED}\n") == {"a": PASTED, "b": PASTED}


def test_every_key_and_item_knows_its_line() -> None:
    _, origin = yaml.load("a: x\n\nteam:\n  - id: b\n    name: B\n  - id: c\nd: [e,\n  f]\n", "f.yaml", first=2)
    assert origin.lines == {
        "a": 2, "team": 4, "team.0": 5, "team.0.id": 5, "team.0.name": 6, "team.1": 7, "team.1.id": 7,
        "d": 8, "d.0": 8, "d.1": 9,
    }  # fmt: skip


def test_a_place_that_was_not_written_is_that_of_the_nearest_key_around_it() -> None:
    _, origin = yaml.load("team:\n  - id: b\n", "f.yaml")
    assert str(origin.at("team.0.role")) == "f.yaml:2"
    assert str(origin.at("scope.3.id")) == "f.yaml:1"


def test_a_few_aliases_are_fine() -> None:
    assert value("a: &x [b, c]\nd: *x\n") == {"a": ["b", "c"], "d": ["b", "c"]}


@every_case(
    ("text", "sentence"),
    [
        ("a: 1\nb: 2\na: 3\n", "f.yaml:3: `a` is given twice, in line 1 too. Keep one of them."),
        ("b: {a: 1, a: 2}\n", "f.yaml:1: `a` is given twice, in line 1 too. Keep one of them."),
        ("a: !x y\n", "f.yaml:1: the tag `!x` is not allowed. Put text that begins with `!` in quotes."),
        (
            "a: !!python/object/apply:os.system [ls]\n",
            (
                "f.yaml:1: the tag `!!python/object/apply:os.system` is not allowed. "
                "Put text that begins with `!` in quotes."
            ),
        ),
        ("!k a: y\n", "f.yaml:1: `[` or `{` has a meaning of its own here. Put text that begins with it in quotes."),
        (
            "a: {{ 7*7 }}\n",
            "f.yaml:1: `[` or `{` has a meaning of its own here. Put text that begins with it in quotes.",
        ),
        ("a: *b\n", "f.yaml:1: `*b` refers to nothing. Put text that begins with `*` in quotes."),
        ("a: &x [*x]\n", "f.yaml:1: `*x` refers to nothing. Put text that begins with `*` in quotes."),
        (
            "a: &x [b]\n" + "".join(f"k{n}: *x\n" for n in range(21)),
            "f.yaml:22: too much is repeated by `*` references. Write the values out.",
        ),
        (
            f"a: &x [{'b,' * 99}]\nc: &y [{'*x,' * 5}]\nd: [*y, *y]\n",
            "f.yaml:3: too much is repeated by `*` references. Write the values out.",
        ),
        (
            "a: " + "[" * 21 + "]" * 21,
            "f.yaml:1: lists or keys are nested more than 20 deep. Write it with less nesting.",
        ),
        ("a: " + "[" * 900_000, "f.yaml:1: lists or keys are nested more than 20 deep. Write it with less nesting."),
        ("- a\n" * 20_001, "f.yaml:20000: the file holds more than 20000 values. Split it."),
        ("a: b\n---\nc: d\n", "f.yaml:2: a second document begins here. Take the line `---` out."),
        ("a: \x07\n", "f.yaml: cannot be read: unacceptable character #x0007"),
    ],
)
def test_what_strict_yaml_refuses_is_named_with_its_line(text: str, sentence: str) -> None:
    assert told(text).startswith(sentence)


def test_nothing_at_all_is_nothing() -> None:
    assert value("") is None
    assert value("# only a comment\n") is None


@pytest.mark.parametrize("text", ['a: x\nb: [c, "d"]\n', "a:\n  - b: c\n    d: |\n      e\n", "a: &x 010\nb: *x\n"])
def test_the_parser_in_plain_python_reads_alike(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = yaml.parse(text, "f.yaml")
    monkeypatch.setattr(yaml, "_PARSER", pyyaml.BaseLoader)
    assert yaml.parse(text, "f.yaml") == fast


SIGNS = st.text(st.sampled_from(list("ab1Z -:#'\"[]{},&*!|>%@`?~.\\/£é‘\u00a0\u00ad=+()_")), max_size=12)
KEYS = st.sampled_from(["a", "b2", "key-name", "null", "yes", "A", "", " a", "- a"])
VALUES = st.one_of(
    SIGNS,
    st.builds('"{}"'.format, SIGNS),
    st.builds("'{}'".format, SIGNS),
    st.lists(SIGNS, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    st.sampled_from(["null", "NULL", "~", "a b", "[]", "[ ]", "[a, null]", "---", "...", "x: y", "x #y", "x:"]),
)
LINES = st.one_of(
    st.builds("{}: {}".format, KEYS, VALUES),
    st.builds("{}:{}".format, KEYS, VALUES),
    st.sampled_from(["", "# c", "---", "...", "  x", "- y", "a:", "\ta: b"]),
    VALUES,
)


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=4).map(lambda lines: "".join(f"{line}\n" for line in lines)))
def test_the_short_way_reads_as_the_parser_does_or_leaves_it_alone(text: str) -> None:
    quick = plain_yaml.load(text, 1)
    if quick is not None:
        raw, origin = yaml.parse(text, "f.yaml")
        assert quick == (raw, {key: line for key, line in origin.lines.items() if "." not in key})


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True),
        st.from_regex(r"[A-Za-z0-9£][A-Za-z0-9 ,.'\"()£é/-]{0,20}", fullmatch=True),
        min_size=1,
        max_size=6,
    )
)
def test_the_short_way_takes_ordinary_front_matter(pairs: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in pairs.items())
    quick = plain_yaml.load(text, 1)
    assert quick is not None
    assert quick[0] == yaml.parse(text, "f.yaml")[0]


@every_case("text", ["a: [b, null]\n", "a: b\na: c\n", "a: [b; c]\n", "a: b: c\n", "a: b #c\n", "a: []\n", "a: b"])
def test_the_short_way_leaves_what_is_not_plain_to_the_parser(text: str) -> None:
    assert plain_yaml.load(text, 1) is None


@every_case("filler", [" ", "x ", "a, ", "'", '"', ": ", "-", "[", "#", "\\"])
@every_case("start", ["a: x", "a: [x", "a: '", 'a: "', "a:", ""])
def test_no_long_line_takes_long(start: str, filler: str) -> None:
    text = f"{start}{filler * 100_000}!\n\t\n"
    with suppress(ValueFlaw):
        yaml.load(text, "f.yaml")


def test_the_short_way_takes_a_title_with_a_colon_or_a_number_sign_in_quotation_marks() -> None:
    text = 'title: "Repairs: late #1"\nquestion: \'2.2\'\neffect: "Tenants wait:"\n'
    expected = {"title": "Repairs: late #1", "question": "2.2", "effect": "Tenants wait:"}
    assert plain_yaml.load(text, 1) == (expected, {"title": 1, "question": 2, "effect": 3})
    assert yaml.parse(text, "f.yaml")[0] == expected


def test_what_a_document_cannot_hold_may_not_be_spelt_out_either() -> None:
    sentence = (
        "f.yaml:2: the invisible character U+0000 is spelt out here, which a document cannot hold. "
        "Take the backslash and what follows it out."
    )
    assert told('a: b\nc: "d\\0"\n') == sentence
    assert told('a: b\n"c\\0": d\n') == sentence
    assert yaml.load('a: "\\u2013"\n', "f.yaml")[0] == {"a": "–"}
