"""A line for every inspection, as a table and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from reportkit.actions.status_table import StatusLine, StatusRequest, StatusTable
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.output.sharing_output import say_how_old
from reportkit.cli.terminal_output import say
from reportkit.moderation.phrasing import shortened

FORMAT = 1
_LONGEST: Final = 60  # characters of what comes next, in a line


def say_status(table: StatusTable, request: StatusRequest) -> None:
    """Say the table, and below it the inspections whose stage could not be found."""
    say_how_old(table.brought_in)
    if table.lines or table.unknown:
        say("\n".join((*_rows(table), *map(str, table.unknown))))
    else:
        say(_nothing(table, request), err=True)


def status_json(table: StatusTable) -> bytes:
    """Return the same as JSON, in the shape of docs/json.md."""
    answer = {
        "format": FORMAT,
        "brought-in": table.brought_in,
        "inspections": table.lines,
        "untold": table.unknown,
    }
    return json_bytes(answer)


def _nothing(table: StatusTable, request: StatusRequest) -> str:
    """Return why there is no line: none is wanted, none is saved, or there is no inspection at all."""
    if request.own:
        return "Nothing waits for you."
    if request.late:
        return "Nothing that comes next is late; `reportkit timetable --all --late` shows every date."
    if table.in_folder:
        return f"No inspection is saved yet. Save one: reportkit save {table.in_folder[0]}"
    return "There is no inspection yet; `reportkit new` makes one, and `reportkit sync` brings in what others began."


def _rows(table: StatusTable) -> Iterator[str]:
    """Return the lines of the table, with columns as wide as their longest cell."""
    rows = [_cells(line, table.names) for line in table.lines]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    for row in rows:
        yield "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1])).rstrip()


def _cells(line: StatusLine, names: Mapping[str, str]) -> tuple[str, ...]:
    who = " or ".join(names[each] for each in line.who)
    due = f"{line.due}{' late' if line.late else ''}" if line.due else ""
    return line.inspection, line.stage, shortened(line.next, _LONGEST), who, due
