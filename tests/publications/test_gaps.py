"""The gaps of a report, found in its blocks, and where each is filled in."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.document.block_text import text_of
from reportkit.document.blocks import Cell, CoverPage, Heading, Item, List, Paragraph, Quote, Table, Text
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.problem import Problem
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.warning_answer import Answer
from reportkit.publications.gap_places import GapPlaces
from reportkit.publications.gaps import Gap, gaps
from reportkit.publications.report import TEMPLATE
from reportkit.publications.to_be_completed import to_be_completed
from reportkit.wording.asked_values import asked_values
from reportkit.wording.values import Template
from tests.publications.builders import ROOT, at, document, finding, inspection

MISSING = Text("missing", gap=True)
SHIPPED = Template(TEMPLATE, (ROOT / "templates" / TEMPLATE).read_text(encoding="utf-8"), f"templates/{TEMPLATE}")
LACKING = Recommendation(
    id="do-it", title="Do it", findings=("repairs",), origin=at("recommendations/do-it.yaml", "id", "title")
)


def found(given: Inspection) -> list[Problem]:
    places = GapPlaces(given, asked_values(SHIPPED, {TEMPLATE: SHIPPED}))
    return [places.problem(each) for each in gaps(document(given).blocks)]


def about(given: Inspection, subject: str) -> list[str]:
    return [str(each) for each in found(given) if each.about == subject]


def answer(rule: str, subject: str | None = None) -> Answer:
    return Answer(rule=rule, answer="It has none", by="Ada", about=subject, date=dt.date(2004, 3, 1))


@pytest.mark.parametrize(
    "block",
    [
        Paragraph((Text("a "), MISSING)),
        Paragraph((Text("missing"),), "gap"),
        List((Item((List((Item((Paragraph((MISSING,)),)),)),)),)),
        Quote((Paragraph((MISSING,)),)),
        Table((Cell((Text("h"),)),), ((Cell((MISSING,)),),)),
        Table((Cell((Text("h"),)),), ((Cell((Text("missing"),), gap=True),),)),
        CoverPage("T", facts=(("On site", (MISSING,)),)),
    ],
)
def test_a_gap_is_found_and_marked_wherever_it_stands(block) -> None:
    assert [each.words for each in gaps((block,))] == ["missing"]
    if not (isinstance(block, Table) and block.rows[0][0].gap):
        assert "to be completed" in text_of(to_be_completed((block,)))


def test_a_gap_knows_its_heading_and_its_line() -> None:
    line = Item((Paragraph((Text("Owner: ", bold=True), MISSING)),))
    assert gaps((Heading(2, (Text("Why"),)), List((line,)))) == (Gap("missing", "Owner", ("Owner: missing", "Why")),)


def test_a_document_without_gaps_is_sent_as_it_is() -> None:
    blocks = document(inspection(finding())).blocks
    whole = tuple(each for each in blocks if not gaps((each,)))
    assert to_be_completed(whole) == whole


def test_a_gap_of_a_finding_names_its_file_its_line_and_who_wrote_it() -> None:
    given = inspection(finding(effect=None, by="ada"))
    (said,) = about(given, "repairs")
    assert said.startswith("inspections/elm-homes/findings/repairs.md:")
    assert "by ada: What this means for tenants is not said yet." in said
    assert said.endswith("Write it there, or answer E05 in answers.yaml, about repairs.")


def test_a_gap_of_a_recommendation_names_its_file_and_the_answer_that_closes_it() -> None:
    said = about(inspection(finding(), recommendations=(LACKING,)), "do-it")
    assert all(each.startswith("inspections/elm-homes/recommendations/do-it.yaml:") for each in said)
    assert any("Owner: who will see to it. Write it there, or answer O07" in each for each in said)


def test_what_is_not_written_yet_is_asked_for_where_it_belongs() -> None:
    where = {str(each.where).partition(":")[0] for each in found(inspection(finding()))}
    assert {"inspections/elm-homes/narrative/approach.md", "inspections/elm-homes/indicators.csv"} <= where


@pytest.mark.parametrize("subject", [None, "repairs"])
def test_an_answer_closes_the_gap_of_a_finding_in_words_of_the_report(subject: str | None) -> None:
    given = inspection(finding(effect=None), answers=(answer("E05", subject),))
    assert about(given, "repairs") == []
    assert "For tenants: no separate effect is set out." in text_of(document(given).blocks)


def test_an_answer_about_another_finding_closes_no_gap() -> None:
    assert about(inspection(finding(effect=None), answers=(answer("E05", "rents"),)), "repairs")


def test_answers_close_the_gaps_of_a_recommendation() -> None:
    open_ones = Recommendation(id="do-it", title="Do it", measure="Waiting is shorter", origin=LACKING.origin)
    rules = ("O07", "O08", "S03a")
    given = inspection(finding(), recommendations=(open_ones,), answers=tuple(answer(each, "do-it") for each in rules))
    assert about(given, "do-it") == []
    words = text_of(document(given).blocks)
    assert "Owner: not named" in words
    assert "Answers paragraphs: no single paragraph" in words


@pytest.mark.parametrize("rule", ["E11", "F08"])
def test_an_answer_says_why_there_are_no_indicators(rule: str) -> None:
    given = inspection(finding(), answers=(answer(rule),))
    assert "This report gives no performance indicators." in text_of(document(given).blocks)
    assert not any("indicators.csv" in str(each) for each in found(given))
