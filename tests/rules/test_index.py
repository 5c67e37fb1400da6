"""What findings and evidence claim to speak of."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.inspection.milestones import NOTHING_YET, Milestones
from reportkit.inspection.source_place import Origin
from reportkit.rules.index import cell_of, ledger_of, wholes_of
from tests.rules.builders import but, evidence, finding, good, particulars, with_particulars

EMPTY = but(good(), findings=(), evidence=())
WHOLES = (
    ("1.1-rent-3", ["1.1-rent", "1.1", "1"]),
    ("2.2-stock-13", ["2.2-stock", "2.2", "2"]),
    ("P2.2a", ["P2.2", "P2"]),
    ("P2.10", ["P2"]),
    ("G3.4", ["G3", "P3"]),
    ("P3", []),
    ("1", []),
    ("standard-complaints", []),
    ("", []),
)


@pytest.mark.parametrize(("part", "wholes"), WHOLES)
def test_a_question_is_part_of_the_questions_above_it(part: str, wholes: list[str]):
    assert list(wholes_of(part)) == wholes


@given(st.from_regex(r"[123PG][0-9a-z.\-]{0,12}", fullmatch=True) | st.text(max_size=12))
@settings(max_examples=60)
def test_going_up_from_anything_comes_to_an_end(thing: str):
    assert len(list(wholes_of(thing))) <= len(thing) + 1


def test_a_finding_speaks_of_its_questions_its_cells_and_its_topics():
    one = finding("x", question="2.2", area="rent", also=("P1.3",), covers=("1.1-stock-2", "compact"))
    index = ledger_of(but(EMPTY, findings=(one,)))
    spoken_of = {"2.2", "2", "2.2-rent", "P1.3", "P1", "P1.3-rent", "1.1-stock-2", "1.1-stock", "1.1", "1", "compact"}
    assert set(index.findings_on) == spoken_of
    assert index.found("2.2-rent")
    assert not index.found("2.2-stock")


def test_evidence_speaks_of_each_of_its_questions_in_each_of_its_areas():
    one = evidence("x", questions=("1.1", "G2.5"), areas=("rent", "estate-management"))
    index = ledger_of(but(EMPTY, evidence=(one,)))
    assert index.claimed("1.1-rent")
    assert index.claimed("1.1-estates")
    assert index.claimed("P3")
    assert not index.found("1.1-rent")


def test_a_service_that_is_no_column_of_appendix_1_has_no_cell():
    assert cell_of("1.1", "housing-register") is None
    index = ledger_of(but(EMPTY, findings=(finding(area="housing-register"),)))
    assert set(index.findings_on) == {"2.2", "2"}


def test_a_finding_without_a_question_is_of_neither_judgement():
    index = ledger_of(but(EMPTY, findings=(finding(question=None),)))
    assert (index.service, index.prospects) == ((), ())


def test_evidence_that_is_not_there_is_not_among_what_a_finding_rests_on():
    index = ledger_of(but(good(), findings=(finding(evidence=("tenant-survey", "no-such")),)))
    assert [each.id for each in index.cited(index.inspection.findings[0])] == ["tenant-survey"]


def test_a_file_that_no_one_wrote_is_beside_inspection_yaml():
    assert str(ledger_of(good()).file("indicators.csv")) == "inspections/ashby-homes-2003/indicators.csv"


def test_an_inspection_that_was_read_from_nowhere_has_its_slugs_folder():
    nowhere = but(good(), particulars=particulars(origin=Origin("")))
    assert str(ledger_of(nowhere).file("findings")) == "inspections/ashby-homes-2003/findings"


@pytest.mark.parametrize(
    ("kind", "named", "asks"),
    [
        ("almo", None, True),
        ("re-inspection", None, True),
        ("indicative", None, False),
        ("best-value", "2003-03", True),
        ("almo", "2001-08", False),
    ],
)
def test_the_questions_of_2003_are_asked_where_kind_or_inspection_says_so(kind: str, named: str | None, asks: bool):
    assert ledger_of(with_particulars(kind, questions=named)).asks_2003_questions is asks


def test_without_a_record_no_milestone_is_reached():
    assert ledger_of(EMPTY).milestones == NOTHING_YET


def test_milestones_are_what_the_caller_brought():
    reached = Milestones(decided=dt.date(2004, 6, 21))
    assert ledger_of(EMPTY, reached).milestones == reached
