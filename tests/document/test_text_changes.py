"""The words that differ between two texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.document import text_changes
from reportkit.document.blocks import Text
from reportkit.document.text_changes import Difference, difference


def shown(runs: tuple[Text, ...]) -> str:
    """Runs with stars round what is bold."""
    return "".join(f"*{run.text.strip()}*{' ' * run.text.endswith(' ')}" if run.bold else run.text for run in runs)


def both(before: str, after: str) -> tuple[str, str]:
    found = difference(before, after)
    return shown(found.before), shown(found.after)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("It is not done.", "It is done.", ("It is *not* done.", "It is done.")),
        ("It is done.", "It is not done.", ("It is done.", "It is *not* done.")),
        ("57 of 60 jobs", "54 of 60 jobs", ("*57* of 60 jobs", "*54* of 60 jobs")),
        ("", "All of it.", ("", "*All of it.*")),
        ("All of it.", "", ("*All of it.*", "")),
        ("One. Two.", "One.\n\nTwo.", ("One. Two.", "One. *¶* Two.")),
    ],
)
def test_words_that_one_text_has_alone_are_bold(before: str, after: str, told: tuple[str, str]) -> None:
    assert both(before, after) == told


def test_words_far_from_a_change_are_cut() -> None:
    words = [f"w{number}" for number in range(40)]
    changed = [*words[:20], "new", *words[20:]]
    near = "w14 w15 w16 w17 w18 w19"
    behind = "w20 w21 w22 w23 w24 w25"
    assert both(" ".join(words), " ".join(changed)) == (f"… {near} {behind} …", f"… {near} *new* {behind} …")


def test_between_two_changes_words_are_cut_on_both_sides_of_the_gap() -> None:
    middle = " ".join(f"w{number}" for number in range(20))
    before, _ = both(f"a {middle} b", f"c {middle} d")
    assert before == "*a* w0 w1 w2 w3 w4 w5 … w14 w15 w16 w17 w18 w19 *b*"


@pytest.mark.parametrize(("before", "after"), [("a b", "a b"), ("a b", "a\nb"), ("a b", " a  b\n"), ("", "\n\n")])
def test_spaces_and_ends_of_lines_are_no_change(before: str, after: str) -> None:
    assert difference(before, after) == Difference()


def test_texts_too_long_to_compare_count_as_changed_and_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("reportkit.document.text_changes.SequenceMatcher")
    old = " ".join(f"a{number}" for number in range(30_000))
    found = difference(f"Same {old} end", f"Same {old.replace('a', 'b')} end")
    assert [run.bold for run in found.before] == [False, True, False]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_what_is_shown_of_short_texts_is_the_texts(old: list[str], new: list[str]) -> None:
    found = difference(" ".join(old), " ".join(new))
    if old == new:
        assert found == Difference()
    elif max(len(old), len(new)) <= text_changes.AROUND:
        assert "".join(run.text for run in found.before).split() == old
        assert "".join(run.text for run in found.after).split() == new
