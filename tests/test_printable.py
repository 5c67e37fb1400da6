"""Text that others wrote cannot act on the terminal that shows it."""

from __future__ import annotations

import pytest

from reportkit.printable import printable


def test_text_that_can_be_seen_stays_as_it_is() -> None:
    assert printable("Löhne für 2004 – „gut“ 字") == "Löhne für 2004 – „gut“ 字"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("\x1b[31mred", "\\x1b[31mred"), ("\u202egnp", "\\u202egnp"), ("a\nb\tc", "a\\nb\\tc"), ("\udcff", "\\udcff")],
)
def test_what_would_move_colour_or_turn_is_spelt_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_characters_to_keep_stay() -> None:
    assert printable("a\nb\x07", keep="\n") == "a\nb\\x07"
