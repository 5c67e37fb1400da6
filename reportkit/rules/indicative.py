"""Indicative inspections, and what became of earlier advice [80, 100–102]."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.rules.coverage import named, unspoken
from reportkit.rules.index import Index
from reportkit.rules.prospects import says_money_is_decided
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.reviews import FILE, key_services
from reportkit.rules.rule import Rule, rule


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


EARLIER: tuple[Rule, ...] = (
    indicative_at_another_time,
    indicative_said_to_bring_money,
    fee_not_agreed,
    earlier_advice_not_traced,
)
