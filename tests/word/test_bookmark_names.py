"""Tests for anchors as bookmark names."""

from __future__ import annotations

import re

from reportkit.word.bookmark_names import bookmark_name


def test_a_name_is_the_kind_s_letter_a_digest_and_the_paragraph():
    assert re.fullmatch(r"_rk_f[0-9a-f]{16}_p1", bookmark_name("finding/slow-repairs", 1))
    assert bookmark_name("finding/slow-repairs", 1) == "_rk_f636550ce294dcf17_p1"


def test_ids_that_differ_only_by_a_hyphen_have_different_names():
    assert bookmark_name("finding/slow-repairs", 1) != bookmark_name("finding/slowrepairs", 1)


def test_a_name_keeps_to_word_s_forty_characters_however_long_the_id():
    assert len(bookmark_name("recommendation/" + "a" * 400, 99_999)) <= 40


def test_an_anchor_that_begins_with_no_letter_has_a_name_as_well():
    assert re.fullmatch(r"_rk_x[0-9a-f]{16}_p2", bookmark_name("1.1-stock-1", 2))
    assert bookmark_name("\ud83d", 1).startswith("_rk_x")
