"""Many warnings of one rule in one place become one line."""

from __future__ import annotations

from reportkit.cli.output.group_warnings import folded
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Place


def warnings(count: int, rule: str = "F04", file: str = "findings", level: str = "warning") -> list[Problem]:
    return [
        Problem(
            rule=rule,
            level=level,
            state="not there yet",
            where=Place(file),
            message=f"Cell {number} is empty",
            remedy="Add a finding.",
            about=f"cell-{number}",
        )
        for number in range(count)
    ]


def test_a_few_warnings_are_listed_singly() -> None:
    assert list(folded(warnings(3))) == warnings(3)


def test_many_become_one_that_names_some_and_counts_the_others() -> None:
    (one,) = folded(warnings(24))
    assert str(one) == (
        "findings: Cell 0 is empty (23 others like it, about cell-1, cell-2, cell-3 and 20 more). Add a finding."
    )


def test_errors_are_always_listed_singly() -> None:
    assert len(list(folded(warnings(24, level="error")))) == 24


def test_other_rules_and_other_files_stay_apart() -> None:
    mixed = [*warnings(4), *warnings(4, rule="H21"), *warnings(4, file="evidence")]
    assert [problem.rule for problem in folded(mixed)] == ["F04", "H21", "F04"]


def test_warnings_about_nothing_in_particular_are_only_counted() -> None:
    nameless = [
        Problem(rule="E1", level="warning", state="wrong", where=Place("f", 1), message="Bad", remedy="Mend it.")
    ] * 5
    (one,) = folded(nameless)
    assert one.message == "Bad (4 others like it)"
