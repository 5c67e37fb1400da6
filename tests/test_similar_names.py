"""A misspelt name finds the one that was probably meant."""

from __future__ import annotations

import pytest

from reportkit.similar_names import most_similar

KNOWN = ("sign-off", "submit", "decide")


@pytest.mark.parametrize(("typed", "meant"), [("signoff", "sign-off"), ("sign", "sign-off"), ("sumbit", "submit")])
def test_the_name_most_like_it_is_found(typed: str, meant: str) -> None:
    assert most_similar(typed, KNOWN) == meant


@pytest.mark.parametrize("typed", ["side", "xyzzy", ""])
def test_a_name_that_is_like_none_finds_none(typed: str) -> None:
    assert most_similar(typed, KNOWN) == ""
