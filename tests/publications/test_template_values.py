"""Plain values as templates may see them."""

from __future__ import annotations

from reportkit.publications.template_values import as_view
from reportkit.wording.values import View


def test_what_has_named_values_becomes_a_view_all_the_way_down() -> None:
    made = as_view("almo", {"board": {"tenants": 5}})
    assert isinstance(made, View)
    assert isinstance(made.values["board"], View)
    assert made.values["board"].values == {"tenants": 5}


def test_a_view_knows_what_it_is_called_so_that_messages_can_say_so() -> None:
    made = as_view("almo", {"board": {}})
    assert (made.name, made.values["board"].name) == ("almo", "almo.board")


def test_lists_become_tuples_of_views_which_no_one_can_change() -> None:
    (made,) = as_view("team", [{"name": "A. Okafor"}])
    assert (made.name, made.values) == ("team", {"name": "A. Okafor"})


def test_words_numbers_and_nothing_stay_what_they_are() -> None:
    assert as_view("x", ("a", 3, None, False)) == ("a", 3, None, False)
