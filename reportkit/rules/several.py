"""More ALMOs than one, ALMOs for part of the homes, and tenant management organisations [105–107]."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.guidance.indicators import INDICATORS, normal_code
from reportkit.inspection.indicator import IndicatorScope
from reportkit.rules.coverage import named, unspoken
from reportkit.rules.entry import Rule, rule
from reportkit.rules.landlord import telling_words
from reportkit.rules.ledger import Ledger
from reportkit.rules.remark import Remark, missing, spot, wrong


@rule(
    "M01",
    remedy="Make one inspection for each ALMO, and give the reasons for this one alone.",
    example="Two folders, inspections/north-homes-2004 and inspections/south-homes-2004, each with its own rating",
)
def almos_scored_together(ledger: Ledger) -> Iterator[Remark]:
    """Each ALMO of an authority is inspected and scored on its own.

    So a folder holds one ALMO, and its reasons speak of no other.
    """
    others, origin = ledger.particulars.authority.other_almos, ledger.particulars.origin
    for number, other in enumerate(others):
        if ledger.almo is not None and telling_words(other) == telling_words(ledger.almo.name):
            message = f"{other} is inspected here, and listed among the authority's other ALMOs"
            where = spot(origin, f"authority.other-almos.{number}")
            yield wrong(where, message, "Take it out of `other-almos`.", "other-almos")
    judgements = ledger.particulars.judgements
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
def central_services_left_out(ledger: Ledger) -> Iterator[Remark]:
    """Where an ALMO runs the homes of one district, some of its services may come from a central office.

    They are inspected with it.
    """
    if ledger.almo is not None and ledger.almo.partial:
        yield from unspoken(ledger, named("central-services"), "M02")


@rule(
    "M03",
    remedy="Add the authority's own figure to indicators.csv, in a row with scope `authority`.",
    example="BVPI 66a,Rent collected,96.9,per cent,higher,2002/03,authority,yes,,North and South together",
)
def combined_indicators_missing(ledger: Ledger) -> Iterator[Remark]:
    """An authority with more ALMOs than one reports each national indicator once, for all its homes together."""
    if not is_one_of_several(ledger):
        return
    of_authority = _national(ledger, "authority")
    for code in _national(ledger, "almo"):
        if code not in of_authority:
            message = f"{code} is given for this ALMO and not for the authority as a whole"
            yield missing(ledger.file("indicators.csv"), message, "Add a row with scope `authority`.", code)


@rule(
    "M04",
    remedy="Add `benchmarked-alike` to the `covers` of a finding or of evidence.",
    example="covers: [benchmarked-alike] in a finding on the costs of six ALMOs of the same size",
)
def not_compared_with_its_like(ledger: Ledger) -> Iterator[Remark]:
    """Each of several ALMOs holds its own figures against bodies of its kind and size.

    It is no longer part of one large body.
    """
    if is_one_of_several(ledger):
        yield from unspoken(ledger, named("benchmarked-alike"), "M04")


@rule(
    "M05",
    remedy="Add `tmo-governance` to the `covers` of a finding or of evidence.",
    example="covers: [tmo-governance] in evidence/tmo-visit.yaml",
)
def tmo_governance_not_noted(ledger: Ledger) -> Iterator[Remark]:
    """Services that a tenant management organisation gives for the council count too.

    Who runs it, and how it is tied to ALMO and council, is noted. Where nothing speaks of such tenants, E15 asks.
    """
    if ledger.claimed("tmo-tenants"):
        yield from unspoken(ledger, named("tmo-governance"), "M05")


def is_one_of_several(ledger: Ledger) -> bool:
    """Whether its authority has more ALMOs than this one, or this one runs only some of the homes."""
    partial = ledger.almo is not None and ledger.almo.partial
    return partial or bool(ledger.particulars.authority.other_almos)


def _national(ledger: Ledger, scope: IndicatorScope) -> list[str]:
    codes = (normal_code(each.code) for each in ledger.inspection.indicators if each.scope == scope)
    return [code for code in dict.fromkeys(codes) if code in INDICATORS and code.startswith("BVPI")]


SEVERAL: tuple[Rule, ...] = (
    almos_scored_together,
    central_services_left_out,
    combined_indicators_missing,
    not_compared_with_its_like,
    tmo_governance_not_noted,
)
