"""A whole report, word for word: tests/publications/expected/elm-homes.txt."""

from __future__ import annotations

from pathlib import Path

from reportkit.document.block_text import text_of
from tests.publications.builders import document
from tests.publications.elm_homes import ELM_HOMES

EXPECTED = Path(__file__).parent / "expected" / "elm-homes.txt"


def test_a_small_inspection_makes_the_expected_report() -> None:
    assert text_of(document(ELM_HOMES).blocks) == EXPECTED.read_text(encoding="utf-8")
