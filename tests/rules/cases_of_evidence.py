"""Cases of chapter E: what there is to see and hear, and what a judgement rests on."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from msgspec import structs

from reportkit.guidance.topic_lists import BEYOND_STATUS, GROUPS, LOCAL
from reportkit.inspection.bodies import Almo
from tests.rules.builders import (
    ALMO,
    Breach,
    Kept,
    but,
    evidence,
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

GROUP = evidence("tenants-met", kind="users-met", way="focus-groups-service")
STAFF = evidence("staff-met", kind="staff-focus-groups")
FIGURES = evidence("figures", kind="indicators")
COUNCILS_REVIEW = evidence("review-2001", kind="document", about="authority")
BEFORE = evidence("spring-survey", date=dt.date(2003, 3, 1))
WITHOUT_ALMO = but(with_particulars("indicative", almo=None))


def resting_on(*those, **changes: object):
    """The good inspection with the evidence, and a finding that rests on it alone."""
    return plus(good(), evidence=those, findings=(finding("x", evidence=tuple(e.id for e in those), **changes),))


def on_figures_alone():
    everything = tuple(structs.replace(each, evidence=("figures",)) for each in good().findings)
    return but(plus(good(), evidence=(FIGURES,)), findings=everything)


def satisfied(value: Decimal | None, **ratings: str):
    return but(rated(**ratings), indicators=(indicator("BVPI 74", value),) if value is not None else ())


def ids(topics) -> tuple[str, ...]:
    return tuple(sorted(topic.id for topic in topics))


BREACHES = (
    Breach("E02", "a finding on one focus group of users", resting_on(GROUP), "wrong", ("x",)),
    Breach("E03", "both judgements on indicators alone", on_figures_alone(), "wrong", ("prospects", "service")),
    Breach(
        "E03",
        "both judgements with no finding",
        but(good(), findings=()),
        "not there yet",
        ("prospects", "service"),
    ),
    Breach(
        "E03",
        "a judgement on a document that only lists indicators",
        but(
            on_figures_alone(),
            evidence=(evidence("figures", kind="document", source="indicators"),),
        ),
        "wrong",
        ("prospects", "service"),
    ),
    Breach(
        "E04",
        "a figure that no one tested",
        plus(good(), indicators=(indicator("BVPI 68", Decimal(30), verified=None),)),
        "not there yet",
        ("BVPI 68",),
    ),
    Breach(
        "E04",
        "a figure that is wrong for no reason given",
        plus(good(), indicators=(indicator("BVPI 68", Decimal(30), verified=False),)),
        "wrong",
        ("BVPI 68",),
    ),
    Breach(
        "E05", "a finding without effect", plus(good(), findings=(finding("x", effect=None),)), "not there yet", ("x",)
    ),
    Breach("E06", "an award as a reason", with_reasons(service=("It holds Charter Mark.",)), "wrong", ("service",)),
    Breach(
        "E06",
        "an award as a reason for the prospects",
        with_reasons(prospects=("It plans well.", "It is an Investor in People.")),
        "wrong",
        ("prospects",),
    ),
    Breach(
        "E08",
        "none of the four heard",
        but(good(), evidence=()),
        "not there yet",
        ("external-audit", "government-office", "lpsas", "ombudsman"),
    ),
    Breach("E10", "no reason for the amount of checking", with_particulars(checking_basis=None), "not there yet"),
    Breach("E11", "satisfaction unknown", satisfied(None), "not there yet"),
    Breach("E11", "a good service that few are satisfied with", satisfied(Decimal(67)), "wrong"),
    Breach("E11", "a poor service that most are satisfied with", satisfied(Decimal(87), service="poor"), "wrong"),
    Breach(
        "E13", "nothing beyond STATUS", without_claims(good(), "beyond-status"), "not there yet", ids(BEYOND_STATUS)
    ),
    Breach("E14", "no group spoken of", without_claims(good(), "group-"), "not there yet", ids(GROUPS)),
    Breach(
        "E15", "nothing on tenants of TMOs", without_claims(good(), "tmo-tenants"), "not there yet", ("tmo-tenants",)
    ),
    Breach("E16", "no local conditions", without_claims(good(), "local-"), "not there yet", ids(LOCAL)),
    Breach(
        "E16",
        "no local conditions of a council without an ALMO",
        without_claims(WITHOUT_ALMO, "local-"),
        "not there yet",
        ids(topic for topic in LOCAL if topic.id != "local-freedom-to-act"),
    ),
    Breach(
        "E17",
        "teething trouble that is not marked",
        plus(good(), findings=(weakness("x", text="These are teething problems."),)),
        "wrong",
        ("x",),
    ),
    Breach("E17", "a strength marked so", plus(good(), findings=(finding("x", teething=True),)), "wrong", ("x",)),
    Breach("E18", "a finding on the council's past", resting_on(COUNCILS_REVIEW), "wrong", ("x",)),
    Breach("E18", "a finding on what was before the ALMO", resting_on(BEFORE), "wrong", ("x",)),
    Breach("E18", "an ALMO that has no first day", with_particulars(almo=Almo(name="Ashby Homes")), "not there yet"),
)

KEPT = (
    Kept("E02", "a focus group and a survey", resting_on(GROUP, evidence())),
    Kept("E02", "a focus group of staff", resting_on(STAFF)),
    Kept("E02", "users met one by one", resting_on(evidence("met", kind="users-met", way="face-to-face"))),
    Kept("E02", "a finding without evidence", plus(good(), evidence=(GROUP,), findings=(finding("x", evidence=()),))),
    Kept("E03", "a survey among the evidence", good()),
    Kept("E03", "no rating yet", but(rated(service=None, prospects=None), findings=())),
    Kept("E04", "figures that were tested", good()),
    Kept(
        "E04",
        "a wrong figure that is explained",
        plus(good(), indicators=(indicator("BVPI 68", Decimal(30), verified=False, note="Counts sheltered homes"),)),
    ),
    Kept("E05", "findings with their effect", good()),
    Kept("E06", "what was seen as a reason", good()),
    Kept("E08", "all four heard", good()),
    Kept("E10", "a reason", good()),
    Kept("E11", "satisfaction near the mean", satisfied(Decimal(70))),
    Kept("E11", "satisfaction far off, with no rating yet", satisfied(Decimal(40), service=None)),
    Kept(
        "E11",
        "satisfaction far off, and a finding on it",
        plus(satisfied(Decimal(40)), findings=(finding("why", covers=("status-landlord",)),)),
    ),
    Kept("E13", "evidence on all six", good()),
    Kept("E14", "evidence on all five", good()),
    Kept("E15", "evidence on them", good()),
    Kept("E16", "evidence on all of them", good()),
    Kept("E17", "a weakness that is marked", plus(good(), findings=(weakness("x", text="teething", teething=True),))),
    Kept("E17", "a strength that got over it", plus(good(), findings=(finding("x", text="No teething troubles."),))),
    Kept("E17", "a council without an ALMO", plus(WITHOUT_ALMO, findings=(weakness("x", text="teething"),))),
    Kept("E18", "the ALMO's own record beside the council's", resting_on(COUNCILS_REVIEW, evidence())),
    Kept("E18", "a finding on the ALMO's first day", resting_on(evidence("first-day", date=ALMO.went_live))),
    Kept("E18", "a finding on the prospects", resting_on(BEFORE, question="P1.1", area=None)),
    Kept("E18", "a council without an ALMO", but(resting_on(BEFORE), particulars=WITHOUT_ALMO.particulars)),
)
