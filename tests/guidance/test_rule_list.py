"""The rule list, counted by chapter."""

import re
from collections import Counter

from reportkit.guidance.rule_list import CHAPTERS, RULE_LIST, rules_of
from tests.every_case import every_case

SIZES = {
    "A": 16, "B": 14, "C": 8, "D": 8, "E": 20, "F": 19, "G": 13, "H": 22,
    "I": 8, "J": 9, "K": 15, "L": 7, "M": 5, "N": 4, "O": 8, "S": 17,
}  # fmt: skip
ACTS = {"submit", "send", "decide", "sign-off", "notify", "publish", "reinspect", "design"}


def test_the_list_has_193_rules():
    assert len(RULE_LIST) == 193


@every_case("chapter", SIZES)
def test_a_chapter_has_all_its_rules_in_order(chapter):
    names = [row.id for row in rules_of(chapter)]
    assert len(names) == len(set(names)) == SIZES[chapter]
    if chapter != "S":
        assert names == [f"{chapter}{number:02}" for number in range(1, SIZES[chapter] + 1)]


def test_every_chapter_has_a_title():
    assert list(CHAPTERS) == list(SIZES)


def test_rules_on_news_stories_name_the_story():
    assert all(re.fullmatch(r"S0[0-3][a-e]", row.id) for row in rules_of("S"))
    assert all(row.paragraph == f"story 0{row.id[1:3]}" for row in rules_of("S"))


def test_only_known_acts_are_protected():
    assert {act for row in RULE_LIST.values() for act in row.protects} == ACTS


def test_a_fact_alone_protects_nothing():
    assert [row.id for row in RULE_LIST.values() if row.levels == ("fact",) and row.protects] == []


def test_levels_are_as_many_as_the_rules_say():
    assert Counter(row.level for row in RULE_LIST.values()) == {
        "error": 56,
        "warning": 94,
        "fact": 40,
        "fact or warning": 1,
        "fact or error": 1,
        "error or warning": 1,
    }


def test_where_the_level_depends_the_condition_says_on_what():
    assert [row.id for row in RULE_LIST.values() if len(row.levels) > 1 and not row.condition] == []


def test_an_error_that_is_our_reading_can_be_set_aside():
    readings = [row for row in RULE_LIST.values() if row.our_reading and "error" in row.levels]
    assert [row.id for row in readings] == ["B01", "I02", "J05", "K07", "K08", "K10", "L02"]
    assert all(row.override for row in readings)


def test_only_errors_need_setting_aside():
    assert [row.id for row in RULE_LIST.values() if row.override and "error" not in row.levels] == []


def test_two_more_errors_can_be_set_aside_because_the_text_leaves_room():
    assert [row.id for row in RULE_LIST.values() if row.override and not row.our_reading] == ["D01", "J04"]


@every_case(
    ("rule", "level", "kinds", "protects"),
    [
        ("A06", "error", ("almo", "re-inspection"), ("submit",)),
        ("A16", "error", ("almo", "re-inspection"), ("notify", "publish")),
        ("C03", "error", ("indicative",), ("submit",)),
        ("D03", "error", ("almo", "re-inspection", "indicative", "best-value"), ("submit",)),
        ("F12", "error", ("almo", "re-inspection", "indicative", "best-value"), ("design",)),
        ("I01", "error", ("almo", "re-inspection", "indicative", "best-value"), ("send", "notify")),
        ("N03", "error", ("almo", "re-inspection"), ("design",)),
        ("N04", "error", ("indicative",), ()),
        ("L06", "warning", ("almo", "re-inspection"), ("reinspect",)),
    ],
)
def test_a_rule_knows_its_level_kinds_and_what_it_protects(rule, level, kinds, protects):
    row = RULE_LIST[rule]
    assert (row.level, row.kinds, row.protects) == (level, kinds, protects)


def test_titles_tell_rules_apart():
    assert len({row.title for row in RULE_LIST.values()}) == 193
