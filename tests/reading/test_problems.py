from __future__ import annotations

import pytest

from reportkit.inspection.source_place import Place
from reportkit.reading.problems import wrong
from reportkit.similar_names import choose

MANY = [f"finding-{number}" for number in range(3000)]


@pytest.mark.parametrize(
    ("word", "choices", "remedy"),
    [
        ("titel", ["title", "kind"], "Did you mean `title`?"),
        ("p1.3", ["P1.3", "2.2"], "Did you mean `P1.3`?"),
        ("zzz", ["title", "kind"], "Choose one of: title, kind."),
        ("zzz", [f"name-{number}" for number in range(20)], ""),
        ("zzz", [], ""),
        (
            "late-repair",
            [*MANY, "late-repairs"],
            "Did you mean `late-repairs`?",
        ),
    ],
)
def test_what_was_probably_meant_is_named_or_all_there_is(word: str, choices: list[str], remedy: str) -> None:
    assert choose(word, choices) == remedy


def test_a_problem_shows_nothing_that_could_trouble_a_terminal() -> None:
    problem = wrong(Place("a\x1b[2J\n.md", 1), "soft\u00adhyphen \udcff", "x" * 5000)
    assert str(problem).startswith("a\\x1b[2J\\n.md:1: soft\\xadhyphen \\udcff. xxx")
    assert str(problem).isprintable()
    assert len(str(problem)) < 600
