"""Cases of chapter F: the first judgement."""

from __future__ import annotations

from decimal import Decimal

from msgspec import structs

from reportkit.guidance.areas import AREAS
from reportkit.guidance.key_questions import SUB_QUESTIONS
from reportkit.guidance.topic_lists import PRIORITIES, QUALITY, STANDARDS
from reportkit.inspection.bodies import Authority
from reportkit.inspection.judgement import Judgements, ServiceJudgement
from reportkit.inspection.particulars import PreviousInspection, ScopedService
from tests.rules.builders import (
    Breach,
    Kept,
    but,
    finding,
    good,
    indicator,
    plus,
    rated,
    weakness,
    with_particulars,
    with_reasons,
    without_claims,
)

EXCELLENT = rated(service="excellent")
CORE = tuple(ScopedService(id=area) for area in AREAS)
SETTING = "excellent-tenants-setting"
ALL_CELLS = tuple(sorted(f"{question}-{area.short}" for question in SUB_QUESTIONS for area in AREAS.values()))
NO_CELLS = but(good(), findings=(), evidence=())


def excellent_without(*topics: str):
    return without_claims(EXCELLENT, *topics)


def with_scope(inspection, *scope: ScopedService):
    return but(inspection, particulars=structs.replace(inspection.particulars, scope=scope))


def mixed(rating: str, strengths: int, weaknesses: int):
    """A service so rated with so many findings, of which each weighs the same."""
    good_ones = tuple(finding(f"s{number}") for number in range(strengths))
    return but(rated(service=rating), findings=good_ones + tuple(weakness(f"w{n}") for n in range(weaknesses)))


def of_type(kind: str | None, *indicators, rating: str = "excellent"):
    """A service so rated, in an authority of this type, with these indicators."""
    judgements = Judgements(service=ServiceJudgement(rating=rating))
    authority = Authority(name="Ashby", type=kind)
    return but(with_particulars(authority=authority, judgements=judgements), indicators=indicators)


def not_answering(number: str):
    """The good inspection without its findings on this key question."""
    return but(good(), findings=tuple(each for each in good().findings if not each.question.startswith(number)))


BREACHES = (
    Breach("F01", "no rating", rated(service=None), "not there yet"),
    Breach("F02", "no scope", with_particulars(scope=()), "not there yet"),
    Breach("F02", "a core service left out", with_particulars(scope=CORE[1:]), "not there yet", ("stock-investment",)),
    Breach(
        "F02", "a score of its own for one service", with_reasons(service=("Rent is a one-star service.",)), "wrong"
    ),
    Breach("F03", "no finding on the aims", not_answering("1"), "not there yet", ("1",)),
    Breach("F03", "no finding on how it compares", not_answering("3"), "not there yet", ("3",)),
    Breach("F04", "nothing anywhere", NO_CELLS, "not there yet", ALL_CELLS),
    Breach(
        "F04",
        "nothing on the one service inspected",
        with_scope(but(good("best-value"), findings=(), evidence=()), CORE[1]),
        "not there yet",
        tuple(cell for cell in ALL_CELLS if cell.endswith("-rent")),
    ),
    Breach("F05", "excellent, and tenants set no standard", excellent_without(SETTING), "not there yet", (SETTING,)),
    Breach(
        "F05",
        "excellent, and only a weakness on it",
        plus(EXCELLENT, findings=(weakness("x", covers=(SETTING,)),)),
        "wrong",
        (SETTING,),
    ),
    Breach(
        "F06",
        "excellent, and no one asked",
        excellent_without("excellent-satisfied", "excellent-expect"),
        "not there yet",
        ("excellent-expect-improvement", "excellent-satisfied-for-rent"),
    ),
    Breach(
        "F07",
        "excellent, and nothing on its stock",
        excellent_without("excellent-manages-stock"),
        "not there yet",
        ("excellent-manages-stock",),
    ),
    Breach("F08", "excellent with nothing to compare", of_type("district-council"), "not there yet"),
    Breach("F08", "excellent, of no type", of_type(None, indicator("BVPI 68", Decimal(20))), "not there yet"),
    Breach("F08", "excellent and slow", of_type("district-council", indicator("BVPI 68", Decimal(40))), "wrong"),
    Breach(
        "F09",
        "excellent, and the code is not followed",
        but(EXCELLENT, indicators=(indicator("BVPI 164", value=False),)),
        "wrong",
    ),
    Breach(
        "F09",
        "excellent, and nothing on the code",
        but(excellent_without("excellent-cre-code"), indicators=()),
        "not there yet",
        ("excellent-cre-code",),
    ),
    Breach(
        "F10",
        "excellent without national priorities",
        excellent_without("priority-"),
        "not there yet",
        tuple(sorted(topic.id for topic in PRIORITIES)),
    ),
    Breach(
        "F11",
        "no standard covered",
        without_claims(good(), "standard-"),
        "not there yet",
        tuple(sorted(topic.id for topic in STANDARDS)),
    ),
    Breach("F13", "good with mostly weaknesses", mixed("good", 2, 8), "wrong"),
    Breach("F13", "poor with nothing but strengths", mixed("poor", 8, 0), "wrong"),
    Breach("F13", "excellent with as much weakness", mixed("excellent", 5, 5), "wrong"),
    Breach("F13", "fair without one strength", mixed("fair", 0, 8), "wrong"),
    Breach("F14", "nothing on gas", without_claims(good(), "gas", "2.2-stock-5"), "not there yet", ("gas-servicing",)),
    Breach(
        "F16",
        "consultation not traced",
        without_claims(good(), "excellent-consultation"),
        "not there yet",
        ("excellent-consultation",),
    ),
    Breach(
        "F16",
        "excellent, and consultation is a weakness",
        plus(EXCELLENT, findings=(weakness("x", covers=("excellent-consultation",)),)),
        "wrong",
        ("excellent-consultation",),
    ),
    Breach(
        "F17",
        "nothing on tenants' part",
        without_claims(good(), "compact", "options-appraisal", "almo-decision"),
        "not there yet",
        ("almo-decision", "compact", "options-appraisal"),
    ),
    Breach(
        "F17",
        "nothing on tenants' part where there is no ALMO",
        without_claims(with_particulars("best-value", almo=None), "compact", "options-appraisal", "almo-decision"),
        "not there yet",
        ("compact", "options-appraisal"),
    ),
    Breach("F18", "nothing on it", without_claims(good(), "regeneration"), "not there yet", ("regeneration",)),
    Breach(
        "F19",
        "nothing on quality",
        without_claims(good(), "quality-"),
        "not there yet",
        tuple(sorted(topic.id for topic in QUALITY)),
    ),
)

KEPT = (
    Kept("F01", "a rating", good()),
    Kept("F02", "every core service and one more", with_particulars(scope=(*CORE, ScopedService(id="register")))),
    Kept("F02", "one service of a Best Value inspection", with_particulars("best-value", scope=CORE[:1])),
    Kept("F02", "the rating's own stars in a reason", with_reasons(service=("A two-star service by all accounts.",))),
    Kept(
        "F02",
        "the stars of the inspection before",
        but(
            with_reasons(service=("Up from one star in 2001.",)),
            particulars=structs.replace(
                with_reasons(service=("Up from one star in 2001.",)).particulars,
                previous=PreviousInspection(service="fair"),
            ),
        ),
    ),
    Kept("F02", "stars before there is a rating", rated(service=None)),
    Kept("F03", "findings on all three", good()),
    Kept(
        "F03",
        "a finding on another judgement that bears on it",
        plus(not_answering("3"), findings=(finding("x", question="P1.4", also=("3.1",)),)),
    ),
    Kept("F04", "evidence in every cell", good()),
    Kept(
        "F04",
        "a finding that covers a question of each cell",
        but(NO_CELLS, findings=(finding("x", covers=tuple(f"{cell}-1" for cell in ALL_CELLS)),)),
    ),
    Kept(
        "F04",
        "a lighter look with its reason",
        with_scope(NO_CELLS, *(structs.replace(each, depth="lighter", why="Rated good in 2002.") for each in CORE)),
    ),
    Kept("F05", "excellent with all three", EXCELLENT),
    Kept("F05", "good without", without_claims(good(), "excellent-")),
    Kept(
        "F05",
        "excellent with a weakness and a strength on it",
        plus(EXCELLENT, findings=(weakness("x", covers=(SETTING,)), finding("y", covers=(SETTING,)))),
    ),
    Kept("F06", "excellent with both", EXCELLENT),
    Kept("F06", "good without", without_claims(good(), "excellent-")),
    Kept("F07", "excellent with all four", EXCELLENT),
    Kept("F07", "good without", without_claims(good(), "excellent-")),
    Kept("F08", "excellent and quick", of_type("district-council", indicator("bvpi68", Decimal(26)))),
    Kept("F08", "good and slow", of_type("district-council", indicator("BVPI 68", Decimal(90)), rating="good")),
    Kept(
        "F08",
        "excellent and slow for local reasons",
        plus(
            of_type("district-council", indicator("BVPI 68", Decimal(90))),
            findings=(finding("x", covers=("local-demand",)),),
        ),
    ),
    Kept(
        "F09",
        "excellent with a yes",
        but(excellent_without("excellent-cre-code"), indicators=(indicator("BVPI 164", value=True),)),
    ),
    Kept("F09", "excellent with a finding", but(EXCELLENT, indicators=())),
    Kept("F09", "good without", but(good(), indicators=(indicator("BVPI 164", value=False),))),
    Kept("F10", "excellent with all twelve", EXCELLENT),
    Kept("F10", "good without", without_claims(good(), "priority-")),
    Kept("F11", "evidence on all of them", good()),
    Kept("F13", "good with some weaknesses", mixed("good", 7, 3)),
    Kept("F13", "too few findings to say", mixed("good", 0, 7)),
    Kept("F13", "no rating yet", mixed(None, 0, 20)),
    Kept("F14", "evidence on it", good()),
    Kept("F14", "evidence on the question of Appendix 1", without_claims(good(), "gas-servicing")),
    Kept("F16", "evidence on it", good()),
    Kept(
        "F16", "good with a weakness on it", plus(good(), findings=(weakness("x", covers=("excellent-consultation",)),))
    ),
    Kept("F17", "evidence on all of them", good()),
    Kept("F18", "evidence on it", good()),
    Kept("F19", "evidence on all three", good()),
)
