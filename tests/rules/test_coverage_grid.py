"""What was looked at, counted once for everyone."""

from __future__ import annotations

from reportkit.inspection.particulars import ScopedService
from reportkit.inspection.team import Member
from reportkit.rules.coverage_grid import Coverage, GridCell, GridItem, Listed, coverage_of
from tests.rules.builders import but, evidence, finding, good, with_particulars, with_team

BARE = but(
    good(),
    findings=(
        finding("slow", question="2.2", area="rent", evidence=("walk", "gone")),
        finding("plan", question="P2.1", area=None, evidence=()),
    ),
    evidence=(
        evidence("walk", kind="estates-inspected"),
        evidence("letters", kind="document", source="ombudsman", questions=("2.2", "P2.2"), areas=("rent",)),
        evidence("ring", way="telephone", covers=("standard-courtesy",)),
    ),
)


def cell(coverage: Coverage, name: str) -> GridCell:
    return next(each for each in coverage.cells if each.id == name)


def question(coverage: Coverage, name: str) -> GridItem:
    return next(each for part in coverage.parts for each in part.questions if each.id == name)


def listed(coverage: Coverage, name: str) -> Listed:
    return next(each for each in coverage.lists if each.id == name)


def test_appendix_1_has_24_cells_and_the_others_their_77_questions():
    coverage = coverage_of(BARE)
    assert len(coverage.cells) == 24
    assert [part.id for part in coverage.parts] == ["P1", "P2", "P3", "G1", "G2", "G3", "G4", "G5"]
    assert sum(len(part.questions) for part in coverage.parts) == 39 + 38


def test_a_cell_counts_its_findings_and_the_evidence_that_bears_on_it():
    found = cell(coverage_of(BARE), "2.2-rent")
    assert (found.findings, found.evidence) == (("slow",), ("letters", "walk"))
    assert cell(coverage_of(BARE), "2.2-stock").touched is False


def test_a_question_may_have_findings_or_evidence_alone():
    coverage = coverage_of(BARE)
    assert question(coverage, "P2.1").findings == ("plan",)
    assert (question(coverage, "P2.2").findings, question(coverage, "P2.2").evidence) == ((), ("letters",))


def test_no_questions_are_asked_of_another_set():
    assert coverage_of(with_particulars("best-value", questions="2001-08")).parts == ()


def test_lists_tell_what_was_used_and_what_not():
    coverage = coverage_of(BARE)
    used = {each.id: [item.id for item in each.items if item.touched] for each in coverage.lists}
    assert used == {
        "reality-checks": ["estates-inspected", "satisfaction-surveys"],
        "sources": ["ombudsman"],
        "ways": ["telephone"],
        "status": [],
        "standards": ["standard-courtesy"],
    }
    assert [len(each.items) for each in coverage.lists] == [12, 10, 9, 9, 13]
    assert listed(coverage, "standards").paragraph == "53"


def test_a_check_is_counted_with_the_findings_that_rest_on_it():
    walks = next(each for each in listed(coverage_of(BARE), "reality-checks").items if each.id == "estates-inspected")
    assert (walks.findings, walks.evidence) == (("slow",), ("walk",))


def test_a_service_is_counted_by_its_depth():
    scope = (ScopedService(id="rent", depth="lighter"), ScopedService(id="stock-investment"))
    coverage = coverage_of(with_particulars(scope=scope))
    depths = {each.area: each.depth for each in coverage.cells}
    assert depths == {
        "rent": "lighter",
        "stock-investment": "full",
        "tenant-participation": "out",
        "estate-management": "out",
    }


def test_the_team_owes_the_empty_cells_of_its_services_and_what_no_one_has_is_told():
    ann = Member(id="ann", name="Ann", role="inspector", areas=("rent",))
    inspection = but(with_team(ann), findings=(finding("x", question="2.2", area="rent", by="ann"),), evidence=())
    coverage = coverage_of(inspection)
    (owed,) = coverage.team
    assert (owed.name, owed.findings) == ("Ann", 1)
    assert owed.empty == ("1.1-rent", "1.2-rent", "2.1-rent", "3.1-rent", "3.2-rent")
    assert coverage.unassigned == ("stock-investment", "tenant-participation", "estate-management")
