"""Competition, grave failure, and agreements with the council [stories 001 and 002]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.guidance.questions import title_of
from reportkit.inspection.finding import Finding
from reportkit.inspection.judgement import BELOW_GOOD
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, wrong
from reportkit.rules.rule import Rule, rule
from reportkit.rules.service.service_topics import GAS
from reportkit.rules.topics_covered import named, unspoken

_COMPETITION: Final = {
    "stock-investment": "3.2-stock-6",
    "rent": "3.2-rent-3",
    "estate-management": "3.2-estates-3",
}


@rule(
    "S01b",
    remedy="Add the question on competition to the `covers` of a finding or to `questions` of evidence.",
    example='covers: ["3.2-rent-3"] in a finding that three other collectors were asked for a price',
)
def competition_not_asked_about(index: Index) -> Iterator[Remark]:
    """Adequate is not enough, a minister said: even of a fair service it is asked whether another would do better."""
    scope = {each.id: each.depth for each in index.particulars.scope}
    for area, question in _COMPETITION.items():
        if scope.get(area, "full" if not scope else None) == "full" and not index.claimed(question):
            yield missing(
                index.file("findings"),
                f"Nothing answers {question} “{title_of(question)}”",
                f"Name {question} in a finding or in `questions` of evidence, or answer S01b in answers.yaml, "
                f"about {question}.",
                question,
            )


@rule(
    "S01c",
    remedy="Add a finding that covers `escalation`: who was told, when, and what follows.",
    example="covers: [escalation] in a finding on gas that is not safe, of which the council was told at once",
)
def grave_failure_not_passed_on(index: Index) -> Iterator[Remark]:
    """Government may step in where failure is severe or lasting, or a risk of harm or of loss goes on.

    So a poor service, one that is below good for the second time, and gas that is not safe are pointed out to someone
    who can act before the report is out: our reading of which cases are meant.
    """
    if _is_grave(index):
        yield from unspoken(index, named("escalation"), "S01c")


@rule(
    "S02b",
    remedy="Write `next-review` in support-services.yaml, on a day before the agreement ends.",
    example="ends: 2004-03-31 and next-review: 2004-01-31",
)
def agreement_not_reviewed_in_time(index: Index) -> Iterator[Remark]:
    """An ALMO buys from the council for its first year, and is then free to buy elsewhere.

    It uses that freedom only where it looks at each agreement before the agreement ends.
    """
    for each in index.inspection.support_services:
        looked = [day for day in (each.reviewed, each.next_review) if day is not None]
        if each.ends is None or (looked and min(looked) <= each.ends):
            continue
        where, answer = each.origin.at("next-review"), "or answer S02b in answers.yaml."
        if looked:
            message = f"The agreement for {each.service} ends on {each.ends}, before it is reviewed on {min(looked)}"
            yield wrong(where, message, f"Bring the review forward, {answer}")
        else:
            message = f"The agreement for {each.service} ends on {each.ends}, and when it is reviewed is not said"
            yield missing(where, message, f"Write `next-review`, {answer}")


def _is_grave(index: Index) -> bool:
    before = index.particulars.previous
    lasting = before is not None and before.service in BELOW_GOOD and index.service_rating in BELOW_GOOD
    return index.service_rating == "poor" or lasting or any(map(_is_unsafe, _on_gas(index)))


def _on_gas(index: Index) -> Iterator[Finding]:
    return (each for topic in GAS for each in index.findings_on.get(topic, ()))


def _is_unsafe(finding: Finding) -> bool:
    return finding.kind == "weakness" and finding.weight == "high"


MARKETS: tuple[Rule, ...] = (
    competition_not_asked_about,
    grave_failure_not_passed_on,
    agreement_not_reviewed_in_time,
)
