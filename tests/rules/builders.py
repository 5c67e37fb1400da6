"""Inspections that break no rule, to alter one thing in; and the names of the rules that one breaks."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from msgspec import structs

from reportkit.guidance.areas import AREAS, THEMES
from reportkit.guidance.key_questions import GOVERNANCE, SUB_QUESTIONS
from reportkit.guidance.questions import QUESTIONS
from reportkit.guidance.topics import TOPICS
from reportkit.inspection.bodies import Almo, Authority, Board
from reportkit.inspection.casework import Agreed, Casework, Fee, RequestedDocument
from reportkit.inspection.driver import Barrier, Driver
from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.finding import Finding
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import Judgements, ProspectsJudgement, ServiceJudgement
from reportkit.inspection.milestones import NOTHING_YET, DraftCopy, Milestones, RoundTableHeld
from reportkit.inspection.particulars import Dates, Particulars, PreviousInspection, ScopedService
from reportkit.inspection.problem import Problem
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.services import BestValueReview, SupportService
from reportkit.inspection.source_place import Origin
from reportkit.inspection.team import Auditor, Member
from reportkit.rules.check import check

ALMO = Almo(
    name="Ashby Homes",
    short="AH",
    homes=8000,
    went_live=dt.date(2003, 4, 1),
    section_27=dt.date(2003, 3, 14),
    board=Board(council=5, tenants=5, independent=5),
)
REVIEWED = (
    ("Repairs and maintenance", "stock-investment"),
    ("The capital programme", "stock-investment"),
    ("Rent and arrears", "rent"),
    ("Tenant participation", "tenant-participation"),
    ("Estate management", "estate-management"),
)
FOLDER = "inspections/ashby-homes-2003"
BEFORE_THE_TRANSFER = {
    "dates": Dates(on_site_from=dt.date(2002, 11, 4)),
}
ON_FILE = Casework(
    timing_agreed=Agreed(date=dt.date(2002, 10, 1), by="R. Hale", authority="J. Ford", almo="P. Amin"),
    documents=(RequestedDocument(title="Minutes of the board", requested=dt.date(2002, 10, 1)),),
    fee=Fee(amount=20_000, basis="8,000 homes", envelope="outside", agreed_with="P. Dunne", agreed=dt.date(2002, 9, 2)),
    origin=Origin("moderation/ashby-homes-2003/casework.yaml", {"timing-agreed": 2, "documents": 3, "fee": 4}),
)
SENT, COMMENTS_DUE = dt.date(2003, 12, 1), dt.date(2003, 12, 15)
REACHED = Milestones(
    casework=ON_FILE,
    drafts=tuple(DraftCopy(to=body, sent=SENT, due=COMMENTS_DUE) for body in ("authority", "almo")),
    turn="before",
    turn_agreed_with=("J. Ford", "P. Amin"),
    comments=4,
    round_table=RoundTableHeld(on=dt.date(2003, 12, 17), present=("A. Okafor", "J. Ford", "P. Amin")),
    wider_wanted=False,
    letters=dt.date(2004, 1, 16),
)
"""Record and casework that go with an inspection that breaks no rule."""

SINCE = dt.date(2003, 9, 15)


def at(name: str, *keys: str) -> Origin:
    """Return a file whose keys stand on lines 2, 3, 4 …"""
    return Origin(f"{FOLDER}/{name}", {key: line for line, key in enumerate(keys, 2)})


def finding(id_: str = "repairs-on-time", **changes: object) -> Finding:
    good = Finding(
        id=id_,
        title="Repairs are done on time",
        kind="strength",
        question="2.2",
        area="stock-investment",
        evidence=("tenant-survey",),
        effect="Tenants wait nine days, down from 21.",
        text="Of 60 jobs, 57 were done within the time promised.",
        origin=at(f"findings/{id_}.md", "title", "question", "evidence", "effect", "covers", "weight", "also"),
    )
    return structs.replace(good, **changes)


def weakness(id_: str = "voids-are-slow", **changes: object) -> Finding:
    own = {"kind": "weakness", "title": "Empty homes wait for weeks", "evidence": ("walk",), "text": f"It is {id_}."}
    own["effect"] = "They wait."
    return finding(id_, **{**own, **changes})


def evidence(id_: str = "tenant-survey", **changes: object) -> Evidence:
    good = Evidence(
        id=id_,
        title="A survey of tenants",
        kind="satisfaction-surveys",
        date=SINCE,
        about="almo",
        origin=at(f"evidence/{id_}.yaml", "title", "kind", "source"),
    )
    return structs.replace(good, **changes)


def indicator(code: str, value: Decimal | bool | None, **changes: object) -> Indicator:
    origin = Origin(f"{FOLDER}/indicators.csv", {"value": 2, "verified": 2}, first=2)
    target = value if isinstance(value, Decimal) else None
    good = Indicator(code=code, name=code, value=value, verified=True, origin=origin, target=target)
    return structs.replace(good, **{"year": "2001/02", "scope": "authority", **changes})


def local_indicator(**changes: object) -> Indicator:
    """Return an indicator of the organisation's own, which says all that is asked of one."""
    given = {"definition": "Reply cards", "unit": "per cent", "direction": "higher", **changes}
    return indicator("AH 1", Decimal(88), **given)


def review(title: str, area: str | None, **changes: object) -> BestValueReview:
    good = BestValueReview(
        title=title,
        area=area,
        completed=dt.date(2002, 6, 28),
        by="authority",
        themes=tuple(THEMES),
        progress="All actions are done.",
        origin=at("best-value-reviews.yaml", "title"),
    )
    return structs.replace(good, **changes)


def earlier(id_: str = "late", **changes: object) -> Earlier:
    plain = Earlier(id=id_, part="weakness", title="Repairs are late", origin=at("earlier.yaml", "id", "part"))
    return structs.replace(plain, **changes)


def service(name: str = "Payroll", **changes: object) -> SupportService:
    good = SupportService(
        service=name,
        provider="Ashby Borough Council",
        price=Decimal(40000),
        ends=dt.date(2005, 3, 31),
        reviewed=dt.date(2003, 9, 1),
        next_review=dt.date(2004, 9, 1),
        origin=at("support-services.yaml", "service"),
    )
    return structs.replace(good, **changes)


def recommendation(*findings: str) -> Recommendation:
    return Recommendation(id="clear-voids", title="Let homes sooner", findings=findings, origin=at("recommendations/x"))


def _everything_claimed() -> tuple[Evidence, ...]:
    """Evidence of each source that is asked for, and of everything that can be covered."""
    sources = ("government-office", "lpsas", "external-audit", "ombudsman")
    return (
        evidence(covers=tuple(TOPICS)),
        evidence("board-meeting", kind="observed-meetings", date=dt.date(2003, 11, 12)),
        evidence("walk", kind="estates-inspected", questions=tuple(SUB_QUESTIONS), areas=tuple(AREAS)),
        evidence("plans", kind="document", source="plans", questions=tuple(QUESTIONS)),
        *(evidence(each, kind="document", source=each) for each in sources),
    )


def _findings_on_everything() -> tuple[Finding, ...]:
    service = [finding(f"on-{each.replace('.', '-')}", question=each) for each in SUB_QUESTIONS]
    prospects = [finding(f"on-{each.lower()}", question=each, area=None) for each in ("P1.1", "P2.1", "P3.1")]
    governance = [finding(f"on-{each.lower()}", question=f"{each}.1", area=None) for each in GOVERNANCE]
    return (*service, *prospects, *governance, weakness("voids-are-slow"), weakness("calls-wait", question="2.1"))


def particulars(**changes: object) -> Particulars:
    good = Particulars(
        kind="almo",
        authority=Authority(name="Ashby Borough Council", type="district-council", region="East", homes=9000),
        almo=ALMO,
        guidance="2003-03",
        round=2,
        dates=Dates(on_site_from=dt.date(2003, 11, 3), on_site_to=dt.date(2003, 11, 14)),
        previous=PreviousInspection(title="Repairs", kind="best-value", date="2001-05"),
        scope=tuple(ScopedService(id=area) for area in AREAS),
        team=(
            Member(id="a-okafor", name="A. Okafor", role="lead inspector", region="North", inspected_before=True),
            Member(id="b-lund", name="B. Lund", role="inspector", region="East", inspected_before=False),
            Member(id="m-price", name="M. Price", role="tenant inspection adviser", tenant_of="Oldham", trained=True),
        ),
        team_basis="Two inspectors for 8,000 homes.",
        checking_basis="Managers' own checks held, so few were repeated.",
        auditor=Auditor(name="C. Webb", involved=True, duplication="The plan's figures were not tested twice."),
        judgements=Judgements(
            service=ServiceJudgement(rating="good", reasons=("Repairs are done on time.",)),
            prospects=ProspectsJudgement(rating="promising", reasons=("The plan is funded.",)),
        ),
        origin=at("inspection.yaml", "kind", "team", "scope", "auditor", "judgements.service.rating", "judgements"),
    )
    return structs.replace(good, **changes)


@cache
def good(kind: str = "almo") -> Inspection:
    """Return a whole inspection of this kind that breaks no rule."""
    return Inspection(
        slug="ashby-homes-2003",
        particulars=particulars(
            kind=kind, questions="2003-03", **(BEFORE_THE_TRANSFER if kind == "indicative" else {})
        ),
        findings=_findings_on_everything(),
        evidence=_everything_claimed(),
        indicators=(
            indicator("BVPI 74", Decimal(79)),
            indicator("BVPI 66a", Decimal("99.0")),
            indicator("BVPI 164", value=True),
            local_indicator(),
        ),
        drivers=(Driver(id="new-board", title="A board that asks", reach="corporate", origin=at("drivers.yaml")),),
        barriers=(Barrier(id="old-it", title="Old systems", reach="corporate", origin=at("drivers.yaml")),),
        support_services=(service(),),
        earlier=(earlier(outcome="put-right"),) if kind == "re-inspection" else (),
        best_value_reviews=tuple(review(*each) for each in REVIEWED),
    )


def with_particulars(kind: str = "almo", **changes: object) -> Inspection:
    """Return the good inspection with other fields of inspection.yaml."""
    inspection = good(kind)
    return structs.replace(inspection, particulars=structs.replace(inspection.particulars, **changes))


def rated(kind: str = "almo", service: str | None = "good", prospects: str | None = "promising") -> Inspection:
    """Return the good inspection with other ratings."""
    judgements = Judgements(service=ServiceJudgement(rating=service), prospects=ProspectsJudgement(rating=prospects))
    return with_particulars(kind, judgements=judgements)


def plus(inspection: Inspection, **more: tuple[object, ...]) -> Inspection:
    """Return an inspection with more findings, evidence …"""
    return structs.replace(inspection, **{key: (*getattr(inspection, key), *added) for key, added in more.items()})


def without_claims(inspection: Inspection, *things: str) -> Inspection:
    """Return an inspection where no evidence covers these topics or questions, nor a part of them."""

    def kept(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in ids if not each.startswith(things))

    changed = (structs.replace(e, covers=kept(e.covers), questions=kept(e.questions)) for e in inspection.evidence)
    return structs.replace(inspection, evidence=tuple(changed))


def but(inspection: Inspection, **changes: object) -> Inspection:
    """Return an inspection with some fields replaced."""
    return structs.replace(inspection, **changes)


def with_team(*members: Member, **changes: object) -> Inspection:
    return with_particulars(team=members, **changes)


def with_reasons(kind: str = "almo", service: tuple[str, ...] = (), prospects: tuple[str, ...] = ()) -> Inspection:
    """Return the good inspection with other reasons for its ratings."""
    judgements = Judgements(
        service=ServiceJudgement(rating="good", reasons=service),
        prospects=ProspectsJudgement(rating="promising", reasons=prospects),
    )
    return with_particulars(kind, judgements=judgements)


class Breach(NamedTuple):
    """A case: this inspection, in the sentence's words, breaks the rule, once for each of `about`."""

    rule: str
    sentence: str
    inspection: Inspection
    state: str
    about: tuple[str, ...] = ("",)
    milestones: Milestones = NOTHING_YET


class Kept(NamedTuple):
    """A case: this inspection, in the sentence's words, keeps the rule."""

    rule: str
    sentence: str
    inspection: Inspection
    milestones: Milestones = NOTHING_YET


def sentence(case: Breach | Kept) -> str:
    return f"{case.rule}: {case.sentence}"


def breaches(inspection: Inspection, rule: str, milestones: Milestones = NOTHING_YET) -> list[Problem]:
    """Return what the named rule has to say."""
    return [problem for problem in check(inspection, milestones=milestones) if problem.rule == rule]
