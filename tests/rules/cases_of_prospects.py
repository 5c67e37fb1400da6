"""Cases of chapter H: the second judgement, drivers and barriers, and governance."""

from __future__ import annotations

import datetime as dt

from msgspec import structs

from reportkit.guidance.questions import QUESTIONS
from reportkit.guidance.topic_lists import ALMO_TOPICS
from reportkit.inspection.driver import Driver
from reportkit.inspection.milestones import Milestones
from tests.rules.builders import (
    Breach,
    Kept,
    at,
    but,
    finding,
    good,
    plus,
    rated,
    recommendation,
    weakness,
    with_particulars,
    with_reasons,
    without_claims,
)

APPENDIX_2 = tuple(sorted(each for each in QUESTIONS if each.startswith("P")))
APPENDIX_3 = tuple(sorted(each for each in QUESTIONS if each.startswith("G")))
SERVICE_ONLY = but(good(), findings=tuple(each for each in good().findings if each.question[0] in "123"))
OTHER_QUESTIONS = but(with_particulars("best-value", questions="2001-08"), findings=SERVICE_ONLY.findings, evidence=())
NO_ALMO = with_particulars("indicative", almo=None)
ON_QUALITY = tuple(finding(f"q{number}", question=f"P2.{number}", area=None) for number in (7, 8, 9))


def main_weakness(**changes: object):
    return weakness("x", weight="high", **changes)


def driver(**changes: object) -> Driver:
    return structs.replace(Driver(id="d", title="A new board", origin=at("drivers.yaml", "reach")), **changes)


def without_questions(*starts: str, inspection=None):
    """An inspection with no finding and no evidence on questions that start so."""
    kept = inspection or good()
    findings = tuple(each for each in kept.findings if not each.question.startswith(starts))
    return but(without_claims(kept, *starts), findings=findings)


DISCUSSED = Milestones(odpm_discussion=dt.date(2004, 1, 29))

BREACHES = (
    Breach("H01", "no rating", rated(prospects=None), "not there yet"),
    Breach("H02", "no finding on the prospects", SERVICE_ONLY, "not there yet", ("P1", "P2", "P3")),
    Breach("H03", "nothing on Appendix 2", without_questions("P"), "not there yet", APPENDIX_2),
    Breach("H03", "one question left", without_questions("P2.6"), "not there yet", ("P2.6",)),
    Breach(
        "H04",
        "governance among the plans",
        plus(good(), findings=(finding("x", question="P2.1", covers=("G2.6",)),)),
        "wrong",
        ("x",),
    ),
    Breach("H05", "uncertain prospects", rated(prospects="uncertain"), "not there yet"),
    Breach("H05", "poor prospects, again", rated("re-inspection", prospects="poor"), "not there yet"),
    Breach("H06", "money that hangs on it", with_reasons(prospects=("So it qualifies for funding.",)), "wrong"),
    Breach("H06", "money, said the other way", with_reasons(prospects=("Funding goes to those eligible.",)), "wrong"),
    Breach("H07", "none listed", but(good(), drivers=(), barriers=()), "not there yet"),
    Breach("H08", "a driver of no reach", but(good(), drivers=(driver(),)), "not there yet", ("d",)),
    Breach(
        "H08",
        "a driver of some service",
        but(good(), drivers=(driver(reach="service-specific"),)),
        "not there yet",
        ("d",),
    ),
    Breach("H09", "nothing on it", without_claims(good(), "smart-plans", "P2.10"), "not there yet", ("smart-plans",)),
    Breach(
        "H10",
        "nothing on it",
        without_questions("P2.1", inspection=without_claims(good(), "four-cs")),
        "not there yet",
        ("four-cs",),
    ),
    Breach("H11", "a main weakness and no plan", plus(good(), findings=(main_weakness(),)), "not there yet", ("x",)),
    Breach(
        "H12",
        "a question of the same judgement in `also`",
        plus(good(), findings=(finding("x", also=("3.1",)),)),
        "wrong",
        ("x",),
    ),
    Breach(
        "H12",
        "a question of the other judgement only in `covers`",
        plus(good(), findings=(finding("x", covers=("P3.2a",)),)),
        "wrong",
        ("x",),
    ),
    Breach("H13", "no finding on the board or on risk", without_questions("G2", "G5"), "not there yet", ("G2", "G5")),
    Breach("H14", "no finding on the authority", without_questions("G1"), "not there yet", ("G1",)),
    Breach(
        "H15",
        "nothing on either",
        without_claims(good(), "almo-distinct", "governance-resource-pack"),
        "not there yet",
        ("almo-distinct", "governance-resource-pack"),
    ),
    Breach("H16", "nothing on it", without_claims(good(), "race-equality"), "not there yet", ("race-equality-scheme",)),
    Breach("H17", "poor and no barrier", but(rated(prospects="poor"), barriers=()), "wrong"),
    Breach("H17", "excellent and no driver", but(rated(prospects="excellent"), drivers=()), "wrong"),
    Breach("H18", "nothing on it", without_claims(good(), "strategy-"), "not there yet", ("strategy-resources",)),
    Breach(
        "H19",
        "nothing on people",
        without_claims(good(), "training", "recruitment", "change-management"),
        "not there yet",
        ("change-management", "recruitment", "training"),
    ),
    Breach(
        "H19",
        "nothing on people where there is no ALMO",
        without_claims(NO_ALMO, "training", "recruitment", "change-management"),
        "not there yet",
        ("recruitment", "training"),
    ),
    Breach("H20", "more on what plans say", plus(good(), findings=ON_QUALITY), "wrong"),
    Breach(
        "H21",
        "nothing on Appendix 3",
        without_questions("G", inspection=without_claims(good(), "almo-topic-")),
        "not there yet",
        (*APPENDIX_3, *sorted(topic.id for topic in ALMO_TOPICS)),
    ),
)

KEPT = (
    Kept("H01", "a rating", good()),
    Kept("H02", "findings on all three", good()),
    Kept("H02", "another set of questions", OTHER_QUESTIONS),
    Kept("H03", "everything answered", good()),
    Kept(
        "H03",
        "a question that its part answers",
        plus(
            without_questions("P2.2"),
            findings=tuple(finding(f"f{each}", question=f"P2.2{each}", area=None) for each in "abc"),
        ),
    ),
    Kept("H03", "another set of questions", OTHER_QUESTIONS),
    Kept(
        "H04",
        "governance under the third question",
        plus(good(), findings=(finding("x", question="P3.2b", covers=("G2.6",)),)),
    ),
    Kept(
        "H04",
        "tenants on the board, under the service",
        plus(good(), findings=(finding("x", question="2.1", covers=("G4.2",), also=("G4.2",)),)),
    ),
    Kept("H05", "promising prospects", good()),
    Kept("H05", "poor prospects that were discussed", rated(prospects="poor"), DISCUSSED),
    Kept("H05", "poor prospects of a council", rated("best-value", prospects="poor")),
    Kept("H06", "money for plans", with_reasons(prospects=("The funding of the plan is agreed to 2010.",))),
    Kept(
        "H06",
        "an inspection that decides on none",
        with_reasons("indicative", prospects=("So it qualifies for funding.",)),
    ),
    Kept("H07", "one barrier", but(good(), drivers=())),
    Kept("H08", "both corporate", good()),
    Kept("H08", "a driver of one service", but(good(), drivers=(driver(reach="service-specific", area="rent"),))),
    Kept("H09", "evidence on it", good()),
    Kept("H09", "evidence on the question", without_claims(good(), "smart-plans")),
    Kept("H10", "evidence on it", good()),
    Kept("H10", "a finding on the question", without_claims(good(), "four-cs")),
    Kept(
        "H11",
        "a main weakness and a recommendation",
        plus(good(), findings=(main_weakness(),), recommendations=(recommendation("x"),)),
    ),
    Kept(
        "H11",
        "a main weakness and a driver",
        plus(good(), findings=(main_weakness(),), drivers=(driver(findings=("x",)),)),
    ),
    Kept("H11", "a lesser weakness", good()),
    Kept(
        "H12",
        "a question of the other judgement",
        plus(good(), findings=(finding("x", also=("P3.2a",), covers=("P3.2a",)),)),
    ),
    Kept("H12", "a topic", plus(good(), findings=(finding("x", covers=("compact",)),))),
    Kept(
        "H12", "a finding that has no place yet", plus(good(), findings=(finding("x", question=None, also=("3.1",)),))
    ),
    Kept("H13", "findings on all four", good()),
    Kept("H13", "no ALMO", without_questions("G", inspection=NO_ALMO)),
    Kept("H14", "a finding on it", good()),
    Kept("H14", "no ALMO", without_questions("G", inspection=NO_ALMO)),
    Kept("H15", "evidence on both", good()),
    Kept("H15", "no ALMO", without_claims(NO_ALMO, "almo-distinct")),
    Kept("H16", "evidence on it", good()),
    Kept("H16", "no ALMO", without_claims(NO_ALMO, "race-equality-scheme")),
    Kept("H17", "poor with neither listed", but(rated(prospects="poor"), drivers=(), barriers=())),
    Kept("H17", "uncertain and a barrier", rated(prospects="uncertain")),
    Kept("H17", "excellent and a driver", rated(prospects="excellent")),
    Kept("H18", "evidence on it", good()),
    Kept("H19", "evidence on all of them", good()),
    Kept("H20", "as much on how plans came about", plus(good(), findings=ON_QUALITY[:1])),
    Kept("H21", "evidence on all of it", good()),
    Kept("H21", "no ALMO", without_questions("G", inspection=without_claims(NO_ALMO, "almo-topic-"))),
    Kept("H21", "another set of questions", OTHER_QUESTIONS),
)
