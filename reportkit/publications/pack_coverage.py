"""What was looked at, counted: Appendix 1's grid, the questions of Appendices 2 and 3, and the other lists."""

from __future__ import annotations

from typing import Final

from reportkit.document.blocks import Text
from reportkit.guidance.areas import AREAS, Area
from reportkit.guidance.key_questions import GOVERNANCE, KEY_QUESTIONS, SUB_QUESTIONS
from reportkit.guidance.questions import QUESTIONS
from reportkit.inspection.inspection import Inspection
from reportkit.publications.pack_evidence import bearing_on
from reportkit.rules.facts import facts
from reportkit.rules.ledger import Ledger, cell_of, ledger_of
from reportkit.wording.values import Slot

_NOTHING: Final = Slot((Text("nothing", gap=True),))
_SHOWN_ELSEWHERE: Final = frozenset(("E01", "E09"))
"""Reality checks, used and unused, and which questions evidence serves, have a table of their own in the pack."""
_OF_THE_GUIDANCE: Final = frozenset(("G02", "G04", "G06", "G13"))
"""What the guidance says of indicators, whatever the inspection: `reportkit check --facts` tells it to who asks."""


def coverage_values(inspection: Inspection) -> dict[str, object]:
    """The name `coverage`: `.grid`, `.parts` and `.facts`."""
    ledger = ledger_of(inspection)
    return {
        "coverage": {
            "grid": tuple(_grid_row(ledger, question.id, question.title) for question in SUB_QUESTIONS.values()),
            "parts": _parts(ledger) if ledger.asks_2003_questions else (),
            "facts": tuple(
                {"title": fact.title, "lines": fact.lines}
                for fact in facts(inspection)
                if fact.rule not in _SHOWN_ELSEWHERE | _OF_THE_GUIDANCE
            ),
        }
    }


def _grid_row(ledger: Ledger, question: str, title: str) -> dict[str, object]:
    row: dict[str, object] = {"question": f"{question} {title}"}
    return row | {area.short: _cell(ledger, question, area) for area in AREAS.values()}


def _cell(ledger: Ledger, question: str, area: Area) -> object:
    """Findings and evidence of one cell, counted: “3 / 8”; what is not in the scope says so."""
    cell = cell_of(question, area.id) or ""
    found, seen = len({each.id for each in ledger.findings_on.get(cell, ())}), len(bearing_on(ledger, cell))
    counted = f"{found} / {seen}"
    scope = {each.id: each for each in ledger.particulars.scope}
    if scope and area.id not in scope:
        return "not in scope" if not found + seen else f"not in scope: {counted}"
    if scope and scope[area.id].depth == "lighter":
        return f"more lightly: {counted}"
    return counted if found + seen else _NOTHING


def _parts(ledger: Ledger) -> tuple[dict[str, object], ...]:
    headings = {
        **{each.id: each.title for each in KEY_QUESTIONS.values() if each.judgement == "prospects"},
        **{each.id: each.title for each in GOVERNANCE.values()},
    }
    return tuple(_part(ledger, part, title) for part, title in headings.items())


def _part(ledger: Ledger, part: str, title: str) -> dict[str, object]:
    asked = [question for question in QUESTIONS if question.startswith(f"{part}.")]
    found = [question for question in asked if ledger.found(question)]
    open_ = [question for question in asked if not ledger.claimed(question)]
    return {
        "part": f"{part} {title}",
        "asked": len(asked),
        "found": len(found),
        "evidence_alone": len(asked) - len(found) - len(open_),
        "open": ", ".join(open_),
    }
