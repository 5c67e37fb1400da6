"""An inspection: everything in its folder, read and frozen."""

from __future__ import annotations

from msgspec import Struct

from reportkit.inspection.driver import Barrier, Driver
from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.finding import Finding
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.particulars import Particulars
from reportkit.inspection.previous_inspection import Predecessor
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.services import BestValueReview, SupportService
from reportkit.inspection.source_place import Origin
from reportkit.inspection.thresholds import ThresholdYear
from reportkit.inspection.warning_answer import Answer


class Narrative(Struct, frozen=True):
    """One file in narrative/: Markdown that the report's template asks for by name."""

    name: str
    text: str
    text_line: int
    origin: Origin


class Inspection(Struct, frozen=True, kw_only=True):
    """One inspection. `slug` is its folder's name under inspections/.

    What lies beside it in the repository: `predecessors`, the inspections before it, nearest first, as `previous` leads
    to them; `thresholds`, the years of upper quartiles that the organisation added.
    """

    slug: str
    particulars: Particulars
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    drivers: tuple[Driver, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    support_services: tuple[SupportService, ...] = ()
    best_value_reviews: tuple[BestValueReview, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    answers: tuple[Answer, ...] = ()
    predecessors: tuple[Predecessor, ...] = ()
    thresholds: tuple[ThresholdYear, ...] = ()
