"""More ALMOs than one, ALMOs for part of the homes, and tenant management organisations [105–107]."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.guidance.indicators import INDICATORS, normal_code
from reportkit.inspection.indicator import IndicatorScope
from reportkit.rules.index import Index
from reportkit.rules.landlord import telling_words
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import Rule, rule
from reportkit.rules.topics_covered import named, unspoken


@rule(
    "M01",
    remedy="Make one inspection for each ALMO, and give the reasons for this one alone.",
    example="Two folders, inspections/north-homes-2004 and inspections/south-homes-2004, each with its own rating",
)
def almos_scored_together(index: Index) -> Iterator[Remark]:
    """Each ALMO of an authority is inspected and scored on its own.

    So a folder holds one ALMO, and its reasons speak of no other.
    """
    others, origin = index.particulars.authority.other_almos, index.particulars.origin
    for number, other in enumerate(others):
        if index.almo is not None and telling_words(other) == telling_words(index.almo.name):
            message = f"{other} is inspected here, and listed among the authority's other ALMOs"
            where = spot(origin, f"authority.other-almos.{number}")
            yield wrong(where, message, "Take it out of `other-almos`.", "other-almos")
    judgements = index.particulars.judgements
    for name, reasons in (("service", judgements.service.reasons), ("prospects", judgements.prospects.reasons)):
        for number, reason in enumerate(reasons):
            for other in others:
                if other.casefold() in reason.casefold():
                    message = f"A reason for the judgement on the {name} speaks of {other}, which is scored apart"
                    where = spot(origin, f"judgements.{name}.reasons.{number}")
                    yield wrong(where, message, "Give reasons that are of this ALMO alone.", name)


@rule(
    "M02",
    remedy="Add `central-services` to the `covers` of a finding or of evidence.",
    example="covers: [central-services] in evidence on the repairs call centre at the head office",
)
def central_services_left_out(index: Index) -> Iterator[Remark]:
    """Where an ALMO runs the homes of one district, some of its services may come from a central office.

    They are inspected with it.
    """
    if index.almo is not None and index.almo.partial:
        yield from unspoken(index, named("central-services"), "M02")


@rule(
    "M03",
    remedy="Add the authority's own figure to indicators.csv, in a row with scope `authority`.",
    example="BVPI 66a,Rent collected,96.9,per cent,higher,2002/03,authority,yes,,North and South together",
)
def combined_indicators_missing(index: Index) -> Iterator[Remark]:
    """An authority with more ALMOs than one reports each national indicator once, for all its homes together."""
    if not is_one_of_several(index):
        return
    of_authority = _national(index, "authority")
    for code in _national(index, "almo"):
        if code not in of_authority:
            message = f"{code} is given for this ALMO and not for the authority as a whole"
            yield missing(index.file("indicators.csv"), message, "Add a row with scope `authority`.", code)


@rule(
    "M04",
    remedy="Add `benchmarked-alike` to the `covers` of a finding or of evidence.",
    example="covers: [benchmarked-alike] in a finding on the costs of six ALMOs of the same size",
)
def not_compared_with_its_like(index: Index) -> Iterator[Remark]:
    """Each of several ALMOs holds its own figures against bodies of its kind and size.

    It is no longer part of one large body.
    """
    if is_one_of_several(index):
        yield from unspoken(index, named("benchmarked-alike"), "M04")


@rule(
    "M05",
    remedy="Add `tmo-governance` to the `covers` of a finding or of evidence.",
    example="covers: [tmo-governance] in evidence/tmo-visit.yaml",
)
def tmo_governance_not_noted(index: Index) -> Iterator[Remark]:
    """Services that a tenant management organisation gives for the council count too.

    Who runs it, and how it is tied to ALMO and council, is noted. Where nothing speaks of such tenants, E15 asks.
    """
    if index.claimed("tmo-tenants"):
        yield from unspoken(index, named("tmo-governance"), "M05")


def is_one_of_several(index: Index) -> bool:
    """Return whether its authority has more ALMOs than this one, or this one runs only some of the homes."""
    partial = index.almo is not None and index.almo.partial
    return partial or bool(index.particulars.authority.other_almos)


def _national(index: Index, scope: IndicatorScope) -> list[str]:
    codes = (normal_code(each.code) for each in index.inspection.indicators if each.scope == scope)
    return [code for code in dict.fromkeys(codes) if code in INDICATORS and code.startswith("BVPI")]


PARTIAL: tuple[Rule, ...] = (
    almos_scored_together,
    central_services_left_out,
    combined_indicators_missing,
    not_compared_with_its_like,
    tmo_governance_not_noted,
)
