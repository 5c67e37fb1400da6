"""Tests for drawing a whole document: what comes out is opened again."""

from __future__ import annotations

import io

import docx
import pytest

from reportkit.word.write import write


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
