"""The team and the external auditor [35, 36, 81, 93, 111]."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import starmap

from reportkit.inspection.source_place import Place
from reportkit.inspection.team import Auditor, Member
from reportkit.rules.index import Index
from reportkit.rules.landlord import same_landlord
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import FactSheet, Rule, fact_sheet, rule


@rule(
    "D01",
    remedy="Add the adviser to `team` with the role “tenant inspection adviser”.",
    example="- {id: m-price, name: Mary Price, role: tenant inspection adviser, tenant-of: Oldham, trained: true}",
)
def adviser_on_the_team(index: Index) -> Iterator[Remark]:
    """Someone who lives in a council home sees what a professional may miss.

    So every inspection of a landlord has a tenant inspection adviser on it.
    """
    if not _advisers(index):
        yield missing(
            index.particulars.origin.at("team"),
            "No tenant inspection adviser is on the team",
            "Add one to `team` in inspection.yaml, with the role “tenant inspection adviser”.",
        )


@rule(
    "D02",
    remedy="Write whose tenant the adviser is in `tenant-of`, and `trained: true` once they are.",
    example="tenant-of: Oldham, trained: true",
)
def adviser_is_a_trained_tenant(index: Index) -> Iterator[Remark]:
    """An adviser speaks from living in council housing, and is prepared for the work."""
    for number, each in _advisers(index):
        if each.tenant_of is None:
            where = _line_of(index, number, "tenant-of")
            message = f"{each.name} is a tenant inspection adviser, and whose tenant is not said"
            yield missing(where, message, f"Write the council's name in `tenant-of` of {each.id}.", each.id)
        where = _line_of(index, number, "trained")
        if each.trained is False:
            message = f"{each.name} is a tenant inspection adviser who has not been trained"
            yield wrong(where, message, f"Train {each.name} first, or name a trained adviser.", each.id)
        elif each.trained is None:
            message = f"Whether {each.name}, a tenant inspection adviser, was trained is not said"
            yield missing(where, message, f"Write `trained: true` for {each.id}.", each.id)


@rule(
    "D03",
    remedy="Put an adviser from elsewhere on the team.",
    example="An adviser who is a tenant of Ashby cannot inspect Ashby Homes.",
)
def adviser_is_not_their_own_tenant(index: Index) -> Iterator[Remark]:
    """No one can judge their own landlord freely.

    The landlord is the council even where an ALMO manages the homes, so a tenant of another ALMO of the same
    council is barred as well.
    """
    landlords = [index.particulars.authority.name, *_almo_names(index)]
    for number, each in _advisers(index):
        if any(same_landlord(each.tenant_of or "", landlord) for landlord in landlords):
            yield wrong(
                _line_of(index, number, "tenant-of"),
                f"{each.name} would inspect their own landlord: they are a tenant of {each.tenant_of}",
                "Name an adviser who is the tenant of another council.",
                each.id,
            )


@rule(
    "D04",
    remedy="Write `inspected-before: true` for that member, or say in answers.yaml why there is none.",
    example="- {id: a-okafor, name: A. Okafor, role: lead inspector, inspected-before: true}",
)
def one_has_inspected_before(index: Index) -> Iterator[Remark]:
    """Someone who knew the service before can tell whether it has moved.

    The guidance wants one wherever possible.
    """
    said = [each.inspected_before for each in _inspectors(index)]
    where = index.particulars.origin.at("team")
    remedy = "Write `inspected-before: true` for a member who has, or answer D04 in answers.yaml."
    if True in said:
        return
    if said and None not in said:
        yield wrong(where, "No one on the team has inspected this authority before", remedy)
    else:
        yield missing(where, "Whether one of the team has inspected this authority before is not said", remedy)


@rule(
    "D05",
    remedy="Write the region of the authority and of each inspector, or say in answers.yaml why all are local.",
    example="authority: {region: North West} and an inspector with region: South East",
)
def one_comes_from_another_region(index: Index) -> Iterator[Remark]:
    """An eye from another region keeps standards even across the country.

    The guidance wants one wherever possible.
    """
    home = index.particulars.authority.region
    regions = [each.region for each in _inspectors(index)]
    where = index.particulars.origin.at("team")
    remedy = "Write `region` for the authority and for each inspector, or answer D05 in answers.yaml."
    if home is not None and any(region not in {None, home} for region in regions):
        return
    if home is None or not regions or None in regions:
        yield missing(where, "Whether an inspector comes from another region is not said", remedy)
    else:
        yield wrong(where, f"Every inspector comes from the authority's own region, {home}", remedy)


@rule(
    "D07",
    remedy="Write `auditor: {involved: true}`, or the date of the discussion and the work that was read.",
    example="auditor: {name: …, involved: false, discussion: 2003-10-02, work-reviewed: The opinion on the 2003 plan}",
)
def auditor_took_part(index: Index) -> Iterator[Remark]:
    """The external auditor knows the authority's finances and plans.

    Where the auditor cannot take part, a detailed discussion and a reading of the audit work are the least.
    """
    auditor = index.particulars.auditor or Auditor()
    if auditor.involved or (auditor.discussion and auditor.work_reviewed):
        return
    lacking = [
        words
        for words, there in (
            ("date of a detailed discussion", auditor.discussion),
            ("audit work that was reviewed", auditor.work_reviewed),
        )
        if not there
    ]
    yield missing(
        spot(index.particulars.origin, "auditor.involved"),
        f"The external auditor is not said to have taken part, and there is no {' and no '.join(lacking)}",
        "Write `involved: true` under `auditor`, or both `discussion` and `work-reviewed`.",
    )


@rule(
    "D08",
    remedy="Say in `auditor: duplication` how the two kept out of each other's way.",
    example="duplication: We relied on the auditor's opinion on the plan's figures and tested none of them again.",
)
def auditors_work_is_not_done_twice(index: Index) -> Iterator[Remark]:
    """Inspector and auditor both look at the authority; no one gains when the same thing is looked at twice."""
    auditor = index.particulars.auditor
    if auditor is not None and not auditor.duplication:
        yield missing(
            spot(index.particulars.origin, "auditor.duplication"),
            "How doing the auditor's work twice was avoided is not said",
            "Write a sentence in `duplication` under `auditor`, or answer D08 in answers.yaml.",
        )


def _advisers(index: Index) -> list[tuple[int, Member]]:
    """Return the advisers, and where each stands in the team, from 0."""
    team = enumerate(index.particulars.team)
    return [(number, each) for number, each in team if each.role == "tenant inspection adviser"]


def _line_of(index: Index, number: int, key: str) -> Place:
    return spot(index.particulars.origin, f"team.{number}.{key}")


def _inspectors(index: Index) -> list[Member]:
    return [each for each in index.particulars.team if each.role in {"lead inspector", "inspector"}]


def _almo_names(index: Index) -> list[str]:
    return [name for name in (index.almo.name, index.almo.short) if name] if index.almo else []


TEAM: tuple[Rule, ...] = (
    adviser_on_the_team,
    adviser_is_a_trained_tenant,
    adviser_is_not_their_own_tenant,
    one_has_inspected_before,
    one_comes_from_another_region,
    auditor_took_part,
    auditors_work_is_not_done_twice,
)


@fact_sheet(
    "D06",
    remedy="Say in `team-basis` what the size of the team rests on.",
    example="Team of 5: 1 lead inspector, 3 inspectors, 1 tenant inspection adviser, for 21450 homes",
)
def size_of_the_team(index: Index) -> Iterator[str]:
    """The team's size follows the number of homes and earlier scores; the guidance gives no formula."""
    particulars = index.particulars
    roles = Counter(each.role for each in particulars.team)
    homes = (particulars.almo.homes if particulars.almo else None) or particulars.authority.homes
    yield f"Team: {', '.join(starmap(_counted, roles.items())) or 'not given'}"
    yield f"Homes: {homes if homes is not None else 'not given'}"
    yield f"Rating before: {(particulars.previous and particulars.previous.service) or 'not given'}"
    yield f"Basis: {particulars.team_basis or 'not given'}"


def _counted(role: str, number: int) -> str:
    return f"{number} {role}{'' if number == 1 else 's'}"


FACTS_OF_THE_TEAM: tuple[FactSheet, ...] = (size_of_the_team,)
