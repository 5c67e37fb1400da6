"""The authority, its ALMO and what is in scope [2, 13, 24, 27, 31, 32, 87, 104, Table 7]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportkit.guidance.areas import AREAS
from reportkit.guidance.outside_england import LANDLORDS_OUTSIDE, REGIONS_OUTSIDE
from reportkit.guidance.questions import settled_set
from reportkit.guidance.topic_lists import CONDITIONS
from reportkit.rules.index import QUESTION_SET, Index
from reportkit.rules.landlord import same_landlord, telling_words
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import Rule, rule
from reportkit.rules.topics_covered import unspoken

_ELSEWHERE: Final = frozenset(map(telling_words, LANDLORDS_OUTSIDE))
_KEPT_BY_THE_COUNCIL = re.compile(
    r"homeless|housing[- ]advice|strateg|enabling|private[- ](?:sector|housing|renewal)|renovation|grants?\b",
    re.IGNORECASE,
)


@rule(
    "A01",
    remedy="Write the authority's Government Office region in `region`.",
    example="authority: {name: Oldham Metropolitan Borough Council, region: North West}",
)
def authority_outside_england(index: Index) -> Iterator[Remark]:
    """The policy of setting up ALMOs, and with it this guidance, is for councils in England alone."""
    authority, origin = index.particulars.authority, index.particulars.origin
    region = (authority.region or "").strip()
    if region.casefold() in REGIONS_OUTSIDE or telling_words(authority.name) in _ELSEWHERE:
        yield wrong(
            spot(origin, "authority.region"),
            f"{authority.name} is outside England, where this guidance does not apply",
            "Name the authority that is meant, or its region, rightly.",
        )
    elif not region:
        yield missing(
            spot(origin, "authority.region"),
            "The authority's region in England is not given",
            "Write its `region` under `authority`.",
        )


@rule(
    "A02",
    remedy="Name the council under `authority` and the ALMO under `almo`: report and letters take both from there.",
    example="authority: {name: Oldham Metropolitan Borough Council} and almo: {name: First Choice Homes Oldham}",
)
def two_bodies_not_named(index: Index) -> Iterator[Remark]:
    """In law the council is inspected and answers for the service; the ALMO acts for it.

    Both are named, each as what it is, on the cover, in the report and in every letter.
    """
    almo, authority, origin = index.almo, index.particulars.authority, index.particulars.origin
    if almo is None:
        yield missing(origin.at("almo"), "The ALMO is not named", "Write its name in `name` under `almo`.")
    elif same_landlord(almo.name, authority.name):
        yield wrong(
            spot(origin, "almo.name"),
            f"Authority and ALMO have the same name, {almo.name}",
            "Name the council under `authority`, and under `almo` the company that manages its homes.",
        )


@rule(
    "A09",
    remedy="Add `condition-rents-and-lettings` to the `covers` of a finding or of evidence.",
    example="covers: [condition-rents-and-lettings] in evidence of the council's plan for rents of February 2003",
)
def authoritys_condition_not_covered(index: Index) -> Iterator[Remark]:
    """For the extra money an authority needs an ALMO, and a plan that brings rents and lettings to the new pattern."""
    return unspoken(index, CONDITIONS[:1], "A09")


@rule(
    "A10",
    remedy="Add `condition-business-plan` and `condition-performance` to the `covers` of findings or of evidence.",
    example="covers: [condition-business-plan] in a finding on a plan that balances for thirty years",
)
def almos_conditions_not_covered(index: Index) -> Iterator[Remark]:
    """The ALMO needs a sound business plan, high performance and a rating.

    These are the ODPM's conditions: the report says what was found of them, and does not decide who has the money.
    """
    return unspoken(index, CONDITIONS[1:], "A10")


@rule(
    "A11",
    remedy="Write the day of the Secretary of State's consent in `section-27` under `almo`.",
    example="section-27: 2003-03-14 for an ALMO with went-live: 2003-04-01",
)
def consent_not_before_the_start(index: Index) -> Iterator[Remark]:
    """A council may hand its housing management over only once consent is given under the Housing Act 1985."""
    almo = index.almo
    if almo is None:
        return
    where = spot(index.particulars.origin, "almo.section-27")
    if almo.section_27 is None:
        message = "The day of the consent under section 27 is not given"
        yield missing(where, message, "Write it in `section-27` under `almo`.")
    elif almo.went_live is not None and almo.section_27 > almo.went_live:
        yield wrong(
            where,
            f"The consent under section 27 is of {almo.section_27}, after the ALMO took over on {almo.went_live}",
            "Put `section-27` or `went-live` right: consent comes first.",
        )


@rule(
    "A13",
    remedy="Write in `questions` by which set the prospects are judged; for an ALMO inspection it is 2003-03.",
    example='questions: "2003-03" in an indicative inspection',
)
def question_set_not_settled(index: Index) -> Iterator[Remark]:
    """The new questions on the prospects were written for ALMO inspections.

    Another kind of inspection says which questions it asked, for the older ones are not in this guidance.
    """
    named, where = index.particulars.questions, index.particulars.origin.at("questions")
    settled = settled_set(index.kind)
    if settled and named not in {None, settled.id}:
        message = f"An ALMO inspection judges prospects by the questions of {settled.id}, not of {named}"
        yield wrong(where, message, "Take `questions` out.")
    elif not settled and named is None:
        message = "By which questions the prospects are judged is not said"
        yield missing(where, message, f'Write `questions: "{QUESTION_SET}"`, or the name of another set.')


@rule(
    "A14",
    remedy="Take the service out of `scope`, or say in `why` that the ALMO delivers it.",
    example="- {id: private-grants, title: Private sector grants, why: The ALMO runs them for the council.}",
)
def service_kept_by_the_council(index: Index) -> Iterator[Remark]:
    """Homelessness, housing advice, strategy and the renewal of private homes are the council's own work.

    They count only where the ALMO has taken them on.
    """
    for number, service in enumerate(index.particulars.scope):
        named = f"{service.id} {service.title or ''}"
        if service.id not in AREAS and not service.why and _KEPT_BY_THE_COUNCIL.search(named):
            yield missing(
                spot(index.particulars.origin, f"scope.{number}.id"),
                f"{service.title or service.id} is in the scope, and whether the ALMO delivers it is not said",
                f"Say so in its `why`, take it out, or answer A14 in answers.yaml, about {service.id}.",
                service.id,
            )


PARTIES: tuple[Rule, ...] = (
    authority_outside_england,
    two_bodies_not_named,
    authoritys_condition_not_covered,
    almos_conditions_not_covered,
    consent_not_before_the_start,
    question_set_not_settled,
    service_kept_by_the_council,
)
