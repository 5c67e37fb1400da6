from __future__ import annotations

import datetime as dt

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.files import yaml_text
from reportkit.reading.yaml import load

WORDS = st.text(st.characters(codec="utf-8"), min_size=1)
HARD_WORDS = st.text(st.sampled_from(" ab#\t:-\n|>'\"\u00a0?&*!%@`{}[],"), min_size=1)


@settings(max_examples=60, deadline=None)
@given(words=WORDS | HARD_WORDS)
def test_every_text_reads_back_the_same(words):
    text = yaml_text.entry({"title": words, "list": (words,)})
    assert yaml.safe_load(text) == {"title": words, "list": [words]}


@settings(max_examples=60, deadline=None)
@given(words=HARD_WORDS)
def test_every_text_reads_back_the_same_in_a_list(words):
    text = yaml_text.list_item({"title": words, "list": (words, "a")}, 4)
    assert yaml.safe_load(text) == [{"title": words, "list": [words, "a"]}]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Repairs are done on time", "Repairs are done on time"),
        ("Tenants’ views (40 of them) – 50%", "Tenants’ views (40 of them) – 50%"),
        ("Repairs: late", '"Repairs: late"'),
        ("Yes", '"Yes"'),
        ("2.2", '"2.2"'),
        ("2004-05-31", '"2004-05-31"'),
        ("a #b", '"a #b"'),
        ("trailing ", '"trailing "'),
        ("- x", '"- x"'),
        ('say "no"', '"say \\"no\\""'),
        ("null", '"null"'),
    ],
)
def test_only_what_could_be_misread_is_quoted(words, written):
    assert yaml_text.quoted(words) == written
    assert load(f"key: {written}\n", "f")[0] == {"key": words}


def test_values_that_are_not_given_are_left_out_or_noted():
    values = {"a": None, "b": "", "c": (), "d": False, "e": True, "f": 3, "g": dt.date(2004, 5, 31)}
    assert yaml_text.entry(values, {"b": "later"}) == "# b: later\ne: true\nf: 3\ng: 2004-05-31\n"


def test_a_finding_has_its_values_above_its_text():
    assert yaml_text.finding({"title": "T"}, "Words.\n\n\n") == "---\ntitle: T\n---\nWords.\n"
    assert yaml_text.finding({"title": "T"}, " ") == "---\ntitle: T\n---\n"
