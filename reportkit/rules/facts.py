"""Facts that are computed or looked up from an inspection: for `check --facts` and the report's appendices."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import NOTHING_YET, Milestones
from reportkit.rules.duration import FACTS_OF_DURATION
from reportkit.rules.facts_beside_others import FACTS_BESIDE_OTHERS
from reportkit.rules.facts_of_evidence import FACTS_OF_EVIDENCE
from reportkit.rules.facts_of_indicators import FACTS_OF_INDICATORS
from reportkit.rules.facts_of_judgement import FACTS_OF_JUDGEMENT
from reportkit.rules.facts_of_parties import FACTS_OF_PARTIES, FACTS_OF_TEXT
from reportkit.rules.fees import FACTS_OF_FEES
from reportkit.rules.index import ledger_of
from reportkit.rules.lighter_inspection import FACTS_OF_SCOPE
from reportkit.rules.notification import FACTS_OF_NOTIFICATION
from reportkit.rules.reinspection import FACTS_OF_REINSPECTION
from reportkit.rules.rule import FactSheet

ALL_FACTS: Final[tuple[FactSheet, ...]] = (
    *FACTS_OF_PARTIES,
    *FACTS_OF_SCOPE,
    *FACTS_OF_EVIDENCE,
    *FACTS_OF_INDICATORS,
    *FACTS_OF_JUDGEMENT,
    *FACTS_OF_DURATION,
    *FACTS_OF_NOTIFICATION,
    *FACTS_OF_REINSPECTION,
    *FACTS_OF_FEES,
    *FACTS_OF_TEXT,
    *FACTS_BESIDE_OTHERS,
)


class Fact(Struct, frozen=True):
    """One fact sheet filled in: the row's id and title, and a line of text for each thing it tells."""

    rule: str
    title: str
    lines: tuple[str, ...]


def facts(
    inspection: Inspection, milestones: Milestones = NOTHING_YET, others: tuple[Inspection, ...] = ()
) -> tuple[Fact, ...]:
    """Every fact sheet that is for this kind of inspection, filled in; `others` are those to compare with."""
    index = ledger_of(inspection, milestones, others)
    return tuple(
        Fact(sheet.id, sheet.row.title, tuple(sheet.look(index)))
        for sheet in ALL_FACTS
        if index.kind in sheet.row.kinds
    )
