"""What a table of indicators would change, as lines: row by row, and how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportkit.actions.import_indicators import NAME, PreparedIndicators
from reportkit.cli.output.row_changes import change_lines


def preview(prepared: PreparedIndicators) -> Iterator[str]:
    """Return what would change; all the new rows where indicators.csv cannot be read as it is."""
    if prepared.changes is None or prepared.before is None:
        yield f"{NAME} cannot be read as it is, so all of it would be replaced:"
        yield from (f"+ {each.code} {each.name}" for each in prepared.after)
        return
    yield from change_lines(prepared.changes)
    done = Counter(change.done for change in prepared.changes)
    counts = f"{done['added']} added, {done['changed']} changed, {done['removed']} removed"
    yield f"{len(prepared.before)} indicators before, {len(prepared.after)} after: {counts}."
