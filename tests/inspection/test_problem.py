from __future__ import annotations

from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Place


def problem(message: str, remedy: str) -> Problem:
    where = Place("f.yaml", 3)
    return Problem(rule="file", level="error", state="wrong", where=where, message=message, remedy=remedy)


def test_a_problem_says_where_what_and_what_to_do() -> None:
    assert str(problem("`kind` is missing", "Add it.")) == "f.yaml:3: `kind` is missing. Add it."


def test_a_problem_ends_with_one_full_stop() -> None:
    assert str(problem("`kind` is missing.", "")) == "f.yaml:3: `kind` is missing."
