"""What was looked at, as the moderation pack shows it: the grid, the parts, the lists and the team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reportkit.document.blocks import Text
from reportkit.guidance.areas import AREAS
from reportkit.guidance.key_questions import SUB_QUESTIONS
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import NOTHING_YET, Milestones
from reportkit.rules.coverage_grid import Coverage, GridCell, GridItem, GridPart, Owed, coverage_of
from reportkit.rules.facts import facts
from reportkit.rules.index import ledger_of
from reportkit.rules.timing.reviews import key_services
from reportkit.wording.values import Slot

_NOTHING: Final = Slot((Text("nothing", gap=True),))
_SHOWN_ELSEWHERE: Final = frozenset(("E01", "E09"))
"""Reality checks, used and unused, and which questions evidence serves, have a table of their own in the pack."""
_OF_THE_GUIDANCE: Final = frozenset(("A07", "G02", "G04", "G06", "G13", "O04"))
"""What the guidance says, whatever the inspection: `reportkit check --facts` tells it to who asks."""


def coverage_values(inspection: Inspection, milestones: Milestones = NOTHING_YET) -> dict[str, object]:
    """Return the name `coverage`: `.grid`, `.parts`, `.standards`, `.team`, `.unassigned` and `.facts`."""
    coverage, ledger = coverage_of(inspection), ledger_of(inspection)
    services = {**{area.id: area.title for area in AREAS.values()}, **key_services(ledger)}
    return {
        "coverage": {
            "grid": tuple(_grid_row(coverage, question) for question in SUB_QUESTIONS),
            "parts": tuple(map(_part, coverage.parts)),
            "standards": tuple(map(_standard, _standards(coverage))),
            "team": tuple(_owed(each, services) for each in coverage.team),
            "unassigned": tuple(services[each] for each in coverage.unassigned),
            "facts": tuple(
                {"title": fact.title, "lines": fact.lines}
                for fact in facts(inspection, milestones)
                if fact.rule not in _SHOWN_ELSEWHERE | _OF_THE_GUIDANCE
            ),
        }
    }


def _grid_row(coverage: Coverage, question: str) -> dict[str, object]:
    row: dict[str, object] = {"question": f"{question} {SUB_QUESTIONS[question].title}"}
    cells = (cell for cell in coverage.cells if cell.question == question)
    return row | {AREAS[cell.area].short: _cell(cell) for cell in cells}


def _cell(cell: GridCell) -> object:
    """Findings and evidence of one cell, counted: “3 / 8”; what is not in the scope says so."""
    counted = f"{len(cell.findings)} / {len(cell.evidence)}"
    if cell.depth == "out":
        return f"not in scope: {counted}" if cell.touched else "not in scope"
    if cell.depth == "lighter":
        return f"more lightly: {counted}"
    return counted if cell.touched else _NOTHING


def _part(part: GridPart) -> dict[str, object]:
    found = sum(bool(each.findings) for each in part.questions)
    open_ = [each.id for each in part.questions if not each.touched]
    return {
        "part": f"{part.id} {part.title}",
        "asked": len(part.questions),
        "found": found,
        "evidence_alone": len(part.questions) - found - len(open_),
        "open": ", ".join(open_),
    }


def _standards(coverage: Coverage) -> tuple[GridItem, ...]:
    return next(listed.items for listed in coverage.lists if listed.id == "standards")


def _standard(item: GridItem) -> dict[str, object]:
    counted = f"{len(item.findings)} / {len(item.evidence)}"
    return {"title": item.title, "counted": counted if item.touched else _NOTHING}


def _owed(owed: Owed, services: Mapping[str, str]) -> dict[str, object]:
    areas = "; ".join(services.get(each, each) for each in owed.areas)
    return {"name": owed.name, "areas": areas, "findings": owed.findings, "empty": ", ".join(owed.empty)}
