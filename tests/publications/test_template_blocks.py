"""Tables, charts, the scoring chart and the cover."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import product
from typing import get_args

import pytest

from reportkit.document.block_text import words_of
from reportkit.document.blocks import Cell, Chart, Contents, CoverPage, Series, Table, Text
from reportkit.inspection.judgement import (
    Judgements,
    ProspectsJudgement,
    ProspectsRating,
    ServiceJudgement,
    ServiceRating,
)
from reportkit.publications import template_blocks
from reportkit.publications.function_arguments import Column
from reportkit.wording.budget import Stopped
from reportkit.wording.values import Slot, View
from tests.every_case import every_case

SERVICE, PROSPECTS = get_args(ServiceRating), get_args(ProspectsRating)


def row(**values: object) -> View:
    return View("a row", values)


def table(*rows: View, columns: tuple[Column, ...] = (Column("Name", "name"),)) -> Table:
    (made,) = template_blocks.table(rows, columns, "Names")
    return made


def scoring_chart(service: str | None, prospects: str | None) -> Table:
    judgements = Judgements(service=ServiceJudgement(rating=service), prospects=ProspectsJudgement(rating=prospects))
    (made,) = template_blocks.scoring_chart(judgements, "The place", "Prospects", "Here")
    return made


def test_a_value_that_is_not_there_is_a_gap_and_an_empty_one_a_dash() -> None:
    made = table(row(name=None), row(name=""), row(name="Elm"))
    assert [cells[0] for cells in made.rows] == [
        Cell((template_blocks.NOT_GIVEN,)),
        Cell((Text("–"),)),
        Cell((Text("Elm"),)),
    ]
    assert template_blocks.NOT_GIVEN.gap


def test_numbers_and_dates_are_said_in_words() -> None:
    made = table(row(name=21450), row(name=Decimal("2.5")), row(name=dt.date(2004, 4, 19)), row(name=True))
    assert [words_of(cells[0].runs) for cells in made.rows] == ["21,450", "2.5", "19 April 2004", "yes"]


def test_what_a_function_put_in_its_place_stands_in_the_cell() -> None:
    assert table(row(name=Slot((Text("soon", gap=True),)))).rows == ((Cell((Text("soon", gap=True),)),),)


def test_columns_have_their_headings_shares_and_sides() -> None:
    made = table(row(a="x", b="1"), columns=(Column("A", "a", 4), Column("B", "b", 2, "right")))
    assert made.head == (Cell((Text("A"),)), Cell((Text("B"),), align="right"))
    assert made.rows == ((Cell((Text("x"),)), Cell((Text("1"),), align="right")),)
    assert (made.widths, made.description) == ((4, 2), "Names. Columns: A, B.")


def test_a_column_that_the_rows_do_not_have_is_pointed_out_with_those_they_have() -> None:
    with pytest.raises(Stopped, match="asks for 'naem', which the rows do not have") as caught:
        table(row(name="x", age=3), columns=(Column("Name", "naem"),))
    assert caught.value.remedy == "They have: name, age."


def test_a_list_in_a_cell_is_pointed_out_and_never_shown_as_a_program_would() -> None:
    with pytest.raises(Stopped, match="not plain text"):
        table(row(name=("a", "b")))


@every_case(("service", "prospects"), [*product(SERVICE, PROSPECTS)])
def test_the_scoring_chart_marks_exactly_the_place_of_the_two_ratings(service: str, prospects: str) -> None:
    made = scoring_chart(service, prospects)
    marked = [(words_of(cells[0].runs), i) for cells in made.rows for i, cell in enumerate(cells) if cell.mark]
    assert marked == [(prospects.capitalize(), SERVICE.index(service) + 1)]
    shown = [words_of(cell.runs) for cells in made.rows for cell in cells[1:]]
    assert sorted(shown) == ["Here", *["–"] * 15]
    assert made.description.endswith(f"the service is {service}, its prospects are {prospects}.")


@pytest.mark.parametrize(("service", "prospects"), [(None, None), ("good", None), (None, "promising")])
def test_the_scoring_chart_marks_nothing_until_both_judgements_are_made(service, prospects) -> None:
    made = scoring_chart(service, prospects)
    assert not any(cell.mark for cells in made.rows for cell in cells)
    assert "nothing is judged yet" in made.description


def test_the_scoring_chart_runs_from_no_stars_to_three_and_from_excellent_to_poor() -> None:
    made = scoring_chart(None, None)
    assert [words_of(cell.runs) for cell in made.head] == [
        "Prospects",
        "Poor: no stars",
        "Fair: one star",
        "Good: two stars",
        "Excellent: three stars",
    ]
    assert [words_of(cells[0].runs) for cells in made.rows] == ["Excellent", "Promising", "Uncertain", "Poor"]


def test_a_bar_chart_has_a_group_of_bars_a_row_and_leaves_out_what_is_not_there() -> None:
    rows = (row(name="Voids", ours=Decimal("36.5"), best=26), row(name="Rent", ours=None, best=98.6))
    (made,) = template_blocks.bar_chart(
        rows, "name", (("Ours", "ours"), ("Best", "best")), "days", "Caption", "Message"
    )
    assert made == Chart(
        (Text("Caption"),),
        "Message",
        ("Voids", "Rent"),
        (Series("Ours", (36.5, None)), Series("Best", (26.0, 98.6))),
        "days",
    )


@pytest.mark.parametrize("value", ["36", True])
def test_a_bar_of_what_is_no_number_is_pointed_out(value: object) -> None:
    with pytest.raises(Stopped, match="asks for 'ours', which is no number"):
        template_blocks.bar_chart((row(name="Voids", ours=value),), "name", (("Ours", "ours"),), "days", "C", "M")


def test_the_cover_marks_the_facts_that_are_not_given() -> None:
    facts = (("Homes", 21450), ("On site", None), ("Report", Slot((Text("the date", gap=True),))))
    assert template_blocks.cover("Elm Homes", "Inspection", facts, ("Draft.",), "Ours") == (
        CoverPage(
            "Elm Homes",
            "Inspection",
            (
                ("Homes", (Text("21,450"),)),
                ("On site", (template_blocks.NOT_GIVEN,)),
                ("Report", (Text("the date", gap=True),)),
            ),
            ("Draft.",),
            "Ours",
        ),
    )


def test_contents_go_down_two_levels_unless_told_otherwise() -> None:
    assert template_blocks.contents() == (Contents("Contents", 2),)
    assert template_blocks.contents("Inside", 3) == (Contents("Inside", 3),)
