"""Chapter C: indicative inspections, and how much is inspected [80, 100–103]."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.rules.index import Index
from reportkit.rules.lighter_scope import ScopedNow, scope_of
from reportkit.rules.prospects.rating import says_money_is_decided
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import FactSheet, Rule, fact_sheet, rule
from reportkit.rules.timing.reviews import FILE, key_services
from reportkit.rules.topics_covered import named, unspoken


@rule(
    "C01",
    remedy="Say in answers.yaml why it was held then.",
    example="- {rule: C01, about: rent, answer: The review of rent ended a month later., by: a-okafor}",
)
def indicative_at_another_time(index: Index) -> Iterator[Remark]:
    """An indicative inspection helps most once the services are reviewed and before they pass to the ALMO."""
    began = index.particulars.dates.on_site_from
    live = index.almo.went_live if index.almo else None
    if began is not None and live is not None and began >= live:
        yield wrong(
            spot(index.particulars.origin, "dates.on-site-from"),
            f"The indicative inspection began on {began}, when the ALMO had taken over on {live}",
            "Look at the dates again, or answer C01 in answers.yaml, about transfer.",
            "transfer",
        )
    for area, title in key_services(index).items():
        ended = [each.completed for each in index.inspection.best_value_reviews if each.area == area]
        if not any(day is not None and (began is None or day <= began) for day in ended):
            yield missing(
                index.file(FILE),
                f"No Best Value review of “{title}” had ended before this indicative inspection",
                f"Add it with `completed`, or answer C01 in answers.yaml, about {area}.",
                area,
            )


@rule(
    "C02",
    remedy="Take the money out of the reason: an indicative inspection decides on none.",
    example="Not “So the council qualifies for funding”, but “The service needs to let homes sooner”.",
)
def indicative_said_to_bring_money(index: Index) -> Iterator[Remark]:
    """An indicative inspection rates a service and shows what to improve. Money follows an ALMO inspection alone."""
    judgements = index.particulars.judgements
    for name, reasons in (("service", judgements.service.reasons), ("prospects", judgements.prospects.reasons)):
        for number, reason in enumerate(reasons):
            if says_money_is_decided(reason):
                yield wrong(
                    spot(index.particulars.origin, f"judgements.{name}.reasons.{number}"),
                    "A reason speaks of qualifying for money, on which an indicative inspection does not decide",
                    "Leave the money out of the reason.",
                    name,
                )


@rule(
    "C03",
    remedy="Write under `fee` in casework.yaml whether it is inside the envelope, who agreed that, and when.",
    example="fee: {envelope: inside, agreed-with: P. Dunne, agreed: 2003-02-14}",
)
def fee_not_agreed(index: Index) -> Iterator[Remark]:
    """An indicative inspection is paid for inside the audit and inspection fee, or beside it.

    The council agrees with its Relationship Manager which of the two it is. N04 asks for the fee itself.
    """
    fee = index.casework.fee
    if fee is None or not (fee.envelope and fee.agreed_with and fee.agreed):
        yield missing(
            index.in_casework("fee"),
            "How this indicative inspection is paid for is not agreed with the Relationship Manager",
            "Write `envelope`, `agreed-with` and `agreed` under `fee` in casework.yaml.",
        )


@rule(
    "C08",
    remedy="Write `previous`, and trace what was advised in earlier.yaml or in a finding that covers "
    "`previous-recommendations`.",
    example="covers: [previous-recommendations] in a finding that 13 of 16 recommendations are carried out",
)
def earlier_advice_not_traced(index: Index) -> Iterator[Remark]:
    """Most services were inspected before.

    Earlier reports show where to look, and each recommendation is followed to what became of it.
    """
    if index.particulars.previous is None:
        yield missing(
            index.particulars.origin.at("previous"),
            "Whether the service was inspected before is not said",
            "Write `previous` in inspection.yaml, or answer C08 in answers.yaml.",
        )
    elif not index.inspection.earlier:
        yield from unspoken(index, named("previous-recommendations"), "C08")


@fact_sheet(
    "C04",
    remedy="Nothing; name the earlier inspection in `previous`, and `reportkit scope` shows it service by service.",
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
    remedy="Nothing; name the earlier inspection in `previous`, and `reportkit scope` shows it service by service.",
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
    """What no one has looked at, and what was poor or fair, cannot be taken on trust."""
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
    """Yield each service that is written as lighter, and that this rule wants in full."""
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


FACTS_OF_SCOPE: tuple[FactSheet, ...] = (whole_service_lighter, part_lighter)


COVERAGE: tuple[Rule, ...] = (
    indicative_at_another_time,
    indicative_said_to_bring_money,
    fee_not_agreed,
    earlier_advice_not_traced,
    poor_or_unseen_service_is_inspected_in_full,
    lighter_only_on_an_earlier_result,
)
