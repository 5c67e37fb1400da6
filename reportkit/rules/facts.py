"""Facts that are computed or looked up from an inspection: for `check --facts` and the report's appendices."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import NOTHING_YET, Milestones
from reportkit.rules.comments import FACTS_OF_DURATION
from reportkit.rules.coverage import FACTS_OF_SCOPE
from reportkit.rules.evidence.evidence_facts import FACTS_OF_EVIDENCE
from reportkit.rules.fees import FACTS_OF_FEES
from reportkit.rules.index import ledger_of
from reportkit.rules.indicators.indicator_facts import FACTS_OF_INDICATORS
from reportkit.rules.notification import FACTS_OF_NOTIFICATION
from reportkit.rules.prospects.drivers import FACTS_OF_PROSPECTS
from reportkit.rules.reinspection import FACTS_OF_REINSPECTION
from reportkit.rules.rule import FactSheet
from reportkit.rules.scope.almo_programme import FACTS_OF_ROUNDS
from reportkit.rules.service.service_topics import FACTS_OF_SERVICE
from reportkit.rules.stories.agreements import FACTS_OF_STORIES
from reportkit.rules.stories.beside_others import FACTS_BESIDE_OTHERS
from reportkit.rules.team import FACTS_OF_THE_TEAM
from reportkit.rules.text.conventions import FACTS_OF_TEXT
from reportkit.rules.timing.preconditions import FACTS_OF_TIMING

ALL_FACTS: Final[tuple[FactSheet, ...]] = (
    *FACTS_OF_ROUNDS,
    *FACTS_OF_TIMING,
    *FACTS_OF_SCOPE,
    *FACTS_OF_EVIDENCE,
    *FACTS_OF_INDICATORS,
    *FACTS_OF_THE_TEAM,
    *FACTS_OF_SERVICE,
    *FACTS_OF_PROSPECTS,
    *FACTS_OF_DURATION,
    *FACTS_OF_NOTIFICATION,
    *FACTS_OF_REINSPECTION,
    *FACTS_OF_FEES,
    *FACTS_OF_TEXT,
    *FACTS_OF_STORIES,
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
    """Return every fact sheet that is for this kind of inspection, filled in; `others` are those to compare with."""
    index = ledger_of(inspection, milestones, others)
    return tuple(
        Fact(sheet.id, sheet.row.title, tuple(sheet.look(index)))
        for sheet in ALL_FACTS
        if index.kind in sheet.row.kinds
    )
