"""Differences between two states, as lines: + for what is added, - for what is removed, ~ for what is changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportkit.inspection.inspection_changes import Change

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}


def change_lines(changes: Iterable[Change]) -> Iterator[str]:
    """Return one line for each thing that differs, and one below it for each of its fields."""
    for change in changes:
        yield f"{_SIGNS[change.done]} {change.id} {change.title}"
        for altered in change.altered:
            yield f"    {altered.field.replace('_', '-')}: {_said(altered.before)} → {_said(altered.after)}"


def _said(value: object) -> str:
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
