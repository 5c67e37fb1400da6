"""Judgement 2: the prospects, their three questions, and the plans for improvement [30–32, 57–59, Appendix 2]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportkit.guidance.questions import FINDING_QUESTIONS, QUESTIONS, judgement_of
from reportkit.inspection.finding import Finding
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import Rule, rule
from reportkit.rules.service.rating import unanswered_key_questions
from reportkit.rules.topics_covered import named, unanswered, unspoken

_APPENDIX_2: Final = tuple(each for each in QUESTIONS.values() if each.paragraph.startswith("A2"))
_ARRIVED_AT: Final = ("P2.1", "P2.2", "P2.3", "P2.4", "P2.5", "P2.6")
_QUALITY: Final = ("P2.7", "P2.8", "P2.9", "P2.10")
_JUDGEMENTS: Final = {name: judgement_of(name) for name in (*FINDING_QUESTIONS, *QUESTIONS)}
_MONEY = r"\b(?:fund(?:ing|s)|money|allocation|(?:additional|extra) resources)\b"
_ENTITLES = r"\b(?:qualif\w+|entitle\w*|eligib\w+|disqualif\w+)\b"
_DECIDES_MONEY = re.compile(f"{_ENTITLES}.*{_MONEY}|{_MONEY}.*{_ENTITLES}", re.IGNORECASE | re.DOTALL)


@rule(
    "H01",
    remedy="Write the rating in `judgements: prospects: rating` in inspection.yaml.",
    example="rating: promising",
)
def prospects_not_rated(index: Index) -> Iterator[Remark]:
    """The second judgement is one of poor, uncertain, promising and excellent."""
    if index.prospects_rating is None:
        yield missing(
            spot(index.particulars.origin, "judgements.prospects.rating"),
            "The prospects for improvement are not rated yet",
            "Write poor, uncertain, promising or excellent in `judgements: prospects: rating`.",
        )


@rule(
    "H02",
    remedy="Add a finding on each of the three key questions.",
    example="A finding with question: P1.3 says what tenants gained from last year's plan.",
)
def key_question_of_the_prospects_unanswered(index: Index) -> Iterator[Remark]:
    """Prospects are judged by what has improved, by how good the plans are, and by whether they will come about."""
    return unanswered_key_questions(index, "prospects") if index.asks_2003_questions else iter(())


@rule(
    "H03",
    remedy="Name the question in a finding's `question`, `also` or `covers`, or in `questions` of evidence.",
    example="- {rule: H03, about: P2.5, answer: Nothing was put to the market in the first year., by: a-okafor}",
)
def question_of_appendix_2_unanswered(index: Index) -> Iterator[Remark]:
    """Appendix 2 has 39 questions about the prospects: each is answered, or marked with why not.

    A question with parts is answered where one of its parts is. An answer about P2 or P2.3 holds for what is below it.
    """
    return unanswered(index, _APPENDIX_2, "H03")


@rule(
    "H05",
    remedy="Discuss it with the ODPM, and record it with `reportkit moderate odpm-discussion`. No letter waits for it.",
    example="reportkit moderate odpm-discussion harrowmere-homes",
)
def poor_prospects_not_discussed(index: Index) -> Iterator[Remark]:
    """Money follows the first judgement, so where the prospects are doubtful the ODPM hears what that may mean."""
    if index.prospects_rating in {"poor", "uncertain"} and index.milestones.odpm_discussion is None:
        yield missing(
            spot(index.particulars.origin, "judgements.prospects.rating"),
            f"The prospects are rated {index.prospects_rating}, and no discussion with the ODPM is on record",
            "Record it with `reportkit moderate odpm-discussion`, or answer H05 in answers.yaml with the date.",
        )


@rule(
    "H06",
    remedy="Take the money out of the reason: it hangs on the first judgement alone.",
    example="Not “Promising prospects qualify the ALMO for funding”, but “The board has a funded plan to 2010”.",
)
def prospects_said_to_decide_money(index: Index) -> Iterator[Remark]:
    """Whether an ALMO qualifies for money hangs on how good the service is, and never on its prospects."""
    for number, reason in enumerate(index.particulars.judgements.prospects.reasons):
        if says_money_is_decided(reason):
            yield wrong(
                spot(index.particulars.origin, f"judgements.prospects.reasons.{number}"),
                "A reason for the prospects speaks of qualifying for money, which they do not decide",
                "Leave the money out of the reasons for the prospects.",
            )


@rule(
    "H09",
    remedy="Add a finding that covers `smart-plans`, or answers P2.10.",
    example="A finding with question: P2.10 on a plan whose 40 actions each have an owner, a budget and a date",
)
def plans_not_judged_smart(index: Index) -> Iterator[Remark]:
    """A plan that names no owner, means, target or date is a hope."""
    return iter(()) if index.claimed("P2.10") else unspoken(index, named("smart-plans"), "H09")


@rule(
    "H10",
    remedy="Add a finding that covers `four-cs`, or answers P2.1.",
    example="A finding with question: P2.1 on how a review challenged, compared, consulted and competed",
)
def four_cs_not_covered(index: Index) -> Iterator[Remark]:
    """Good plans come of challenging, comparing, consulting and competing, with a Best Value review or without."""
    return iter(()) if index.claimed("P2.1") else unspoken(index, named("four-cs"), "H10")


@rule(
    "H11",
    remedy="Name the weakness in `findings` of a recommendation or of a driver.",
    example="findings: [repairs-backlog] in recommendations/clear-the-backlog.yaml",
)
def main_weakness_without_a_plan(index: Index) -> Iterator[Remark]:
    """Plans are worth as much as they do about the main weaknesses, which here are those of high weight."""
    met = {each for planned in index.inspection.recommendations for each in planned.findings}
    met.update(each for driver in index.inspection.drivers for each in driver.findings)
    for finding in index.inspection.findings:
        if finding.kind == "weakness" and finding.weight == "high" and finding.id not in met:
            yield missing(
                finding.origin.at("weight"),
                f"No recommendation or driver deals with the main weakness {finding.id}",
                f"Add {finding.id} to `findings` of a recommendation, or answer H11 in answers.yaml, "
                f"about {finding.id}.",
                finding.id,
            )


@rule(
    "H12",
    remedy="Name in `also` the question of the other judgement that the finding bears on.",
    example="question: '2.1' and also: [P3.2a] in a finding on performance management",
)
def straddling_not_marked(index: Index) -> Iterator[Remark]:
    """Some findings bear on both judgements: what tenants have a say in, and how performance is managed.

    `also` names the question of the other judgement, so one of the finding's own judgement does not belong there, and
    a question of the other judgement that stands in `covers` belongs in `also`.
    """
    for finding in index.inspection.findings:
        if finding.question in _JUDGEMENTS and (finding.also or finding.covers):
            yield from _wrongly_straddling(finding, _JUDGEMENTS[finding.question])


@rule(
    "H18",
    remedy="Add `strategy-resources` to the `covers` of a finding or of evidence.",
    example="covers: [strategy-resources] in a finding on a plan with dates and a budget to 2010",
)
def strategies_without_dates_and_money(index: Index) -> Iterator[Remark]:
    """A strategy leads somewhere when it has dates, and when its money is found."""
    return unspoken(index, named("strategy-resources"), "H18")


@rule(
    "H19",
    remedy="Add findings or evidence that cover `training`, `recruitment` and, for an ALMO, `change-management`.",
    example="covers: [training] in evidence of the board's training programme",
)
def people_not_covered(index: Index) -> Iterator[Remark]:
    """Staff, tenants and board have to be found, trained and brought through the change that an ALMO is."""
    topics = named("training", "recruitment", "change-management")
    return unspoken(index, topics if index.almo else topics[:2], "H19")


@rule(
    "H20",
    remedy="Add findings on P2.1 to P2.6: challenge, comparison, consultation, competition and method.",
    example="A finding with question: P2.4a on how 600 tenants were asked before the plan was written",
)
def how_plans_were_arrived_at(index: Index) -> Iterator[Remark]:
    """Plans are judged on what they say, and more on how they came about."""
    arrived, quality = _findings_on(index, _ARRIVED_AT), _findings_on(index, _QUALITY)
    if len(arrived) < len(quality):
        yield wrong(
            index.file("findings"),
            f"{len(quality)} findings say what the plans are, and {len(arrived)} how they were arrived at",
            "Add findings on P2.1 to P2.6, or answer H20 in answers.yaml.",
        )


def says_money_is_decided(text: str) -> bool:
    """Return whether a text speaks of qualifying for money.

    For reasons here, and for letters where they are written.
    """
    return _DECIDES_MONEY.search(text) is not None


def _findings_on(index: Index, questions: tuple[str, ...]) -> set[str]:
    return {each.id for question in questions for each in index.findings_on.get(question, ())}


def _wrongly_straddling(finding: Finding, judgement: str) -> Iterator[Remark]:
    for question in finding.also:
        if _JUDGEMENTS.get(question) == judgement:
            yield _straddles(finding, "also", f"{question} is a question of the same judgement", "Move it to `covers`")
    for question in finding.covers:
        other = _JUDGEMENTS.get(question, judgement)
        if other != judgement and not finding.also:
            holds = question.partition("-")[0]  # an Appendix 1 question holds no findings: its cell's row does
            yield _straddles(
                finding, "covers", f"{question} is a question of the other judgement", f'Add `also: ["{holds}"]`'
            )


def _straddles(finding: Finding, key: str, what: str, remedy: str) -> Remark:
    return wrong(
        finding.origin.at(key),
        f"The finding {finding.id} is listed under {finding.question}, and {what}",
        f"{remedy}, or answer H12 in answers.yaml, about {finding.id}.",
        finding.id,
    )


PROSPECTS: tuple[Rule, ...] = (
    prospects_not_rated,
    key_question_of_the_prospects_unanswered,
    question_of_appendix_2_unanswered,
    poor_prospects_not_discussed,
    prospects_said_to_decide_money,
    plans_not_judged_smart,
    four_cs_not_covered,
    main_weakness_without_a_plan,
    straddling_not_marked,
    strategies_without_dates_and_money,
    people_not_covered,
    how_plans_were_arrived_at,
)
