"""Tests for lists: real ones, two levels, that restart."""

from __future__ import annotations

import pytest

from reportkit.document.blocks import Item, List, Paragraph, Quote, Text
from reportkit.errors import Refused


def point(text, *below):
    return Item((Paragraph((Text(text),)), *below))


def test_bullets_are_word_s_own_and_nothing_is_typed(draw):
    drawn = draw(List((point("one"), point("two", List((point("below"),))))))
    assert drawn.lines() == [("List Bullet", "one"), ("List Bullet", "two"), ("List Bullet 2", "below")]


def test_numbered_lists_each_restart_by_a_list_of_their_own(draw):
    drawn = draw(List((point("a"), point("b")), ordered=True), List((point("c"),), ordered=True, start=5))
    assert drawn.lines() == [("List Number", "a"), ("List Number", "b"), ("List Number", "c")]
    first, again, second = drawn.find("//w:numPr/w:numId/@w:val")
    assert first == again != second
    starts = [
        drawn.find(f"//w:num[@w:numId={n}]//w:startOverride/@w:val", "word/numbering.xml") for n in (first, second)
    ]
    assert starts == [["1"], ["5"]]


def test_a_numbered_list_below_a_bullet_counts_at_its_own_level(draw):
    drawn = draw(List((point("a", List((point("b"),), ordered=True)), point("c", List((point("d"),), ordered=True)))))
    assert [style for style, _ in drawn.lines()] == ["List Bullet", "List Number 2"] * 2
    assert drawn.find("//w:numPr/w:ilvl/@w:val") == ["1", "1"]
    assert len(set(drawn.find("//w:numPr/w:numId/@w:val"))) == 2


def test_a_second_paragraph_of_an_item_stands_under_it_without_a_mark(draw):
    item = Item((Paragraph((Text("one"),)), Paragraph((Text("more"),)), List((point("deep"),))))
    deep = Item((Paragraph((Text("two"),)), List((Item((Paragraph((Text("a"),)), Paragraph((Text("b"),)))),))))
    drawn = draw(List((item, deep), ordered=True))
    assert [style for style, _ in drawn.lines()] == [
        "List Number", "List Continue", "List Bullet 2", "List Number", "List Bullet 2", "List Continue 2",
    ]  # fmt: skip
    assert len(drawn.find("//w:numPr")) == 2


def test_lists_deeper_than_two_levels_stay_at_the_second(draw):
    deep = List((point("1", List((point("2", List((point("3"),), ordered=True)),), ordered=True)),), ordered=True)
    assert [style for style, _ in draw(deep).lines()] == ["List Number", "List Number 2", "List Number 2"]


def test_an_item_that_begins_with_a_list_or_has_no_words_leaves_no_empty_paragraph(draw):
    empty = Item((Paragraph((Text(""),)),))
    assert draw(List((Item(()), empty, Item((List((point("x"),)),))))).lines() == [("List Bullet 2", "x")]


def test_a_house_file_whose_list_number_is_no_list_is_refused(draw, changed):
    base = changed({"word/styles.xml": ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>', "")})
    with pytest.raises(Refused, match="“List Number” is not linked"):
        draw(List((point("a"),), ordered=True), base=base)


def test_a_list_inside_a_quote_is_a_list(draw):
    assert draw(Quote((List((point("x"),)),))).lines() == [("List Bullet", "x")]
