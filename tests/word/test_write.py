"""Tests for drawing a whole document: what comes out is opened again."""

from __future__ import annotations

import datetime as dt
import io

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportkit.document.blocks import (
    Cell,
    Chart,
    Contents,
    CoverPage,
    Document,
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
    Series,
    Table,
    Text,
)
from reportkit.word.write import write

MADE = dt.datetime(2003, 10, 17, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def drawn(sample, house):
    return write(sample, house)


@pytest.fixture(scope="module")
def opened(drawn):
    return docx.Document(io.BytesIO(drawn))


def test_a_document_with_every_block_has_no_problem_that_a_script_can_find(drawn, package_problems):
    assert package_problems(drawn) == []


def test_the_same_document_gives_the_same_bytes(sample, house, drawn):
    assert write(sample, house) == drawn


def test_headings_are_word_s_own(opened):
    headings = [(p.style.name, p.text) for p in opened.paragraphs if p.style.name.startswith("Heading")]
    assert headings[:3] == [
        ("Heading 1", "Summary"),
        ("Heading 1", "How good is the service?"),
        ("Heading 2", "Stock investment & repairs"),
    ]


TEXT = st.text(st.characters(), max_size=12)
ANCHORS = st.sampled_from(["", "finding/a", "finding/b", "table/t", "1"])
TEXTS = st.builds(Text, TEXT, st.booleans(), st.booleans(), st.booleans())
RUNS = st.lists(
    TEXTS
    | st.builds(LineBreak)
    | st.builds(Link, st.tuples(TEXTS), TEXT)
    | st.builds(Reference, ANCHORS, st.sampled_from(["number", "label", "words"]), TEXT)
    | st.builds(Footnote, st.tuples(st.builds(Paragraph, st.tuples(TEXTS)))),
    max_size=3,
).map(tuple)
KINDS = st.sampled_from(["body", "numbered", "continued", "lead", "note", "source", "gap"])
PARAGRAPHS = st.builds(Paragraph, RUNS, KINDS, ANCHORS)
FLAT = st.builds(List, st.lists(st.builds(Item, st.tuples(PARAGRAPHS)), max_size=2).map(tuple), st.booleans())
LISTS = st.builds(List, st.tuples(st.builds(Item, st.tuples(PARAGRAPHS, FLAT))), st.booleans(), st.integers(0, 9))
CELLS = st.lists(
    st.builds(Cell, RUNS, st.booleans(), st.sampled_from(["left", "right", "centre"]), st.booleans()), max_size=3
).map(tuple)
TABLES = st.builds(
    Table, CELLS, st.lists(CELLS, max_size=2).map(tuple), RUNS, TEXT, st.just(()), st.booleans(), ANCHORS
)
VALUES = st.lists(st.none() | st.floats(allow_nan=False, allow_infinity=False), max_size=3).map(tuple)
CHARTS = st.builds(
    Chart, RUNS, TEXT.map("Bars: {}".format), st.lists(TEXT, max_size=3).map(tuple),
    st.lists(st.builds(Series, TEXT, VALUES), max_size=2).map(tuple), TEXT, ANCHORS,
)  # fmt: skip
COVERS = st.builds(CoverPage, TEXT, TEXT, st.tuples(st.tuples(TEXT, RUNS)), st.tuples(TEXT), TEXT)
BLOCKS = (
    st.builds(Heading, st.integers(1, 4), RUNS, ANCHORS)
    | PARAGRAPHS
    | LISTS
    | st.builds(Quote, st.tuples(PARAGRAPHS, LISTS))
    | TABLES
    | CHARTS
    | COVERS
    | st.builds(Contents, TEXT, st.integers(1, 4))
    | st.builds(PageBreak)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BLOCKS, max_size=6).map(tuple), TEXT)
def test_any_tree_of_blocks_makes_a_file_without_a_problem(house, package_problems, blocks, words):
    document = Document(
        blocks=blocks, title=words, made=MADE, marking=words, running_head=words, running_foot=words,
        properties=((words, words),),
    )  # fmt: skip
    blob = write(document, house)
    assert package_problems(blob) == []
    assert write(document, house) == blob
    docx.Document(io.BytesIO(blob))
