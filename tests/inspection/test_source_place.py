from __future__ import annotations

import pytest

from reportkit.inspection.source_place import NOWHERE, Origin, Place

ORIGIN = Origin("f.yaml", {"title": 3, "team": 5, "team.0": 6, "team.0.role": 7}, first=2)


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("title", "f.yaml:3"),
        ("team.0.role", "f.yaml:7"),
        ("team.0.name", "f.yaml:6"),
        ("team.4.name", "f.yaml:5"),
        ("weight", "f.yaml:2"),
        ("", "f.yaml:2"),
    ],
)
def test_a_key_has_a_place_or_that_of_what_stands_around_it(key: str, place: str) -> None:
    assert str(ORIGIN.at(key)) == place


def test_a_place_without_a_line_is_the_file_as_a_whole() -> None:
    assert str(Place("f.yaml")) == "f.yaml"
    assert NOWHERE.at("title") == Place("", 1)


def test_places_stand_by_file_and_then_by_line() -> None:
    assert sorted([Place("b", 1), Place("a", 10), Place("a", 9)]) == [Place("a", 9), Place("a", 10), Place("b", 1)]
