"""What a rating of excellent has to show [25, 42, 50, 51, 73, 77]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.guidance.thresholds import THRESHOLDS, Comparison
from reportkit.guidance.topic_lists import LOCAL, PRIORITIES
from reportkit.rules.best_quarter import compared
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, wrong
from reportkit.rules.rule import Rule, rule
from reportkit.rules.topics_covered import named, unproved

_TABLE_6: Final = tuple(dict.fromkeys(threshold.code for threshold in THRESHOLDS))
_CODE_FOLLOWED: Final = "BVPI 164"


@rule(
    "F05",
    remedy="Add strengths that cover `excellent-tenants-setting`, `-monitoring` and `-reviewing`, or rate it lower.",
    example="covers: [excellent-tenants-setting] in a finding on the repairs standard that a tenants' panel drafted",
)
def tenants_not_shown_to_shape_standards(index: Index) -> Iterator[Remark]:
    """Only a service whose tenants help to set, monitor and review its standards can be excellent."""
    topics = named("excellent-tenants-setting", "excellent-tenants-monitoring", "excellent-tenants-reviewing")
    return unproved(index, topics, "F05")


@rule(
    "F06",
    remedy="Add findings that cover `excellent-satisfied-for-rent` and `excellent-expect-improvement`.",
    example="covers: [excellent-satisfied-for-rent] in a finding that 84 per cent think their rent well spent",
)
def tenants_not_shown_to_be_satisfied(index: Index) -> Iterator[Remark]:
    """Tenants of an excellent service say that it is worth their rent, and that it will get better yet."""
    return unproved(index, named("excellent-satisfied-for-rent", "excellent-expect-improvement"), "F06")


@rule(
    "F07",
    remedy="Add findings that cover the four topics, each named excellent-….",
    example="covers: [excellent-decent-homes-strategy] in a finding on a funded programme that ends in 2009",
)
def marks_of_excellence_not_shown(index: Index) -> Iterator[Remark]:
    """An excellent service manages its stock well, treats tenants well, is worth its money and will reach decency."""
    topics = named(
        "excellent-manages-stock",
        "excellent-treats-tenants",
        "excellent-value-for-money",
        "excellent-decent-homes-strategy",
    )
    return unproved(index, topics, "F07")


@rule(
    "F08",
    remedy="Add the indicators of Table 6; where none is among the best quarter, add findings on local conditions.",
    example="Re-let times of 34 days are better than the 36 from which the best quarter of London boroughs began.",
)
def no_indicator_among_the_best(index: Index) -> Iterator[Remark]:
    """An excellent service has at least some indicators in the top quartile, unless local conditions explain it."""
    if index.service_rating != "excellent":
        return
    found = _beside_the_best_quarter(index)
    remedy = "or answer F08 in answers.yaml."
    if not found:
        message = "The service is rated excellent, and no indicator can be held against Table 6"
        add = f"Add one of {', '.join(_TABLE_6)} to indicators.csv and the authority's `type`"
        yield missing(index.file("indicators.csv"), message, f"{add}, {remedy}")
    elif "at or better" not in found and not any(index.found(topic.id) for topic in LOCAL):
        message = "The service is rated excellent, and none of its indicators in Table 6 is among the best quarter"
        add = "Add a finding that covers the local conditions behind it (local-demand and the like)"
        yield wrong(index.file("indicators.csv"), message, f"{add}, {remedy}")


@rule(
    "F09",
    remedy="Add BVPI 164 with its value, or a finding that covers `excellent-cre-code`.",
    example="BVPI 164,The CRE's code is followed,yes,yes or no,neither,2002/03,authority,yes,,",
)
def race_equality_code_not_followed(index: Index) -> Iterator[Remark]:
    """Every excellent landlord follows the Commission for Racial Equality's code on rented housing."""
    indicator = index.indicators.get(_CODE_FOLLOWED)
    followed = None if indicator is None else indicator.value
    if index.service_rating == "excellent" and indicator is not None and followed is False:
        yield wrong(
            indicator.origin.at("value"),
            f"The service is rated excellent, and {_CODE_FOLLOWED} says that the code on race equality is not followed",
            "Look at the rating and the figure again, or answer F09 in answers.yaml.",
        )
    elif followed is not True:
        yield from unproved(index, named("excellent-cre-code"), "F09")


@rule(
    "F10",
    remedy="Add findings or evidence that cover each priority, or answer those that do not concern an ALMO.",
    example="- {rule: F10, about: priority-homelessness, answer: The council kept this duty., by: a-okafor}",
)
def national_priority_not_in_place(index: Index) -> Iterator[Remark]:
    """Excellent landlords have the government's twelve priorities in place.

    Among them are 2 per cent more cost-effectiveness a year, electronic government by 2005, decent homes by 2010 and
    converging rents by 2012. Not all of the twelve concern an ALMO.
    """
    return unproved(index, PRIORITIES, "F10")


def _beside_the_best_quarter(index: Index) -> list[Comparison]:
    """Return how each of the ALMO's or authority's indicators compares with its published figure, if known."""
    found = (compared(index.inspection, each) for each in index.inspection.indicators)
    return [each for each in found if each is not None]


EXCELLENCE: tuple[Rule, ...] = (
    tenants_not_shown_to_shape_standards,
    tenants_not_shown_to_be_satisfied,
    marks_of_excellence_not_shown,
    no_indicator_among_the_best,
    race_equality_code_not_followed,
    national_priority_not_in_place,
)
