"""Findings in the report's order."""

from __future__ import annotations

from reportkit.inspection.bodies import Authority
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.particulars import Particulars, ScopedService
from reportkit.publications.sections import Section, key_question_of, layout


def finding(name: str, question: str | None = "2.2", area: str | None = "rent", **more: object) -> Finding:
    return Finding(id=name, title=name, kind=more.pop("kind", "strength"), question=question, area=area, **more)


def inspection(*findings: Finding, scope: tuple[ScopedService, ...] = ()) -> Inspection:
    particulars = Particulars(kind="almo", authority=Authority(name="Elm Council"), scope=scope)
    return Inspection(slug="elm", particulars=particulars, findings=findings)


def sections(*findings: Finding, judgement: str = "service", scope: tuple[ScopedService, ...] = ()) -> list[Section]:
    return [
        section
        for question in getattr(layout(inspection(*findings, scope=scope)), judgement)
        for section in question.sections
    ]


def test_each_judgement_has_its_three_questions_whether_answered_or_not() -> None:
    assert [question.id for question in layout(inspection()).service] == ["1", "2", "3"]
    assert [question.id for question in layout(inspection()).prospects] == ["P1", "P2", "P3"]


def test_strengths_stand_apart_from_weaknesses() -> None:
    (section,) = sections(finding("good"), finding("bad", kind="weakness"))
    assert section == Section("Rent collection, arrears and debt advice", ("good",), ("bad",))


def test_a_section_without_findings_is_not_there() -> None:
    assert sections() == []


def test_within_a_section_the_order_counts_then_the_weight_then_the_id() -> None:
    (section,) = sections(
        finding("b"),
        finding("a"),
        finding("heavy", weight="high"),
        finding("light", weight="low"),
        finding("z", order=1),
    )
    assert section.strengths == ("z", "heavy", "a", "b", "light")


def test_areas_stand_in_the_guidances_order_and_other_services_after_them() -> None:
    register = ScopedService(id="register", title="The housing register")
    found = sections(
        finding("r", area="register"),
        finding("e", area="estate-management"),
        finding("s", area="stock-investment"),
        scope=(register,),
    )
    assert [section.title for section in found] == [
        "Stock investment and repairs",
        "Estate management and lettings",
        "The housing register",
    ]


def test_governance_stands_under_the_third_question_of_the_prospects() -> None:
    by_question = {
        question.id: question.sections
        for question in layout(
            inspection(finding("board", question="G2.3", area=None), finding("able", question="P3.1", area=None))
        ).prospects
    }
    assert [section.title for section in by_question["P3"]] == [
        "",
        "Governance: The board: its constitution and leadership",
    ]


def test_a_sub_question_stands_under_its_key_question() -> None:
    assert key_question_of(finding("x", question="P2.2a")) == "P2"
    assert key_question_of(finding("x", question="3.1")) == "3"
    assert key_question_of(finding("x", question="G5")) == "P3"
    assert key_question_of(finding("x", question=None)) == ""


def test_findings_without_a_question_are_kept_and_shown_apart() -> None:
    (section,) = layout(inspection(finding("lost", question=None), finding("placed"))).unplaced
    assert section.strengths == ("lost",)


def test_every_finding_has_its_place_among_all() -> None:
    shown = layout(inspection(finding("plan", question="P1"), finding("lost", question=None), finding("rent")))
    assert shown.places() == {"rent": 0, "plan": 1, "lost": 2}
