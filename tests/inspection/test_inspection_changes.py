"""What differs between two states of an inspection."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from msgspec.structs import replace

from reportkit.inspection.bodies import Authority
from reportkit.inspection.driver import Barrier, Driver
from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.finding import Finding
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.inspection import Inspection, Narrative
from reportkit.inspection.inspection_changes import Altered, Change, changes
from reportkit.inspection.judgement import Judgements, ServiceJudgement
from reportkit.inspection.particulars import Particulars
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.services import BestValueReview, SupportService
from reportkit.inspection.source_place import NOWHERE, Origin
from reportkit.inspection.team import Member
from reportkit.inspection.warning_answer import Answer

REPAIRS = Finding(id="repairs", title="Repairs are on time", kind="strength", evidence=("survey",), text="57 of 60.")
EMPTY = Inspection(slug="elm", particulars=Particulars(kind="almo", authority=Authority(name="Elm Council")))


def with_findings(*findings: Finding) -> Inspection:
    return replace(EMPTY, findings=findings)


def test_the_same_inspection_has_no_changes() -> None:
    assert changes(with_findings(REPAIRS), with_findings(REPAIRS)) == ()


def test_where_something_is_written_is_no_change() -> None:
    moved = replace(REPAIRS, text_line=9, origin=Origin("findings/repairs.md", {"title": 3}))
    assert changes(with_findings(REPAIRS), with_findings(moved)) == ()


def test_what_came_and_what_went_is_told_with_its_title() -> None:
    voids = Finding(id="voids", title="Homes stand empty", kind="weakness")
    assert changes(with_findings(REPAIRS), with_findings(voids)) == (
        Change(part="finding", id="voids", title="Homes stand empty", done="added"),
        Change(part="finding", id="repairs", title="Repairs are on time", done="removed"),
    )


def test_each_altered_field_is_told_with_both_values() -> None:
    later = replace(REPAIRS, weight="high", evidence=("survey", "jobs"), text="57 of 60 jobs.", positive_practice=True)
    (change,) = changes(with_findings(REPAIRS), with_findings(later))
    assert change.altered == (
        Altered("weight", "medium", "high"),
        Altered("evidence", ("survey",), ("survey", "jobs")),
        Altered("positive_practice", False, True),
        Altered("text", "57 of 60.", "57 of 60 jobs."),
    )


def test_a_judgement_is_told_by_its_path() -> None:
    judged = Judgements(service=ServiceJudgement(rating="good", reasons=("Repairs are on time.",)))
    later = replace(EMPTY, particulars=replace(EMPTY.particulars, judgements=judged))
    (change,) = changes(EMPTY, later)
    assert (change.part, change.done) == ("inspection", "changed")
    assert change.altered == (
        Altered("judgements.service.rating", None, "good"),
        Altered("judgements.service.reasons", (), ("Repairs are on time.",)),
    )


def test_a_member_of_the_team_is_found_by_id_whatever_the_order() -> None:
    ada = Member(id="ada", name="Ada", role="inspector")
    mary = Member(id="mary", name="Mary", role="inspector")
    before = replace(EMPTY, particulars=replace(EMPTY.particulars, team=(ada, mary)))
    after = replace(EMPTY, particulars=replace(EMPTY.particulars, team=(mary, replace(ada, role="lead inspector"))))
    (change,) = changes(before, after)
    assert change.altered == (Altered("team.ada.role", "inspector", "lead inspector"),)


@pytest.mark.parametrize(
    ("part", "field", "thing", "name"),
    [
        ("evidence", "evidence", Evidence(id="survey", title="A survey", kind="document"), "survey"),
        ("recommendation", "recommendations", Recommendation(id="let", title="Let sooner"), "let"),
        ("driver", "drivers", Driver(id="board", title="A board that asks"), "board"),
        ("barrier", "barriers", Barrier(id="stores", title="Old stores"), "stores"),
        (
            "indicator",
            "indicators",
            Indicator(code="BVPI 68", name="Days", scope="almo", value=Decimal(3)),
            "BVPI 68 almo",
        ),
        ("service bought in", "support_services", SupportService(service="Payroll"), "Payroll"),
        ("Best Value review", "best_value_reviews", BestValueReview(title="Repairs"), "Repairs"),
        ("narrative", "narratives", Narrative("summary", "Good.", 1, NOWHERE), "summary"),
        ("earlier point", "earlier", Earlier(id="late", part="weakness", title="Repairs are late"), "late"),
        (
            "answer to a warning",
            "answers",
            Answer(rule="F04", about="1.1-rent", answer="None.", by="Ada", date=dt.date(2004, 1, 2)),
            "F04 1.1-rent",
        ),
    ],
)
def test_every_part_of_an_inspection_is_compared(part: str, field: str, thing: object, name: str) -> None:
    (change,) = changes(EMPTY, replace(EMPTY, **{field: (thing,)}))
    assert (change.part, change.id, change.done) == (part, name, "added")


def test_no_part_of_an_inspection_is_forgotten() -> None:
    from reportkit.inspection.inspection_changes import _PARTS

    beside = {"slug", "predecessors", "thresholds"}
    assert len(_PARTS) == len(set(Inspection.__struct_fields__) - beside)


def test_two_indicators_of_one_code_are_kept_apart() -> None:
    one = Indicator(code="BVPI 68", name="Days", year="2001/02")
    two = replace(one, year="2002/03", value=Decimal(30))
    before, after = (replace(EMPTY, indicators=(one, each)) for each in (two, replace(two, value=Decimal(36))))
    (change,) = changes(before, after)
    assert (change.id, change.altered) == ("BVPI 68 (2)", (Altered("value", Decimal(30), Decimal(36)),))
