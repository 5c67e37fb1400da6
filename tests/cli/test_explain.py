from __future__ import annotations

import pytest

from reportkit.guidance.rule_list import ALL_ROWS, CHAPTERS, OWN_CHAPTER, OWN_TITLE
from reportkit.rules.explain import ENTRIES
from tests.every_case import every_case


def test_a_rule_is_explained_with_its_paragraph_why_and_what_to_do(reportkit):
    told = reportkit("explain", "E04")
    assert told.code == 0
    for part in ("E04  ", "Guidance: 67", "Level:    warning", "Protects: submit", "Why:", "Do:", "Example:"):
        assert part in told.out


@pytest.mark.parametrize("written", ["e04", " E04 ", "E4", "e4"])
def test_a_rules_id_may_be_written_carelessly(reportkit, written):
    assert reportkit("explain", written).out.startswith("E04  ")


def test_an_unknown_rule_is_refused_with_the_likely_one(reportkit):
    refused = reportkit("explain", "E004")
    assert refused.code == 2
    assert "There is no rule 'E004'. Did you mean 'E04'?" in refused.err
    assert "`reportkit explain` lists them" in reportkit("explain", "????").err


def test_a_row_that_comes_from_a_news_story_tells_what_the_story_is(reportkit):
    told = reportkit("explain", "s00a").out
    assert "Story:    The chief inspector advises weak housing authorities" in told
    assert "Guidance:" not in told


@every_case("name", ENTRIES)
def test_every_rule_can_be_explained(reportkit, name):
    told = reportkit("explain", name)
    assert told.code == 0
    assert told.out.startswith(f"{name}  {ENTRIES[name].row.title}")
    assert [label for label in ("Level:", "Why:", "Do:", "Example:") if f"\n{label}" not in told.out] == []
    assert all(len(line) <= 100 and line == line.rstrip() for line in told.out.splitlines()[1:])


def test_alone_it_lists_every_rule_by_chapter(reportkit):
    titles = {**CHAPTERS, OWN_CHAPTER: OWN_TITLE}
    lines = reportkit("explain").out.splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [f"{k}  {v}" for k, v in titles.items()]
    assert [line.split()[0] for line in lines if line.startswith(" ")] == list(ALL_ROWS)
    assert [line for line in lines if line.endswith("[]")] == []
