"""What every service should do, whatever its rating [48, 49, 53, 60, 61, Appendix 1]."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from reportkit.guidance.questions import title_of
from reportkit.guidance.topic_lists import QUALITY, STANDARDS
from reportkit.rules.evidence.evidence_facts import listing
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark
from reportkit.rules.rule import FactSheet, Rule, fact_sheet, rule
from reportkit.rules.topics_covered import denied, named, unspoken

_GAS_QUESTION: Final = "2.2-stock-5"

GAS: Final = ("gas-servicing", _GAS_QUESTION)
"""The topic and the question of Appendix 1 that are about the yearly service of gas appliances."""


@rule(
    "F11",
    remedy="Add each standard's id to the `covers` of a finding or of evidence.",
    example="covers: [standard-complaints] in a finding on a sample of 40 complaints",
)
def standard_not_covered(index: Index) -> Iterator[Remark]:
    """Thirteen services are due to every tenant at the highest standard, wherever they live."""
    return unspoken(index, STANDARDS, "F11")


@rule(
    "F14",
    remedy="Add `gas-servicing` to the `covers` of a finding or of evidence.",
    example="covers: [gas-servicing] in evidence of a sample of 60 homes' service dates",
)
def gas_servicing_not_covered(index: Index) -> Iterator[Remark]:
    """A gas appliance that is not serviced each year can kill, so Appendix 1 asks about every one of them."""
    return iter(()) if index.claimed(_GAS_QUESTION) else unspoken(index, named("gas-servicing"), "F14")


@rule(
    "F16",
    remedy="Add a finding that covers `excellent-consultation` and follows consultation to what came of it.",
    example="Tenants asked for evening appointments in 2002; the repairs standard has had them since January.",
)
def consultation_not_traced(index: Index) -> Iterator[Remark]:
    """Consultation counts where it can be traced to decisions, standards and targets; excellence needs it to work."""
    topics = named("excellent-consultation")
    return chain(unspoken(index, topics, "F16"), denied(index, topics, "F16"))


@rule(
    "F17",
    remedy="Add findings or evidence that cover `compact`, `options-appraisal` and `almo-decision`.",
    example="covers: [compact, options-appraisal] in evidence/compact-2002.yaml",
)
def tenants_part_not_covered(index: Index) -> Iterator[Remark]:
    """Tenants agree a compact with their landlord, and take part in its great decisions.

    These are the appraisal of options for the stock and, where there is one, the decision to set up an ALMO.
    """
    topics = named("compact", "options-appraisal", "almo-decision")
    return unspoken(index, topics if index.almo else topics[:2], "F17")


@rule(
    "F18",
    remedy="Add `regeneration` to the `covers` of a finding or of evidence.",
    example="covers: [regeneration] in a finding on work with police and schools on one estate",
)
def regeneration_not_covered(index: Index) -> Iterator[Remark]:
    """Good landlords work with others to put deprived neighbourhoods on their feet."""
    return unspoken(index, named("regeneration"), "F18")


@rule(
    "F19",
    remedy="Add findings or evidence that cover `quality-aims`, `quality-standards` and `quality-monitoring`.",
    example="covers: [quality-monitoring] in a finding that one repair in ten is inspected afterwards",
)
def quality_assurance_not_covered(index: Index) -> Iterator[Remark]:
    """Every service has aims, standards that can be measured and that tenants know, and someone who watches them."""
    return unspoken(index, QUALITY, "F19")


SERVICE_TOPICS: tuple[Rule, ...] = (
    standard_not_covered,
    gas_servicing_not_covered,
    consultation_not_traced,
    tenants_part_not_covered,
    regeneration_not_covered,
    quality_assurance_not_covered,
)

_DATED: Final = (
    ("July 2005", "1.1-stock-5"),
    ("2005", "3.1-stock-2"),
    ("2005", "3.1-rent-2"),
)


@fact_sheet(
    "F15",
    remedy="Nothing; findings and evidence that cover the question are listed.",
    example="By July 2005: Will options be appraised …: 1 (options-appraisal-2002)",
)
def dates_that_the_guidance_sets(index: Index) -> Iterator[str]:
    """Options for investment are appraised by July 2005, and targets should lead to the upper quartile by 2005."""
    for date, question in _DATED:
        yield listing(f"By {date} “{title_of(question)}”", index.claimants(question), "nothing yet")


FACTS_OF_SERVICE: tuple[FactSheet, ...] = (dates_that_the_guidance_sets,)
