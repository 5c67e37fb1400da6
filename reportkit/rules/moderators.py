"""What the rules make moderators ask: questions with the figures beside them, never an answer or a score [26, 114].

Errors and warnings are for the team while it works. Here the same rules, and what no single file shows, are put to
people who were not there: does what was found bear what was judged?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from reportkit.guidance.areas import AREAS
from reportkit.guidance.reality_checks import REALITY_CHECKS
from reportkit.guidance.rule_list import ALL_ROWS
from reportkit.inspection.driver import Driver
from reportkit.inspection.finding import Finding, FindingKind
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import ProspectsRating, ServiceRating
from reportkit.inspection.particulars import ScopedService
from reportkit.inspection.problem import Problem
from reportkit.rules import own
from reportkit.rules.balance import Balance, Count, balance_of
from reportkit.rules.check import check
from reportkit.rules.evidence import kinds, tenants
from reportkit.rules.index import Index, ledger_of
from reportkit.rules.prospects import drivers
from reportkit.rules.rule import Rule
from reportkit.rules.service import excellent, service_topics
from reportkit.rules.service.rating import balance_differs_from_the_rating

FAVOURABLE: Final = frozenset(("good", "excellent", "promising"))
"""Ratings that weaknesses and barriers speak against; strengths and drivers speak against the others."""


class ModeratorQuestion(Struct, frozen=True, kw_only=True):
    """One question for moderators.

    `rule` is the row of the rule list that raises it, `paragraph` the guidance's. `findings` are the ids of those
    to look at. `answers` is what the team has already said to it, each with who said it and when.
    """

    rule: str
    paragraph: str
    words: str
    findings: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


class Other(Struct, frozen=True, kw_only=True):
    """Another inspection, to compare ratings with.

    `round` is the round of ALMO inspections that it was of. `balance` counts the findings of judgement 1. `far` says
    how far its own moderation has come, in words.
    """

    name: str
    round: int | None = None
    service: ServiceRating | None = None
    prospects: ProspectsRating | None = None
    balance: Balance = Balance()
    drivers: int = 0
    barriers: int = 0
    far: str = ""


def other_of(inspection: Inspection, far: str = "") -> Other:
    """Return what another inspection's moderators need of this one, which has come so far."""
    index, particulars = ledger_of(inspection), inspection.particulars
    return Other(
        name=particulars.almo.name if particulars.almo else particulars.authority.name,
        round=particulars.round,
        service=index.service_rating,
        prospects=index.prospects_rating,
        balance=balance_of(index.service),
        drivers=len(inspection.drivers),
        barriers=len(inspection.barriers),
        far=far,
    )


def moderators_questions(inspection: Inspection, others: Iterable[Other] = ()) -> tuple[ModeratorQuestion, ...]:
    """Return every question: on the service, what it rests on, the prospects, and other inspections beside it."""
    index = ledger_of(inspection)
    problems = check(inspection, (balance_differs_from_the_rating, *(rule for rule, _ in _ASKED)))
    return (
        *_balance(index, problems),
        *_raised(index, problems),
        *_gas(index),
        *_one_score(index),
        *_not_seen(index),
        *_influences(index),
        *_consistency(index, others),
    )


_ASKED: Final[tuple[tuple[Rule, str], ...]] = (
    (excellent.tenants_not_shown_to_shape_standards, "What shows that tenants set, monitor and review the standards?"),
    (excellent.tenants_not_shown_to_be_satisfied, "What shows that tenants themselves think so?"),
    (excellent.marks_of_excellence_not_shown, "What shows it?"),
    (excellent.no_indicator_among_the_best, "What in the place or its past explains that?"),
    (excellent.race_equality_code_not_followed, "Is the code followed?"),
    (service_topics.consultation_not_traced, "What has been decided because of what tenants said?"),
    (service_topics.gas_servicing_not_covered, "Is it so, and who has looked?"),
    (kinds.judgement_on_indicators_alone, "What did the team see and hear for itself?"),
    (kinds.focus_groups_stand_alone, "What else confirms what the groups said?"),
    (tenants.satisfaction_far_from_the_rating, "What shapes what tenants say of their landlord?"),
    (own.opposites_on_the_same_evidence, "Which is it, or how can it be both?"),
    (own.figure_differs_from_the_indicator, "Which figure is right?"),
    (own.two_findings_say_the_same, "Does the judgement count one thing twice?"),
    (drivers.no_drivers_or_barriers, "What will help improvement most, and what will hold it back?"),
    (drivers.drivers_and_barriers_differ_from_the_rating, "Do they and the rating say the same?"),
)
"""The rules that moderators hear of when they are broken, and what is then asked."""


def _raised(index: Index, problems: tuple[Problem, ...]) -> Iterator[ModeratorQuestion]:
    for rule, asked in _ASKED:
        breaches = [problem for problem in problems if problem.rule == rule.id]
        if breaches:
            told = " ".join(f"{message}." for message in dict.fromkeys(each.message for each in breaches))
            spoken_of = dict.fromkeys(name for each in breaches for name in _meant(index, each.about))
            yield _question(rule.id, f"{told} {asked}", spoken_of, answers=_answers(breaches))


def _balance(index: Index, problems: tuple[Problem, ...]) -> Iterator[ModeratorQuestion]:
    rating, balance = index.service_rating, balance_of(index.service)
    if rating is None or balance.share is None:
        return
    raised = [problem for problem in problems if problem.rule == balance_differs_from_the_rating.id]
    unusual = "".join(f"{problem.message}. " for problem in raised)
    told = unusual or f"The service is rated {rating}. "
    against: FindingKind = "weakness" if rating in FAVOURABLE else "strength"
    weighty = [each.id for each in index.service if each.kind == against and each.weight == "high"]
    asked = "Do they support the rating, against those named here?" if weighty else "Do they support the rating?"
    words = f"{told}Judgement 1 rests on {_counted(balance)}. {asked}"
    yield _question("F13", words, weighty, answers=_answers(raised))


def _gas(index: Index) -> Iterator[ModeratorQuestion]:
    """Yield a question where a finding on gas servicing is a weakness, whatever its weight: it can cost lives."""
    spoken_of = {each.id: each for topic in service_topics.GAS for each in index.findings_on.get(topic, ())}
    weak = [each.id for each in spoken_of.values() if each.kind == "weakness"]
    if weak:
        words = "Gas servicing is found weak. Is any appliance overdue today, and does the rating take account of it?"
        yield _question("F14", words, weak)


def _one_score(index: Index) -> Iterator[ModeratorQuestion]:
    """Check that a service whose score is far from the overall one was weighed [104]."""
    if index.service_rating not in FAVOURABLE:
        return
    for service in index.particulars.scope:
        found = [each for each in index.service if each.area == service.id]
        balance = balance_of(found)
        if balance.weaknesses.weight > balance.strengths.weight:
            words = f"“{_title(service)}”: {_counted(balance)}. Does one rating of {index.service_rating} hold for it?"
            yield _question("F02", words, _of_kind(found, "weakness"))


def _not_seen(index: Index) -> Iterator[ModeratorQuestion]:
    """Check that what weighs most was seen or heard, not only read [38–41]."""
    weighty = [each for each in (*index.service, *index.prospects) if each.weight == "high"]
    unseen = [each.id for each in weighty if not any(cited.kind in REALITY_CHECKS for cited in index.cited(each))]
    if unseen:
        words = (
            f"{_number(len(unseen), 'finding')} of high weight, of {len(weighty)}, "
            f"{'rests' if len(unseen) == 1 else 'rest'} on no reality check. Was nothing of it seen or heard?"
        )
        yield _question("I05", words, unseen, paragraph="38-41, 114")


def _influences(index: Index) -> Iterator[ModeratorQuestion]:
    """Yield the drivers and barriers, where there are more of those that speak against the rating."""
    rating = index.prospects_rating
    helping, hindering = index.inspection.drivers, index.inspection.barriers
    against: tuple[Driver, ...] = hindering if rating in FAVOURABLE else helping
    others: tuple[Driver, ...] = helping if rating in FAVOURABLE else hindering
    if rating is not None and others and len(against) > len(others):
        words = (
            f"The prospects are rated {rating}, beside {_number(len(helping), 'driver')} and "
            f"{_number(len(hindering), 'barrier')}. Which of them decides?"
        )
        yield _question("H17", words, (name for each in against for name in each.findings))


def _consistency(index: Index, others: Iterable[Other]) -> Iterator[ModeratorQuestion]:
    """Beside other inspections of the same rating, where the findings' balance lies outside all of theirs [114]."""
    rating, share = index.service_rating, balance_of(index.service).share
    alike = [each for each in others if rating is not None and each.service == rating]
    shares = [each.balance.share for each in alike if each.balance.share is not None]
    if share is None or not shares or min(shares) <= share <= max(shares):
        return
    usual = f"{min(shares)} to {max(shares)}" if len(set(shares)) > 1 else f"{shares[0]}"
    words = (
        f"Strengths have {share} per cent of the findings’ weight here, and {usual} in "
        f"{_number(len(shares), 'other inspection')} rated {rating}. What sets this one apart?"
    )
    yield _question("I05", words, paragraph="114")


def _question(
    row: str,
    words: str,
    findings: Iterable[str] = (),
    paragraph: str = "",
    answers: tuple[str, ...] = (),
) -> ModeratorQuestion:
    return ModeratorQuestion(
        rule=row,
        paragraph=paragraph or ALL_ROWS[row].paragraph,
        words=words,
        findings=tuple(dict.fromkeys(findings)),
        answers=answers,
    )


def _meant(index: Index, about: str) -> Iterator[str]:
    """Yield the findings that a problem is about: the one of this id, or those that speak of the topic."""
    yield from (each.id for each in index.inspection.findings if each.id == about)
    yield from (each.id for each in index.findings_on.get(about, ()))


def _answers(problems: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.answered for each in problems if each.answered))


def _of_kind(findings: Iterable[Finding], kind: FindingKind) -> Iterator[str]:
    return (each.id for each in findings if each.kind == kind)


def _title(service: ScopedService) -> str:
    known = AREAS.get(service.id)
    return service.title or (known.title if known else service.id)


def _counted(balance: Balance) -> str:
    """“12 strengths (3 of high weight) and 1 weakness (none of high weight)”."""
    strong, weak = balance.strengths, balance.weaknesses
    strengths, weaknesses = _number(strong.all, "strength"), _number(weak.all, "weakness", "weaknesses")
    return f"{strengths}{_weighty(strong)} and {weaknesses}{_weighty(weak)}"


def _weighty(count: Count) -> str:
    return f" ({count.high or 'none'} of high weight)" if count.all else ""


def _number(number: int, one: str, many: str = "") -> str:
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"
