"""A small invented inspection that has something of everything, some of it still missing."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from reportkit.inspection.bodies import Almo, Authority, Board
from reportkit.inspection.driver import Barrier, Driver
from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.inspection import Inspection, Narrative
from reportkit.inspection.judgement import Judgements, ProspectsJudgement, ServiceJudgement
from reportkit.inspection.particulars import Dates, Particulars, ScopedService
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.services import BestValueReview, SupportService
from reportkit.inspection.team import Member
from tests.publications.builders import at, finding

PARTICULARS = Particulars(
    kind="almo",
    guidance="2003-03",
    round=2,
    notice="This inspection is invented.",
    authority=Authority(name="Elm Borough Council", type="district-council", region="Central", homes=5200),
    almo=Almo(
        name="Elm Homes Limited",
        short="Elm Homes",
        homes=5000,
        went_live=dt.date(2003, 4, 1),
        board=Board(council=5, tenants=5, independent=5),
    ),
    dates=Dates(on_site_from=dt.date(2004, 2, 2), on_site_to=dt.date(2004, 2, 13)),
    scope=(
        ScopedService(id="stock-investment"),
        ScopedService(id="register", title="The housing register", depth="lighter", why="It was good in 2002."),
    ),
    team=(
        Member(id="a-okafor", name="Ada Okafor", role="lead inspector", region="Northern"),
        Member(id="m-price", name="Mary Price", role="tenant inspection adviser"),
    ),
    judgements=Judgements(
        service=ServiceJudgement(rating="good", reasons=("Repairs are done on time.", "Some homes stand empty.")),
        prospects=ProspectsJudgement(rating="promising"),
    ),
)

FINDINGS = (
    finding(
        "repairs",
        text="Of 60 jobs that we read, **57 were on time**.[^1] It depends on the "
        "[new stores](finding:stores), and not on paragraph <finding:empty-homes>.\n\n"
        "- urgent: 20 of 20\n- others: 37 of 40\n\n[^1]: Chosen at random.",
        weight="high",
        positive_practice=True,
    ),
    finding("stores", title="Stores are nearer", question="2.2", text="", effect=None, evidence=()),
    finding(
        "empty-homes",
        title="Empty homes wait for weeks",
        kind="weakness",
        effect="Families stay longer in hostels.",
        text="The average is 36 days.",
    ),
    finding("register", title="One entry in ten is wrong", kind="weakness", question="1.1", area="register"),
    finding("plan", title="The BVPP is funded", question="P2.1", area=None, effect="Homes will be decent by 2010."),
    finding("board", title="The board asks for figures", question="G2.1", area=None),
    finding("calls", title="Calls go unanswered", kind="weakness", question=None, area=None),
)

EVIDENCE = (
    Evidence(id="jobs", title="Sixty repairs", kind="case-samples", date=dt.date(2004, 2, 3), sample=60),
    Evidence(id="survey", title="A survey of tenants", kind="satisfaction-surveys", sample=1204),
    Evidence(id="plan", title="The plan for 2004/05", kind="document", source="bvpps", date=dt.date(2003, 6, 30)),
)

RECOMMENDATIONS = (
    Recommendation(
        id="let-sooner",
        title="Let homes sooner",
        text="Begin to look for the next tenant when notice is given.",
        findings=("empty-homes", "register"),
        to="almo",
        owner="Head of lettings",
        by=dt.date(2004, 9, 30),
        measure="Homes are let within 26 days.",
        cost="Nothing but time",
        pays="Elm Homes",
        gains="families in hostels",
        buy_in="management-time",
        order=1,
    ),
    Recommendation(id="answer-calls", title="Answer the telephone"),
)

INDICATORS = (
    Indicator(code="bvpi 68", name="Days to let a home", value=Decimal(36), unit="days", direction="lower",
              year="2002/03", verified=True, target=Decimal(30)),
    Indicator(code="BVPI 66a", name="Rent collected", value=Decimal("98.7"), unit="per cent", direction="higher",
              year="2002/03"),
    Indicator(code="LIB 076", name="Code of practice followed", value=True, unit="yes or no", direction="higher"),
)  # fmt: skip

ELM_HOMES = Inspection(
    slug="elm-homes",
    particulars=PARTICULARS,
    findings=FINDINGS,
    evidence=EVIDENCE,
    recommendations=RECOMMENDATIONS,
    drivers=(Driver(id="board", title="A board that asks", text="It *wants* figures.", reach="corporate"),),
    barriers=(
        Barrier(
            id="stores", title="Old stores", reach="service-specific", area="stock-investment", findings=("stores",)
        ),
    ),
    indicators=INDICATORS,
    support_services=(SupportService(service="Payroll", provider="The council", price=Decimal(10000)),),
    earlier=(
        Earlier(id="stores", part="weakness", title="Stores are old", outcome="not-put-right", findings=("stores",)),
        Earlier(id="ask-more", part="recommendation", title="Ask tenants more often", note="No one has looked yet."),
    ),
    best_value_reviews=(BestValueReview(title="Repairs", completed=dt.date(2003, 1, 31), by="authority"),),
    narratives=(
        Narrative("approach", "We spent two weeks there.\n\n> “You can ask them anything.”", 1, at("narrative/a.md")),
        Narrative("context-area", "Elm is a market town.", 1, at("narrative/context-area.md")),
    ),
)
