"""Performance indicators: whose, of which year, in which unit, beside what, and with which target [66–77, 107]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from reportkit.guidance.indicators import indicator_of, normal_code
from reportkit.inspection.bodies import AuthorityType
from reportkit.inspection.indicator import Indicator
from reportkit.rules.best_quarter import best_quarter, direction_of, figure_of
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, wrong
from reportkit.rules.rule import Rule, rule

_TYPES = frozenset(get_args(AuthorityType))
_TARGETS = "targets-in-plans"


@rule(
    "G03",
    remedy="Give the authority's `type`; for other peers, say in `peers-why` why they are like this body.",
    example="peers: nearest-neighbours, peers-value: 97.4, peers-why: Sixteen authorities like it by CIPFA's measure",
)
def held_against_its_own_type(index: Index) -> Iterator[Remark]:
    """Tenants may expect the same service anywhere, and costs differ by type of authority: so like stands beside like.

    Other peers, such as CIPFA's nearest neighbours, are welcome beside the type, where it is shown why they suit.
    """
    if index.particulars.authority.type is None and index.inspection.indicators:
        yield missing(
            index.particulars.origin.at("authority"),
            "The type of the authority is not said, so its indicators can be held against nothing",
            "Write `type` under `authority` in inspection.yaml.",
        )
    for each in index.inspection.indicators:
        yield from _peers(index, each)


def _peers(index: Index, indicator: Indicator) -> Iterator[Remark]:
    peers, own = indicator.peers, index.particulars.authority.type
    if peers is None or peers == own or indicator.peers_why:
        return
    code = normal_code(indicator.code)
    where, remedy = indicator.origin.at("peers"), "Say in `peers-why` why these peers suit, or take them out."
    if peers in _TYPES and own is not None:
        message = f"{code} is held against another type of authority, {peers}, as if it were its own ({own})"
        yield wrong(where, message, remedy, code)
    else:
        message = f"{code} is held against {peers}, and why they are like this body is not said"
        yield missing(where, message, remedy, code)


@rule(
    "G05",
    remedy="Give each indicator's `year`; put newer upper quartiles in guidance/ (docs/indicators.md shows how).",
    example="BVPI 66a is for 2002/03 and is held against Table 6, which is for 2001/02",
)
def year_of_the_comparison(index: Index) -> Iterator[Remark]:
    """The published figures are for one year and move every year, so a figure of another year may flatter or wrong."""
    for each in index.inspection.indicators:
        quarter = best_quarter(index.inspection, each)
        if quarter is None or figure_of(each) is None:
            continue
        code, where = normal_code(each.code), each.origin.at("year")
        if each.year is None:
            message = f"{code} is held against {quarter.source} of {quarter.year}, and its own year is not given"
            yield missing(where, message, f"Give its `year`, or answer G05 in answers.yaml, about {code}.", code)
        elif each.year != quarter.year:
            message = f"{code} is for {each.year} and is held against {quarter.source}, which is for {quarter.year}"
            remedy = f"Add the upper quartiles of {each.year} to guidance/, or answer G05 in answers.yaml."
            yield wrong(where, message, remedy, code)


@rule(
    "G07",
    remedy="Fill in `year`, `unit` and `direction`, and `definition` for an indicator of your own.",
    example="HH 1,Arrears of current tenants,3.4,per cent,lower,2002/03,almo,yes,3.0,,Owed as a share of rent due",
)
def definition_year_and_unit(index: Index) -> Iterator[Remark]:
    """A figure says nothing until one knows what was counted, in what unit and in which year.

    BVPI 66a, for example, is the rent that was collected and not what is owed.
    """
    for each in index.inspection.indicators:
        code = normal_code(each.code)
        answer = f"or answer G07 in answers.yaml, about {code}."
        gaps = list(_gaps(each, compared=best_quarter(index.inspection, each) is not None))
        if gaps:
            message = f"{code} has no {' and no '.join(gaps)}"
            yield missing(each.origin.at(), message, f"Fill it in in indicators.csv, {answer}", code)
        for message in _contradictions(each):
            yield wrong(each.origin.at(), f"{code} {message}", f"Look at the row again, {answer}", code)


def _gaps(indicator: Indicator, *, compared: bool) -> Iterator[str]:
    """Yield what is not given; the year of one that is held against a published figure is for G05 to ask."""
    if indicator.year is None and not compared:
        yield "year"
    if indicator_of(indicator.code) is not None:
        return
    given = {"definition": indicator.definition, "unit": indicator.unit, "direction": indicator.direction}
    yield from (name for name, value in given.items() if not value)


def _contradictions(indicator: Indicator) -> Iterator[str]:
    """Yield the rows that contradict the guidance: they are likely to hold another figure."""
    known = indicator_of(indicator.code)
    if known is None:
        return
    if indicator.unit not in (None, known.unit):
        yield f"is in {indicator.unit}, and the guidance counts it in {known.unit} ({known.name})"
    if known.direction != "neither" and indicator.direction not in (None, known.direction):
        yield f"is better when {indicator.direction}, and the guidance has it better when {known.direction}"


@rule(
    "G09",
    remedy="Give each row its `scope`: `authority` for the combined figures, `almo` for the ALMO's own.",
    example="BVPI 66a,Rent collected,97.1,per cent,higher,2002/03,authority and the same with scope almo",
)
def combined_figures_and_its_own(index: Index) -> Iterator[Remark]:
    """An authority with several ALMOs answers for all its homes, so its figures are combined.

    Each ALMO looks at its own performance besides, beside bodies of its size.
    """
    if index.almo is None or not index.almo.partial:
        return
    there = index.inspection.indicators
    for each in there:
        if each.scope is None:
            code = normal_code(each.code)
            message = f"Whether {code} is the authority's combined figure or the ALMO's own is not said"
            yield missing(each.origin.at("scope"), message, "Write `authority` or `almo` in `scope`.", code)
    scopes = {each.scope for each in there}
    for scope, words in (("authority", "combined figures of the authority"), ("almo", "figures of this ALMO alone")):
        if scope not in scopes and None not in scopes:
            message = f"The ALMO has only some of the council's homes, and there are no {words}"
            remedy = f"Add rows with the scope `{scope}` to indicators.csv."
            yield missing(index.file("indicators.csv"), message, remedy, scope)


@rule(
    "G10",
    remedy="Give each indicator its `target`, and evidence of the plans it stands in, which covers `targets-in-plans`.",
    example="BVPI 68 with the value 52 and the target 43; the business plan covers targets-in-plans",
)
def targets_that_stretch(index: Index) -> Iterator[Remark]:
    """Targets tell local people how a service will improve: they stretch, can be reached, and stand in the plans."""
    answer = "or answer G10 in answers.yaml"
    for each in index.inspection.indicators:
        value, direction, code = figure_of(each), direction_of(each), normal_code(each.code)
        if value is None or direction not in {"higher", "lower"}:
            continue
        if each.target is None:
            remedy = f"Give it in indicators.csv, {answer}, about {code}."
            yield missing(each.origin.at("target"), f"{code} has no target", remedy, code)
        elif (each.target - value) * (1 if direction == "higher" else -1) < 0:
            message = f"The target of {code} is {each.target}, which is worse than its value, {value}"
            yield wrong(each.origin.at("target"), message, f"Look at it again, {answer}, about {code}.", code)
    if any(each.target is not None for each in index.inspection.indicators) and not index.claimed(_TARGETS):
        message = "Whether the targets stand in the Best Value Performance Plan and the business plan is not said"
        remedy = f"Add `{_TARGETS}` to the `covers` of the plans' evidence or of a finding, {answer}."
        yield missing(index.file("evidence"), message, remedy, _TARGETS)


INDICATORS: tuple[Rule, ...] = (
    held_against_its_own_type,
    year_of_the_comparison,
    definition_year_and_unit,
    combined_figures_and_its_own,
    targets_that_stretch,
)
