"""Best Value reviews of the services, and of what the ALMO buys in [14, 100, 108–110]."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from reportkit.guidance.areas import AREAS, THEMES
from reportkit.inspection.months import months_after
from reportkit.inspection.services import BestValueReview, SupportService
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, wrong
from reportkit.rules.rule import Rule, rule

FILE: Final = "best-value-reviews.yaml"
_BOUGHT_IN: Final = "support-services.yaml"
_A_YEAR: Final = 12
_PROGRAMME_ALONE: Final = 2
"""Up to this round a clear programme of reviews is enough in the ALMO's first year [110]."""

_MOST_USEFUL: Final = {
    "repairs": ("repairs and maintenance", re.compile(r"repair|maintenance", re.IGNORECASE)),
    "capital-programme": ("the capital programme", re.compile(r"capital|investment|improvement", re.IGNORECASE)),
    "rent": ("rent collection and arrears", re.compile(r"rent|arrears|income", re.IGNORECASE)),
    "estates": ("estate management", re.compile(r"estate|neighbourhood", re.IGNORECASE)),
}


@rule(
    "B04",
    remedy="Add the review to best-value-reviews.yaml with its `area` and the day it ended in `completed`.",
    example="- {title: Rent collection, area: rent, completed: 2002-10-25, by: authority}",
)
def service_not_reviewed(index: Index) -> Iterator[Remark]:
    """The ODPM wants every key service reviewed before its ALMO is inspected: a review shows where it must improve."""
    began = index.particulars.dates.on_site_from
    for area, title in key_services(index).items():
        ended = [each for each in index.inspection.best_value_reviews if each.area == area and each.completed]
        if not ended:
            message = f"No Best Value review of “{title}” has ended"
            yield missing(index.file(FILE), message, f"Add one with `area: {area}` and `completed`.", area)
        elif began is not None and all(each.completed is None or each.completed > began for each in ended):
            yield wrong(
                ended[0].origin.at("completed"),
                f"The Best Value review of “{title}” ended on {ended[0].completed}, after the inspection began",
                "Put `completed`, or `on-site-from` in inspection.yaml, right.",
                area,
            )


@rule(
    "B05",
    remedy="Write in `progress` of the review what was done about its improvements.",
    example="progress: 27 of 31 actions are done; mobile working is the largest still open.",
)
def old_review_not_followed_up(index: Index) -> Iterator[Remark]:
    """What the council reviewed before it handed the service over is not reviewed again; the ALMO acts on it."""
    for each in index.inspection.best_value_reviews:
        if _is_before_the_transfer(each, index) and not each.progress:
            yield missing(
                each.origin.at("progress"),
                f"What was done about the review “{each.title}”, from before the transfer, is not said",
                f"Write it in `progress`, or answer B05 in answers.yaml, about {_id_of(each)}.",
                _id_of(each),
            )


@rule(
    "B06",
    remedy="Add the review with its dates to best-value-reviews.yaml, or say in answers.yaml why there is none.",
    example="- {title: Delivery of the capital programme, area: stock-investment, completed: 2002-06-28}",
)
def useful_review_not_listed(index: Index) -> Iterator[Remark]:
    """Reviews raise standards most in repairs, capital works, rent and estates, and in other services handed over."""
    titles = [each.title for each in index.inspection.best_value_reviews]
    for about, (title, words) in _MOST_USEFUL.items():
        if not any(words.search(each) for each in titles):
            yield _no_review(index, about, title)
    reviewed = {each.area for each in index.inspection.best_value_reviews}
    for service in index.particulars.scope:
        if service.id not in AREAS and service.id not in reviewed:
            yield _no_review(index, service.id, service.title or service.id)


@rule(
    "B07",
    remedy="Add the themes to `themes` of the review, or say in answers.yaml why it left one out.",
    example="themes: [access, diversity, participation, value-for-money]",
)
def theme_left_out_of_a_review(index: Index) -> Iterator[Remark]:
    """Diversity, participation, access and value for money run through every service, and belong in every review."""
    for each in index.inspection.best_value_reviews:
        lacking = [theme.title for theme in THEMES.values() if theme.id not in each.themes]
        if lacking:
            yield missing(
                each.origin.at("themes"),
                f"The review “{each.title}” is not said to take in {', '.join(lacking)}",
                f"Add what it took in to `themes`, or answer B07 in answers.yaml, about {_id_of(each)}.",
                _id_of(each),
            )


@rule(
    "B08",
    remedy="Write `reviewed` or `next-review` for each service in support-services.yaml.",
    example="- {service: Payroll, provider: the council, reviewed: 2003-09-19, next-review: 2004-09-30}",
)
def support_service_not_reviewed(index: Index) -> Iterator[Remark]:
    """What an ALMO buys in is where it can save and show that it stands apart from the council.

    In rounds 1 and 2 a clear programme of reviews is there at the inspection, and more once the ALMO is a year old.
    From round 3 on, each service is reviewed within a year of the ALMO's start.
    """
    if index.almo is None:
        return
    if not index.inspection.support_services:
        message = "No support service is listed, so how they are reviewed cannot be seen"
        remedy = f"Add IT, legal, personnel, transport and others to {_BOUGHT_IN}, or answer B08 in answers.yaml."
        yield missing(index.file(_BOUGHT_IN), message, remedy)
    for each in index.inspection.support_services:
        yield from _reviewed_in_time(index, each)


def key_services(index: Index) -> dict[str, str]:
    """Return the services inspected by id, with their titles; the four core ones where no scope is given."""
    scope = index.particulars.scope
    if not scope:
        return {area.id: area.title for area in AREAS.values()}
    return {each.id: each.title or (AREAS[each.id].title if each.id in AREAS else each.id) for each in scope}


def _reviewed_in_time(index: Index, service: SupportService) -> Iterator[Remark]:
    live = index.almo.went_live if index.almo else None
    year_old = None if live is None else months_after(live, _A_YEAR)
    about, where = _slug(service.service), service.origin.at("reviewed")
    answer = f"or answer B08 in answers.yaml, about {about}."
    if service.reviewed is None and _is_over(index, year_old):
        message = f"{service.service} is not reviewed, and the ALMO was a year old on {year_old}"
        yield wrong(where, message, f"Write the day of its review in `reviewed`, {answer}", about)
    elif service.reviewed is None and service.next_review is None:
        message = f"When {service.service} is reviewed is not said"
        yield missing(where, message, f"Write `reviewed` or `next-review`, {answer}", about)
    elif _is_too_late(index, service, year_old):
        message = f"{service.service} is not reviewed within the ALMO's first year, which ended on {year_old}"
        yield wrong(where, message, f"Look at the dates again, {answer}", about)


def _is_over(index: Index, year_old: dt.date | None) -> bool:
    began = index.particulars.dates.on_site_from
    return began is not None and year_old is not None and began >= year_old


def _is_too_late(index: Index, service: SupportService, year_old: dt.date | None) -> bool:
    first = service.reviewed or service.next_review
    by_the_year = (index.particulars.round or 0) > _PROGRAMME_ALONE
    return by_the_year and first is not None and year_old is not None and first > year_old


def _is_before_the_transfer(review: BestValueReview, index: Index) -> bool:
    live = index.almo.went_live if index.almo else None
    return live is not None and review.completed is not None and review.completed < live


def _no_review(index: Index, about: str, title: str) -> Remark:
    remedy = f"Add it with its dates, or answer B06 in answers.yaml, about {about}."
    return missing(index.file(FILE), f"No Best Value review of {title} is listed", remedy, about)


def _id_of(review: BestValueReview) -> str:
    return _slug(review.title)


def _slug(name: str) -> str:
    """Return what an answer names a review or a service by: its words in small letters, with hyphens between."""
    return "-".join(re.findall(r"[a-z0-9]+", name.casefold()))


REVIEWS: tuple[Rule, ...] = (
    service_not_reviewed,
    old_review_not_followed_up,
    useful_review_not_listed,
    theme_left_out_of_a_review,
    support_service_not_reviewed,
)
