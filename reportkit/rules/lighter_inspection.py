"""Lighter inspections, and the earlier results that allow them [102, 103]."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import FactSheet, Rule, fact_sheet, rule
from reportkit.rules.scope import ScopedNow, scope_of


@fact_sheet(
    "C04",
    remedy="Nothing; name the earlier inspection in `previous`, and `reportkit scope` tells service by service.",
    example="Lighter, since the whole service was rated good: Stock investment and repairs, …",
)
def whole_service_lighter(index: Index) -> Iterator[str]:
    """A service that an indicative inspection found good, with promising prospects, need not be turned over again.

    The ALMO inspection then looks at governance and leadership, and lightly at whether standards held
    and recommendations were carried out.
    """
    scope = scope_of(index.inspection)
    yield _listed("Lighter, since the whole service was rated good or excellent", scope.services, "102")
    yield from (f"Looked at: {each}" for each in scope.focus)


@fact_sheet(
    "C05",
    remedy="Nothing; name the earlier inspection in `previous`, and `reportkit scope` tells service by service.",
    example="Lighter, since this part was rated good or excellent: Rent collection, arrears and debt advice",
)
def part_lighter(index: Index) -> Iterator[str]:
    """Where an indicative inspection covered a part and found it good, that part alone is inspected more lightly."""
    services = scope_of(index.inspection).services
    yield _listed("Lighter, since this part was rated good or excellent", services, "103")
    yield f"In full: {', '.join(each.title for each in services if each.ruling.depth == 'full') or 'none'}"


@rule(
    "C06",
    remedy="Write `depth: full` for that service.",
    example="- {id: rent, depth: full} where the indicative inspection of 2002 rated the service fair",
)
def poor_or_unseen_service_is_inspected_in_full(index: Index) -> Iterator[Remark]:
    """What nobody has looked at, and what was poor or fair, cannot be taken on trust."""
    return _too_light(index, "C06")


@rule(
    "C07",
    remedy="Name the earlier inspection in `previous`, with its kind, ratings and services, or write `depth: full`.",
    example="previous: {kind: indicative, service: good, prospects: promising, services: [rent]}",
)
def lighter_only_on_an_earlier_result(index: Index) -> Iterator[Remark]:
    """Tenants are owed a full look, unless an earlier and good result from before the transfer stands in for it."""
    return _too_light(index, "C07")


def _too_light(index: Index, breach: str) -> Iterator[Remark]:
    """Each service that is written as lighter, and that this rule wants in full."""
    for number, each in enumerate(scope_of(index.inspection).services):
        ruling = each.ruling
        if each.written != "lighter" or ruling.breach != breach:
            continue
        where = spot(index.particulars.origin, f"scope.{number}.depth")
        message = f"“{each.title}” is inspected more lightly, and {ruling.why}"
        if ruling.known:
            yield wrong(where, message, f"Write `depth: full` for {each.id}.", each.id)
        else:
            remedy = f"Say so under `previous` or in that inspection, or write `depth: full` for {each.id}."
            yield missing(where, message, remedy, each.id)


def _listed(title: str, services: tuple[ScopedNow, ...], paragraph: str) -> str:
    found = [each.title for each in services if each.ruling.depth == "lighter" and each.ruling.paragraph == paragraph]
    return f"{title}: {', '.join(found) or 'none'}"


LIGHTER: tuple[Rule, ...] = (poor_or_unseen_service_is_inspected_in_full, lighter_only_on_an_earlier_result)

FACTS_OF_SCOPE: tuple[FactSheet, ...] = (whole_service_lighter, part_lighter)
