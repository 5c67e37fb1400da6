"""The report: what the cover says, what an empty inspection shows, and whose template it is."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from msgspec.structs import replace

from reportkit.document.block_text import text_of, words_of
from reportkit.document.blocks import Block, CoverPage, Heading, Paragraph, Run, Table, Text
from reportkit.errors import Refused, Unreadable
from reportkit.inspection.bodies import Almo
from reportkit.inspection.driver import Driver
from reportkit.inspection.inspection import Narrative
from reportkit.inspection.recommendation import Recommendation
from reportkit.publications.report import TEMPLATE, report
from reportkit.word.write import write
from reportkit.wording.values import Template
from tests.publications.builders import (
    ROOT,
    SETTING,
    at,
    blocks,
    document,
    finding,
    inspection,
    with_particulars,
)


def cover_of(*args: object) -> CoverPage:
    first = document(*args).blocks[0]
    assert isinstance(first, CoverPage)
    return first


def runs_in(block: Block) -> list[Run]:
    match block:
        case CoverPage():
            return [run for _, runs in block.facts for run in runs]
        case Table():
            return [run for row in block.rows for cell in row for run in cell.runs]
        case Paragraph():
            return list(block.runs)
        case _:
            return []


def gaps(made: tuple[Block, ...]) -> list[str]:
    return [run.text for block in made for run in runs_in(block) if isinstance(run, Text) and run.gap]


def titles(made: tuple[Block, ...], level: int) -> list[str]:
    return [words_of(block.runs) for block in made if isinstance(block, Heading) and block.level == level]


@pytest.mark.parametrize(
    ("changes", "notice"),
    [
        ({}, "Draft, from version 1a2b3c4 of 1 March 2004."),
        (
            {"unsaved": True, "version": None},
            "Draft. It holds changes that have not been saved, so it belongs to no version.",
        ),
        ({"version": None}, "Draft. Nothing has been saved yet, so it belongs to no version."),
    ],
)
def test_the_cover_says_from_which_version_a_draft_is(changes: dict[str, object], notice: str) -> None:
    assert cover_of(inspection(), replace(SETTING, **changes)).notices == (notice,)


def test_an_inspections_own_notice_stands_before_that() -> None:
    own, draft = cover_of(with_particulars(notice="This inspection is invented.")).notices
    assert own == "This inspection is invented."
    assert draft.startswith("Draft")


def test_the_cover_names_the_bodies_the_kind_the_issuer_and_the_day() -> None:
    cover = cover_of(inspection())
    assert (cover.title, cover.subtitle, cover.issuer) == ("Elm Homes", "ALMO inspection", "The Inspectorate")
    facts = {label: words_of(runs) for label, runs in cover.facts}
    assert facts["Inspected body"] == "Elm Council"
    assert facts["Drafted"] == "1 March 2004"


@pytest.mark.parametrize("kind", ["indicative", "best-value"])
def test_an_inspection_without_an_almo_is_drafted_too(kind: str) -> None:
    made = document(with_particulars(kind=kind, almo=None))
    assert isinstance(made.blocks[0], CoverPage)
    assert made.blocks[0].title == "Elm Council"
    assert made.title.startswith("Elm Council: ")
    assert "remains the landlord" not in text_of(made.blocks)


def test_an_indicative_report_is_of_the_authority_which_manages_its_homes_until_the_almo_takes_over() -> None:
    told = document(with_particulars(kind="indicative", almo=Almo(name="Elm Homes")))
    cover = told.blocks[0]
    assert isinstance(cover, CoverPage)
    facts = {label: words_of(runs) for label, runs in cover.facts}
    assert (cover.title, facts["Managed by"]) == ("Elm Council", "the authority itself")
    assert told.title.startswith("Elm Council: ")
    assert "Elm Homes is to manage the homes on its behalf." in text_of(told.blocks)


def test_an_empty_inspection_is_drafted_with_every_gap_marked() -> None:
    assert gaps(document(inspection()).blocks) == [
        "the days on site",
        "not given yet",
        "How good the service is has not been judged yet.",
        "No reasons are given for this judgement yet.",
        "The prospects for improvement have not been judged yet.",
        "No reasons are given for this judgement yet.",
        "What the area and its council are like has not been written yet.",
        "What the organisation is, and what it manages, has not been written yet.",
        "How the inspection was carried out has not been written yet.",
        *["Nothing has been found under this question yet."] * 6,
        "The main drivers of and barriers to improvement have not been named yet.",
        "No recommendations have been written yet.",
        "No performance indicators have been entered yet.",
        "No reality check has been entered yet.",
        "No document has been entered yet.",
        "The team has not been entered yet.",
    ]


def test_an_optional_section_with_nothing_in_it_is_left_out() -> None:
    made = titles(document(inspection()).blocks, 1)
    assert not [
        title for title in made if "positive practice" in title or "bought in" in title or "Best Value" in title
    ]


@pytest.mark.parametrize(
    "findings",
    [
        (),
        (finding(),),
        (finding(area=None),),
        (finding(question="P1.1", area=None),),
        (finding(question="P1.1", area=None, kind="weakness"), finding("b", question="G2.1", area=None)),
        (finding(question=None),),
    ],
)
def test_no_heading_is_empty_and_none_leaves_out_a_level(findings) -> None:
    recommendation = Recommendation(id="do-it", title="Do it", findings=tuple(each.id for each in findings))
    made = document(inspection(*findings, recommendations=(recommendation,))).blocks
    headings = [block for block in made if isinstance(block, Heading)]
    assert [block for block in headings if not words_of(block.runs)] == []
    assert [(a, b) for a, b in pairwise(headings) if b.level > a.level + 1] == []


def test_a_finding_that_names_no_question_stands_in_a_section_of_its_own() -> None:
    made = document(inspection(finding(question=None))).blocks
    assert "Findings without a question" in titles(made, 1)
    assert "1. Repairs are done on time." in text_of(made)


def test_findings_are_numbered_right_through_both_judgements() -> None:
    found = (finding("a", question="1.1"), finding("b", question="3.2"), finding("c", question="P2.1", area=None))
    numbered = [
        block.anchor
        for block in document(inspection(*found)).blocks
        if isinstance(block, Paragraph) and block.kind == "numbered"
    ]
    assert numbered == ["finding/a", "finding/b", "finding/c"]


def test_references_to_findings_stand_in_the_order_of_the_report() -> None:
    found = (finding("a", question="P1.1", area=None), finding("b", question="1.1"), finding("c", question=None))
    recommendation = Recommendation(id="r", title="Do it", findings=("c", "a", "b"))
    driver = Driver(id="d", title="A strong board", findings=("a", "b"))
    text = text_of(document(inspection(*found, recommendations=(recommendation,), drivers=(driver,))).blocks)
    assert "Answers paragraphs: 1, 2 and 3" in text
    assert "A strong board. (See paragraphs 1 and 2.)" in text


def test_governance_stands_within_the_third_question_of_the_prospects() -> None:
    text = text_of(document(inspection(finding(question="G2.1", area=None))).blocks)
    assert text.index("Will the improvements come about?") < text.index("### Governance: ")
    assert text.index("### Governance: ") < text.index("1. Repairs are done on time.")


def test_text_that_looks_like_a_template_is_text() -> None:
    trap = "{{ 7*7 }} {% for x in y %} # not a heading"
    inspected = inspection(
        finding(title=trap, text=f"See {trap}", effect=trap),
        recommendations=(Recommendation(id="r", title=trap, owner=trap, text=trap),),
    )
    text = text_of(document(inspected).blocks)
    assert text.count(trap) == 7
    assert "49" not in text


def test_an_organisations_own_order_and_words_need_no_program() -> None:
    own = "# What to do\n\n{{ findings(['voids', 'repairs'], effect='So what: ') }}\n\n# The end\n\n"
    made = blocks(
        own + "{{ authority.name }}\n", inspection(finding(), finding("voids", title="Voids wait", kind="weakness"))
    )
    assert text_of(made).splitlines() == [
        "# What to do",
        "1. Voids wait. Of 60 jobs, 57 were on time.",
        "So what: Tenants wait nine days.",
        "2. Repairs are done on time. Of 60 jobs, 57 were on time.",
        "So what: Tenants wait nine days.",
        "# The end",
        "Elm Council",
    ]


def test_an_organisations_template_may_have_parts() -> None:
    parts = {
        TEMPLATE: Template(TEMPLATE, "{% include 'end.md.j2' %}\n", "templates/report.md.j2"),
        "end.md.j2": Template("end.md.j2", "# The end\n\n{{ nothing }}\n", "templates/end.md.j2"),
    }
    with pytest.raises(Refused, match=r"^templates/end\.md\.j2:3: .*'nothing', which does not exist"):
        report(inspection(), SETTING, parts)


def test_the_flaws_of_all_texts_are_told_at_once() -> None:
    inspected = inspection(
        finding(text="# Bad"), narratives=(Narrative("approach", "---", 1, at("narrative/approach.md")),)
    )
    with pytest.raises(Unreadable) as caught:
        document(inspected)
    assert [line.rsplit("/", 1)[1].partition(":")[0] for line in str(caught.value).splitlines()] == [
        "repairs.md",
        "approach.md",
    ]


def test_the_document_says_of_itself_what_it_is_made_from() -> None:
    made = document(inspection())
    assert made.properties == (
        ("reportkit inspection", "elm-homes"),
        ("reportkit commit", SETTING.commit),
        ("reportkit digest", SETTING.digest),
    )
    assert (made.title, made.subject) == ("Elm Homes: ALMO inspection", "ALMO inspection of Elm Council")
    assert (made.author, made.marking) == ("The Inspectorate", "DRAFT")
    assert made.made == dt.datetime(2004, 3, 1, 9, tzinfo=dt.UTC)


def test_the_same_inspection_makes_the_same_bytes() -> None:
    house = (ROOT / "templates" / "house.docx").read_bytes()
    found = (finding(), finding("voids", kind="weakness", text="One.[^1]\n\n- a\n\n[^1]: A note."))
    assert write(document(inspection(*found)), house) == write(document(inspection(*found)), house)


def test_two_findings_that_differ_make_two_documents() -> None:
    assert document(inspection(finding())) != document(inspection(finding(effect="Nothing changes.")))
