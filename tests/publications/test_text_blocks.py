"""Findings, narratives, recommendations, drivers and barriers as blocks."""

from __future__ import annotations

import pytest

from reportkit.document.block_text import text_of, words_of
from reportkit.document.blocks import Item, List, Paragraph, Reference, Text
from reportkit.errors import Unreadable
from reportkit.inspection.driver import Driver
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.inspection import Narrative
from reportkit.inspection.recommendation import Recommendation
from reportkit.publications.text_blocks import Texts, flaws_of, paragraph_numbers
from tests.publications.builders import at, finding, inspection

EFFECT = "For tenants: "


def flaws(texts: Texts) -> list[str]:
    return [str(flaw) for flaw in texts.flaws()]


def driver(**changes: object) -> Driver:
    fields = {"id": "board", "title": "A strong board", "origin": at("drivers-and-barriers.yaml", "text")}
    return Driver(**{**fields, **changes})


def test_a_finding_is_a_numbered_paragraph_that_its_title_leads_in_bold() -> None:
    first, closing = Texts().finding(finding(), EFFECT)
    assert first == Paragraph(
        (Text("Repairs are done on time. ", bold=True), Text("Of 60 jobs, 57 were on time.")),
        "numbered",
        "finding/repairs",
    )
    assert closing == Paragraph((Text(EFFECT, bold=True), Text("Tenants wait nine days.")), "continued")


def test_more_paragraphs_lists_and_tables_of_a_finding_continue_under_its_number() -> None:
    made = Texts().finding(finding(text="One.\n\nTwo.\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |"), EFFECT)
    assert [type(block).__name__ for block in made] == ["Paragraph", "Paragraph", "List", "Table", "Paragraph"]
    assert [block.kind for block in made if isinstance(block, Paragraph)] == ["numbered", "continued", "continued"]
    assert made[2].continued


def test_a_finding_without_a_text_is_its_title_alone() -> None:
    first, _ = Texts().finding(finding(text=""), EFFECT)
    assert first == Paragraph((Text("Repairs are done on time.", bold=True),), "numbered", "finding/repairs")


@pytest.mark.parametrize(
    ("title", "shown"),
    [("Calls wait", "Calls wait."), ("Do calls wait?", "Do calls wait?"), ("“Calls wait.”", "“Calls wait.”")],
)
def test_a_title_becomes_a_sentence_unless_it_is_one(title: str, shown: str) -> None:
    first, _ = Texts().finding(finding(title=title, text=""), EFFECT)
    assert words_of(first.runs) == shown


def test_a_title_is_words_whatever_signs_are_in_it() -> None:
    first, _ = Texts().finding(finding(title="*Repairs* [are] # {{ 7*7 }} <b>", text=""), EFFECT)
    assert first.runs == (Text("*Repairs* [are] # {{ 7*7 }} <b>.", bold=True),)


def test_what_a_finding_lacks_is_marked_where_it_stands() -> None:
    *_, closing = Texts().finding(finding(effect=None, evidence=()), EFFECT)
    assert [run.text for run in closing.runs if run.gap] == [
        "What this means for tenants is not said yet.",
        "No evidence is named for this finding yet.",
    ]


def test_a_finding_that_begins_with_a_list_is_pointed_out_with_its_line() -> None:
    texts = Texts()
    texts.finding(finding(text="- one\n- two"), EFFECT)
    (told,) = flaws(texts)
    assert told.startswith("inspections/elm-homes/findings/repairs.md:8: The text does not begin with a paragraph.")


def test_the_flaws_of_several_files_are_all_told_at_once() -> None:
    texts = Texts()
    texts.finding(finding("voids", text="Good.\n\n# Bad"), EFFECT)
    texts.narrative(Narrative("approach", "![a](b)\n\n---", 1, at("narrative/approach.md")))
    with pytest.raises(Unreadable) as caught:
        texts.refuse_flaws()
    places = [line.partition(": ")[0] for line in str(caught.value).splitlines()]
    assert places == [
        "inspections/elm-homes/findings/voids.md:10",
        "inspections/elm-homes/narrative/approach.md:1",
        "inspections/elm-homes/narrative/approach.md:3",
    ]


def test_texts_without_flaws_refuse_nothing() -> None:
    texts = Texts()
    texts.finding(finding(), EFFECT)
    texts.refuse_flaws()


def test_a_text_that_is_shown_twice_is_blamed_once() -> None:
    texts = Texts()
    for _ in range(2):
        texts.finding(finding(text="# Bad"), EFFECT)
    assert len(flaws(texts)) == 1


def test_a_narratives_paragraphs_are_numbered() -> None:
    made = Texts().narrative(Narrative("approach", "One.\n\nTwo.", 1, at("narrative/approach.md")))
    assert [block.kind for block in made] == ["numbered", "numbered"]


def test_a_recommendations_text_is_not_numbered() -> None:
    assert Texts().words("Do *it*.", at("recommendations/do-it.yaml", "text")) == (
        Paragraph((Text("Do "), Text("it", italic=True), Text("."))),
    )


@pytest.mark.parametrize(("text", "line"), [("# Bad", 2), ("Good.\n\n# Bad\n", 5)])
def test_a_flaw_in_a_yaml_file_is_on_the_line_where_it_stands(text: str, line: int) -> None:
    texts = Texts()
    texts.words(text, at("recommendations/do-it.yaml", "text"))
    assert flaws(texts)[0].startswith(f"inspections/elm-homes/recommendations/do-it.yaml:{line}: There is a heading")


def test_a_driver_is_its_title_in_bold_its_words_and_where_it_was_found() -> None:
    (made,) = Texts().entries((driver(text="It asks questions.", findings=("repairs", "voids")),))
    assert made == List(
        (
            Item(
                (
                    Paragraph(
                        (
                            Text("A strong board.", bold=True),
                            Text(" "),
                            Text("It asks questions."),
                            Text(" (See paragraphs "),
                            Reference("finding/repairs"),
                            Text(" and "),
                            Reference("finding/voids"),
                            Text(".)"),
                        )
                    ),
                )
            ),
        )
    )


def test_a_driver_may_be_a_title_alone_or_go_on_with_a_list() -> None:
    made = Texts().entries((driver(), driver(text="- one\n- two")))
    assert text_of(made) == "- A strong board.\n- A strong board.\n  - one\n  - two\n"


def test_no_drivers_make_no_list() -> None:
    assert Texts().entries(()) == ()


@pytest.mark.parametrize("text", ["| a | b |\n|---|---|\n| 1 | 2 |", "It is said:\n\n> words"])
def test_what_an_entry_has_no_room_for_is_pointed_out_and_not_lost(text: str) -> None:
    texts = Texts()
    texts.entries((driver(text=text),))
    (told,) = flaws(texts)
    assert told.startswith("inspections/elm-homes/drivers-and-barriers.yaml:3: A table or quotation is in")


@pytest.mark.parametrize(
    ("findings", "shown"),
    [((), ""), (("a",), "(paragraph a)"), (("a", "b"), "(paragraphs a and b)"), (("a", "b", "c"), None)],
)
def test_paragraphs_are_named_as_one_would_say_it(findings: tuple[str, ...], shown: str | None) -> None:
    runs = paragraph_numbers(findings, "(paragraph ", "(paragraphs ", ")")
    words = "".join(run.anchor.removeprefix("finding/") if isinstance(run, Reference) else run.text for run in runs)
    assert words == ("(paragraphs a, b and c)" if shown is None else shown)


def test_every_text_of_an_inspection_is_looked_at_shown_or_not() -> None:
    bad = "Good.\n\n# Bad"
    inspected = inspection(
        finding(text=bad),
        evidence=(Evidence(id="e", title="E", kind="document", seen=bad, origin=at("evidence/e.yaml", "seen")),),
        recommendations=(Recommendation(id="r", title="R", text=bad, origin=at("recommendations/r.yaml", "text")),),
        drivers=(driver(text=bad),),
        narratives=(Narrative("own", bad, 1, at("narrative/own.md")),),
    )
    names = [flaw.file.removeprefix("inspections/elm-homes/") for flaw in flaws_of(inspected)]
    assert names == [
        "drivers-and-barriers.yaml",
        "evidence/e.yaml",
        "findings/repairs.md",
        "narrative/own.md",
        "recommendations/r.yaml",
    ]
