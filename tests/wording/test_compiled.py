"""Templates kept compiled: the same words, places and refusals as when they are made anew."""

from __future__ import annotations

import pytest

from reportkit.errors import Refused
from reportkit.wording import compiled
from reportkit.wording.render import render
from reportkit.wording.values import Template, TemplateContext


class Shelf:
    """Keeps in memory, and counts what was found."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.found = 0

    def get(self, label: str) -> bytes | None:
        self.found += label in self.kept
        return self.kept.get(label)

    def put(self, label: str, data: bytes) -> None:
        self.kept[label] = data


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def told(shelf: Shelf, text: str, name: str = "a", **others: str) -> tuple[str, list[tuple[str, int]]]:
    templates = {other: Template(other, source, f"templates/{other}") for other, source in others.items()}
    wording = render(
        Template(name, text, f"templates/{name}"), {"n": 7}, TemplateContext(templates=templates, kept=shelf)
    )
    return wording.text, [wording.place(line) for line in range(1, wording.text.count("\n") + 1)]


def test_a_kept_template_says_the_same_from_the_same_places(shelf):
    text, others = "one {{ n }}\n{% include 'b' %}\nthree\n", {"b": "two\n{{ n }}\n", "c": "other\n"}
    first = told(shelf, text, **others)
    assert shelf.found == 0
    assert told(shelf, text, **others) == first
    assert shelf.found == 2
    assert first[1][:2] == [("templates/a", 1), ("templates/b", 1)]


def test_places_hold_where_other_templates_come_and_go(shelf):
    text = "{% include 'z' %}\n"
    told(shelf, text, z="two\n")
    assert told(shelf, text, b="more\n", z="two\n")[1][0] == ("templates/z", 1)
    assert told(shelf, text, z="two\n")[1][0] == ("templates/z", 1)


@pytest.mark.parametrize(("text", "name"), [("one {{ n }} more\n", "a"), ("one {{ n }}\n", "b")])
def test_another_text_or_name_is_compiled_anew(shelf, text, name):
    told(shelf, "one {{ n }}\n")
    told(shelf, text, name)
    assert shelf.found == 0


def test_another_program_compiles_anew(shelf, monkeypatch):
    told(shelf, "one\n")
    monkeypatch.setattr(compiled, "_program", lambda: ("another",))
    told(shelf, "one\n")
    assert shelf.found == 0


def test_a_program_that_is_on_no_disk_keeps_nothing(shelf, monkeypatch):
    monkeypatch.setattr(compiled, "_program", lambda: ())
    assert told(shelf, "one\n")[0] == "one\n"
    assert shelf.kept == {}


def test_what_a_kept_template_includes_is_looked_for_again(shelf):
    told(shelf, "{% include 'b' %}", b="two")
    with pytest.raises(Refused, match="There is no template 'b'"):
        told(shelf, "{% include 'b' %}")
    with pytest.raises(Refused, match="includes itself"):
        told(shelf, "{% include 'b' %}", b="{% include 'a' %}")


def test_a_mistake_in_a_kept_template_has_its_line(shelf):
    for _ in range(2):
        with pytest.raises(Refused, match="templates/a:2"):
            told(shelf, "one\n{{ n.nothing }}\n")
    assert shelf.found == 1


def test_what_a_template_may_not_use_is_refused_and_never_kept(shelf):
    for _ in range(2):
        with pytest.raises(Refused):
            told(shelf, "{{ n ** 2 }}")
    assert shelf.kept == {}
