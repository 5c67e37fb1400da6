"""Letters and release, word for word, for every rating, prospects and kind: tests/publications/expected/scores/."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.every_case import every_case
from tests.publications.scores import COMBINATIONS, announcement, told

EXPECTED = Path(__file__).parent / "expected" / "scores"


def test_every_combination_has_its_expected_set_and_no_other() -> None:
    names = {f"{kind}-{service}-{prospects}.txt" for kind, service, prospects in COMBINATIONS}
    assert {file.name for file in EXPECTED.iterdir()} == names
    assert len(names) == 64


@every_case(("kind", "service", "prospects"), COMBINATIONS)
def test_a_score_is_told_in_the_expected_words(kind: str, service: str, prospects: str) -> None:
    """Where words were changed on purpose, run tools/make_expected_scores.py and read what it changed."""
    expected = (EXPECTED / f"{kind}-{service}-{prospects}.txt").read_text(encoding="utf-8")
    assert told(announcement(kind, service, prospects)) == expected


@every_case(("service", "prospects"), [(s, p) for k, s, p in COMBINATIONS if k == "indicative"])
def test_an_indicative_inspection_never_speaks_of_money(service: str, prospects: str) -> None:
    words = told(announcement("indicative", service, prospects)).casefold()
    assert [word for word in ("fund", "alloc", "qualif", "award", "£", "money", "odpm") if word in words] == []


@pytest.mark.parametrize("kind", ["almo", "re-inspection"])
@pytest.mark.parametrize("service", ["poor", "fair"])
def test_below_good_nothing_is_awarded_and_nothing_is_said_to_be_held(kind: str, service: str) -> None:
    words = told(announcement(kind, service))
    assert "£" not in words
    assert "it will advise Elm Homes Limited" in words
    assert "qualifies" not in words
    assert "held" not in words


@pytest.mark.parametrize("prospects", ["poor", "uncertain", "promising", "excellent"])
def test_prospects_do_not_decide_money(prospects: str) -> None:
    assert "qualifies for additional funding from 16 September 2004" in told(announcement("almo", "good", prospects))


def test_three_stars_bring_no_word_of_freedoms() -> None:
    words = told(announcement("almo", "excellent", "excellent")).casefold()
    assert [word for word in ("freedom", "almo plus", "self-financ") if word in words] == []
