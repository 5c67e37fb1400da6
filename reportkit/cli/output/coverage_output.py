"""Coverage in words for a terminal, and as JSON for other programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from reportkit.cli.output.json_envelope import json_bytes
from reportkit.guidance.areas import AREAS
from reportkit.guidance.key_questions import SUB_QUESTIONS
from reportkit.rules.coverage_grid import Coverage, GridCell, GridItem, GridPart, Listed, Owed

FORMAT = 1
_WIDTH: Final = 100
_CELL: Final = 15


def as_json(coverage: Coverage) -> bytes:
    """Return everything that was counted, as one JSON text of several lines."""
    told = {"format": FORMAT, **msgspec.to_builtins(coverage)}
    return json_bytes(told)


def lines(coverage: Coverage, *, open_only: bool = False) -> Iterator[str]:
    """Yield the grid, the parts, the lists and the team; with `open_only` nothing but what is still open."""
    yield "Appendix 1: findings / evidence on each question in each service"
    yield from _open_cells(coverage) if open_only else _grid(coverage)
    for part in coverage.parts:
        yield from _part(part, open_only=open_only)
    if not coverage.parts:
        yield from ("", "Appendices 2 and 3: the prospects are judged by other questions than those of March 2003")
    for listed in coverage.lists:
        yield from _listed(listed, open_only=open_only)
    yield from _team(coverage)


def _grid(coverage: Coverage) -> Iterator[str]:
    yield f"  {'':<5}{''.join(f'{area.short:<{_CELL}}' for area in AREAS.values())}"
    for question, heading in SUB_QUESTIONS.items():
        cells = (cell for cell in coverage.cells if cell.question == question)
        yield f"  {question:<5}{''.join(f'{_counted(cell):<{_CELL}}' for cell in cells)}{heading.title}"


def _counted(cell: GridCell) -> str:
    counted = f"{len(cell.findings)} / {len(cell.evidence)}" if cell.touched else "nothing"
    if cell.depth == "full":
        return counted
    return f"{counted} ({'lighter' if cell.depth == 'lighter' else 'not in scope'})" if cell.touched else "–"


def _open_cells(coverage: Coverage) -> Iterator[str]:
    missing = [cell for cell in coverage.cells if cell.is_wanting]
    yield from _entries(missing)
    if not missing:
        yield "  Every cell has a finding or evidence."


def _part(part: GridPart, *, open_only: bool) -> Iterator[str]:
    missing = [each for each in part.questions if not each.touched]
    found = sum(bool(each.findings) for each in part.questions)
    yield ""
    yield f"{part.id} {part.title}: {found} of {len(part.questions)} with findings, {len(missing)} with nothing"
    yield from _entries(missing if open_only else part.questions)


def _listed(listed: Listed, *, open_only: bool) -> Iterator[str]:
    missing = [each for each in listed.items if not each.touched]
    yield ""
    yield f"{listed.title} [{listed.paragraph}]: {len(listed.items) - len(missing)} of {len(listed.items)}"
    yield from _entries(missing if open_only else listed.items)


def _entries(items: Iterable[GridItem]) -> Iterator[str]:
    for each in items:
        counted = f"{len(each.findings)} / {len(each.evidence)}" if each.touched else "nothing"
        yield from textwrap.wrap(
            f"{counted:<9}{each.id}  {each.title}", _WIDTH, initial_indent="  ", subsequent_indent=" " * 13
        )


def _team(coverage: Coverage) -> Iterator[str]:
    yield ""
    yield "The team: services, findings written, cells of theirs with nothing yet"
    yield from (_owed(each) for each in coverage.team)
    if coverage.unassigned:
        yield f"  No one is assigned to: {', '.join(coverage.unassigned)}"
    elif not coverage.team:
        yield "  No one is named in `team` yet"


def _owed(owed: Owed) -> str:
    empty = f"; open: {', '.join(owed.empty)}" if owed.empty else ""
    findings = f"{owed.findings} finding{'' if owed.findings == 1 else 's'}"
    return f"  {owed.name}: {', '.join(owed.areas) or 'no service'}; {findings}{empty}"
