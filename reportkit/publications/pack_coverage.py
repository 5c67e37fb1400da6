"""What was looked at, as the moderation pack shows it: the grid, the parts, the lists and the team."""

from __future__ import annotations

from typing import Final

from reportkit.document.blocks import Text
from reportkit.guidance.areas import AREAS
from reportkit.guidance.key_questions import SUB_QUESTIONS
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import NOTHING_YET, Milestones
from reportkit.rules.covered import Cell, Coverage, Owed, Part, coverage_of
from reportkit.rules.facts import facts
from reportkit.wording.values import Slot

_NOTHING: Final = Slot((Text("nothing", gap=True),))
_SHOWN_ELSEWHERE: Final = frozenset(("E01", "E09"))
"""Reality checks, used and unused, and which questions evidence serves, have a table of their own in the pack."""
_OF_THE_GUIDANCE: Final = frozenset(("A07", "G02", "G04", "G06", "G13", "O04"))
"""What the guidance says, whatever the inspection: `reportkit check --facts` tells it to who asks."""


def coverage_values(inspection: Inspection, milestones: Milestones = NOTHING_YET) -> dict[str, object]:
    """The name `coverage`: `.grid`, `.parts`, `.team` and `.facts`."""
    coverage = coverage_of(inspection)
    return {
        "coverage": {
            "grid": tuple(_grid_row(coverage, question) for question in SUB_QUESTIONS),
            "parts": tuple(map(_part, coverage.parts)),
            "team": tuple(map(_owed, coverage.team)),
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


def _cell(cell: Cell) -> object:
    """Findings and evidence of one cell, counted: “3 / 8”; what is not in the scope says so."""
    counted = f"{len(cell.findings)} / {len(cell.evidence)}"
    if cell.depth == "out":
        return f"not in scope: {counted}" if cell.touched else "not in scope"
    if cell.depth == "lighter":
        return f"more lightly: {counted}"
    return counted if cell.touched else _NOTHING


def _part(part: Part) -> dict[str, object]:
    found = sum(bool(each.findings) for each in part.questions)
    open_ = [each.id for each in part.questions if not each.touched]
    return {
        "part": f"{part.id} {part.title}",
        "asked": len(part.questions),
        "found": found,
        "evidence_alone": len(part.questions) - found - len(open_),
        "open": ", ".join(open_),
    }


def _owed(owed: Owed) -> dict[str, object]:
    areas = ", ".join(AREAS[each].title if each in AREAS else each for each in owed.areas)
    return {"name": owed.name, "areas": areas, "findings": owed.findings, "empty": ", ".join(owed.empty)}
