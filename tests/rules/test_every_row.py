"""Every row of the list is a rule, a fact, or kept where people are asked; and the page on rules tells which."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules, walk_packages

from reportkit import rules as rules_room
from reportkit.guidance import rule_rows
from reportkit.guidance.rule_list import ALL_ROWS, OWN_LIST, RULE_LIST
from reportkit.guidance.rule_rows.readings import READINGS
from reportkit.rules.all_rules import ALL_RULES
from reportkit.rules.explain import ENTRIES
from reportkit.rules.facts import ALL_FACTS
from reportkit.rules.rule import FactSheet, Principle, Rule, RuleEntry
from tests.every_case import every_case

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def told() -> Iterator[list[str]]:
    """Yield the page's rows, cell by cell."""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] in ALL_ROWS:
            yield cells


def test_the_page_lists_all_193_rows_and_our_own_once_each_and_in_order():
    assert [cells[0] for cells in told()] == list(ALL_ROWS)
    assert (len(RULE_LIST), len(OWN_LIST)) == (193, 4)


def test_the_page_tells_what_the_list_says_of_a_row():
    for name, title, level, paragraph, *_ in told():
        row = ALL_ROWS[name]
        assert (title, paragraph) == (row.title, row.paragraph or "–")
        assert level == (f"{row.level}, override" if row.override else row.level)


def test_no_row_is_unaccounted_for():
    assert list(ENTRIES) == list(ALL_ROWS)


@every_case("row", ENTRIES)
def test_an_error_or_warning_is_a_rule_and_a_fact_is_computed_unless_the_design_keeps_it(row: str):
    levels = ALL_ROWS[row].levels
    rules, sheets = {rule.id for rule in ALL_RULES}, {sheet.id for sheet in ALL_FACTS}
    if not isinstance(ENTRIES[row], Principle):
        assert (row in rules) == ("error" in levels or "warning" in levels)
        assert (row in sheets) or "fact" not in levels or row in rules


def test_an_entry_is_of_one_of_three_kinds():
    assert all(isinstance(entry, Rule | FactSheet | Principle) for entry in ENTRIES.values())


def test_a_reading_is_of_a_row_and_is_a_sentence():
    assert [row for row in READINGS if row not in RULE_LIST] == []
    assert [row for row, reading in READINGS.items() if not reading.endswith(".")] == []


CHAPTER_OF_ROW = {
    row.id: chapter.name
    for chapter in iter_modules(rule_rows.__path__)
    for row in getattr(import_module(f"{rule_rows.__name__}.{chapter.name}"), "ROWS", ())
}
MODULES = [
    import_module(found.name) for found in walk_packages(rules_room.__path__, "reportkit.rules.") if not found.ispkg
]


def modules_with(entry: RuleEntry) -> set[str]:
    """Return the names of the modules that make an entry: where its function is, or what the design keeps."""
    if isinstance(entry, Rule):
        return {entry.find.__module__}
    if isinstance(entry, FactSheet):
        return {entry.look.__module__}
    kept = {module.__name__: values_of(vars(module)) for module in MODULES if module.__name__ != EXPLAIN}
    return {name for name, values in kept.items() if any(value is entry for value in values)}


EXPLAIN = "reportkit.rules.explain"  # it gathers the entries of all chapters


def values_of(names: dict[str, object]) -> list[object]:
    """Return the values that a module's names stand for, and the members of its tuples."""
    return [one for value in names.values() for one in (value if isinstance(value, tuple) else (value,))]


@every_case("row", ENTRIES)
def test_a_row_and_its_function_are_in_files_or_folders_of_one_name(row: str):
    chapter = f"reportkit.rules.{CHAPTER_OF_ROW[row]}"
    homes = modules_with(ENTRIES[row])
    assert homes
    assert [home for home in homes if home != chapter and not home.startswith(f"{chapter}.")] == []
