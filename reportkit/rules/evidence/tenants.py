"""Evidence on tenants: what they get, what they say, who they are and where they live [37, 46, 52–56, 62, 97, 105]."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportkit.guidance.indicators import NATIONAL_MEANS
from reportkit.guidance.topic_lists import BEYOND_STATUS, GROUPS, LOCAL
from reportkit.inspection.finding import Finding
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, wrong
from reportkit.rules.rule import Rule, rule
from reportkit.rules.topics_covered import named, unspoken

FAR: Final = Decimal(10)
"""From how many percentage points off the national mean satisfaction calls for a word; our reading of [37]."""

_OVERALL: Final = "BVPI 74"
_EXPLAINED_BY: Final = "status-landlord"
_TEETHING_WORDS: Final = ("teething", "bedding in", "bedding down", "bedded down", "bed down", "bedded in")


@rule(
    "E05",
    remedy="Write in `effect` what the finding means for tenants.",
    example="effect: Tenants wait nine days on average for a non-urgent repair, down from 21.",
)
def finding_without_an_effect(index: Index) -> Iterator[Remark]:
    """Inspectors judge what reaches tenants, not the process that leads there."""
    for finding in index.inspection.findings:
        if not finding.effect:
            yield missing(
                finding.origin.at("effect"),
                f"The finding {finding.id} does not say what it means for tenants",
                f"Write a sentence in `effect`, or answer E05 in answers.yaml, about {finding.id}.",
                finding.id,
            )


@rule(
    "E11",
    remedy="Add BVPI 74 to indicators.csv; where it is far from the rating, add a finding that covers "
    "`status-landlord` and says what shapes tenants' views.",
    example="Eight tenants in ten are satisfied with a service rated fair: a finding says that they compare it with "
    "the years before the ALMO.",
)
def satisfaction_far_from_the_rating(index: Index) -> Iterator[Remark]:
    """Tenants' views weigh heavily, yet the past and other things shape what tenants expect.

    So the factors behind their satisfaction are judged objectively, and where it is far from the rating (we read:
    ten points above the national mean beside poor or fair, or ten below it beside good or excellent) that is explained.
    """
    indicator = index.indicators.get(_OVERALL)
    if indicator is None or not isinstance(indicator.value, Decimal):
        yield missing(
            index.file("indicators.csv"),
            f"How satisfied tenants are with their landlord ({_OVERALL}) is not given",
            f"Add {_OVERALL} to indicators.csv, or answer E11 in answers.yaml.",
        )
    elif _is_far(indicator.value, index.service_rating) and not index.found(_EXPLAINED_BY):
        yield wrong(
            indicator.origin.at("value"),
            f"{indicator.value} per cent of tenants are satisfied while the service is rated {index.service_rating}, "
            "and no finding says why",
            f"Add `{_EXPLAINED_BY}` to the `covers` of a finding that explains it, or answer E11 in answers.yaml.",
        )


@rule(
    "E13",
    remedy="Add the topic's id to the `covers` of evidence or of a finding.",
    example="covers: [beyond-status-caretaking] in evidence/estate-walk.yaml",
)
def nothing_beyond_status(index: Index) -> Iterator[Remark]:
    """The STATUS survey leaves six things out, and tenants have views on them too."""
    return unspoken(index, BEYOND_STATUS, "E13")


@rule(
    "E14",
    remedy="Add the group's id to the `covers` of evidence or of a finding; the 2001 Census shows who lives there.",
    example="covers: [group-older-people] in evidence/sheltered-scheme-visit.yaml",
)
def group_not_spoken_of(index: Index) -> Iterator[Remark]:
    """A service has to meet the needs of those who are easily overlooked, so the evidence speaks of each group."""
    return unspoken(index, GROUPS, "E14")


@rule(
    "E15",
    remedy="Add `tmo-tenants` to the `covers` of evidence or of a finding, or answer that there is no such body.",
    example="- {rule: E15, answer: No tenant management organisation works here., by: a-okafor}",
)
def tmo_tenants_left_out(index: Index) -> Iterator[Remark]:
    """Everyone's service counts, also where a tenant management organisation delivers it for the council."""
    return unspoken(index, named("tmo-tenants"), "E15")


@rule(
    "E16",
    remedy="Add each topic's id to the `covers` of evidence or of a finding.",
    example="covers: [local-demand] in a finding that one home in five is hard to let",
)
def local_conditions_not_stated(index: Index) -> Iterator[Remark]:
    """Stock, demand and what was invested before differ from place to place, and performance with them."""
    for_a_council = [topic for topic in LOCAL if topic.id != "local-freedom-to-act"]
    return unspoken(index, LOCAL if index.almo else for_a_council, "E16")


@rule(
    "E17",
    remedy="Write `teething: true` in the finding, or reword it.",
    example="teething: true in a finding that the new call centre was slow in its first weeks",
)
def teething_trouble_not_marked(index: Index) -> Iterator[Remark]:
    """Six months after it began, an ALMO cannot have solved every problem of its start.

    A weakness that is only such a trouble is marked, so that it is weighed as one. A strength cannot be one.
    """
    if index.almo is None:
        return
    for finding in index.inspection.findings:
        if finding.teething:
            if finding.kind == "strength":
                yield _teething(finding, "is a strength, and marked as teething trouble", "Take `teething` out")
        elif finding.kind == "weakness" and _speaks_of_teething(finding):
            yield _teething(finding, "speaks of teething trouble, and is not marked so", "Write `teething: true`")


def _is_far(satisfied: Decimal, rating: str | None) -> bool:
    beyond = satisfied - NATIONAL_MEANS[_OVERALL].value
    if rating in {"poor", "fair"}:
        return beyond >= FAR
    return rating is not None and beyond <= -FAR


def _speaks_of_teething(finding: Finding) -> bool:
    return any(words in finding.text or words in finding.title for words in _TEETHING_WORDS)


def _teething(finding: Finding, what: str, remedy: str) -> Remark:
    return wrong(
        finding.origin.at("teething"),
        f"The finding {finding.id} {what}",
        f"{remedy}, or answer E17 in answers.yaml, about {finding.id}.",
        finding.id,
    )


EVIDENCE_OF_TENANTS: tuple[Rule, ...] = (
    finding_without_an_effect,
    satisfaction_far_from_the_rating,
    nothing_beyond_status,
    group_not_spoken_of,
    tmo_tenants_left_out,
    local_conditions_not_stated,
    teething_trouble_not_marked,
)
