"""What a template asks for where it would mark a gap."""

from __future__ import annotations

import pytest

from reportkit.wording.asked_values import asked_values
from reportkit.wording.values import Template


def asked(text: str, **others: str) -> list[tuple[str, str, int]]:
    known = {name: Template(name, words, f"templates/{name}") for name, words in {"main": text, **others}.items()}
    return [(each.words, each.value, each.line) for each in asked_values(known["main"], known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{{ dates.report | needed("the day") }}', [("the day", "dates.report", 1)]),
        ('{% if a.b %}x{% else %}{{ gap("No b.") }}{% endif %}', [("No b.", "a.b", 1)]),
        ('{% for x in a.b %}\n{{ x.c | needed("c") }}\n{% endfor %}', [("c", "a.b.c", 2)]),
        ('{% for x in a.b %}{% else %}{{ gap("No b.") }}{% endfor %}', [("No b.", "a.b", 1)]),
        ('{{ narrative("area", needed="No area.") }}', [("No area.", "narrative/area", 1)]),
        ('{{ narrative("area") }}', []),
        ('{{ gap("Always.") }}', [("Always.", "", 1)]),
        ("{{ gap(words) }}", []),
    ],
)
def test_each_gap_has_the_value_that_is_missing(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert asked(text) == expected


def test_templates_that_are_included_are_read_once() -> None:
    text = '{% include "part" %}{% include "part" %}'
    assert asked(text, part='{{ a | needed("a") }}') == [("a", "a", 1)]
