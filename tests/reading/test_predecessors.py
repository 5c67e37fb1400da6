"""The inspections before one, followed from folder to folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportkit.inspection.previous_inspection import Predecessor
from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import Reading, read_inspection

HEAD = "kind: almo\nauthority: {name: Elm Council}\n"
INDICATIVE = """\
kind: indicative
title: Elm's housing
authority: {name: Elm Council}
dates: {on-site-from: 2002-09-02, on-site-to: 2002-09-13}
scope: [{id: rent}, {id: stock-investment}]
judgements: {service: {rating: good}, prospects: {rating: promising}}
"""


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Reading]:
    (tmp_path / "reportkit.yaml").write_text("format: 1\n", encoding="utf-8")

    def reader(previous: str, **others: str) -> Reading:
        texts = {"elm-2004": f"{HEAD}previous: {previous}\n", **others}
        for slug, text in texts.items():
            (tmp_path / "inspections" / slug.replace("_", "-")).mkdir(parents=True)
            (tmp_path / "inspections" / slug.replace("_", "-") / "inspection.yaml").write_text(text, encoding="utf-8")
        return read_inspection(FolderFiles(tmp_path), "elm-2004")

    return reader


def before(reading: Reading) -> tuple[Predecessor, ...]:
    assert reading.inspection is not None
    return reading.inspection.predecessors


def test_an_earlier_inspection_in_the_repository_says_itself_what_it_was(read):
    (found,) = before(read("{inspection: elm-2002}", elm_2002=INDICATIVE))
    assert found == Predecessor(
        name="Elm's housing",
        inspection="elm-2002",
        kind="indicative",
        date="2002-09-13",
        service="good",
        prospects="promising",
        services=("rent", "stock-investment"),
    )


def test_one_that_is_not_here_is_what_previous_says(read):
    words = "{title: Before, kind: best-value, date: '2001', service: fair, prospects: poor, services: [rent]}"
    (found,) = before(read(words))
    assert found == Predecessor(
        name="Before", kind="best-value", date="2001", service="fair", prospects="poor", services=("rent",)
    )


def test_what_its_own_file_leaves_out_comes_from_previous(read):
    bare = "kind: indicative\nauthority: {name: Elm Council}\n"
    (found,) = before(read("{inspection: elm-2002, date: 2002-09, service: good, services: [rent]}", elm_2002=bare))
    assert (found.kind, found.date, found.service, found.services) == ("indicative", "2002-09", "good", ("rent",))


def test_a_chain_is_followed_nearest_first(read):
    second = INDICATIVE + "previous: {title: The oldest, service: poor}\n"
    assert [each.name for each in before(read("{inspection: elm-2002}", elm_2002=second))] == [
        "Elm's housing",
        "The oldest",
    ]


def test_a_chain_that_leads_back_ends(read):
    back = INDICATIVE + "previous: {inspection: elm-2004}\n"
    assert len(before(read("{inspection: elm-2002}", elm_2002=back))) == 2


@pytest.mark.parametrize("name", ["elm-2001", "elm-2004", "../elm", "Elm"])
def test_a_name_that_leads_to_no_other_inspection_is_told_with_its_line(read, name):
    (problem,) = read(f"{{inspection: '{name}'}}").problems
    assert str(problem).startswith(
        f"inspections/elm-2004/inspection.yaml:3: there is no other inspection `{name}` that can be read."
    )


def test_a_folder_by_itself_as_it_once_was_does_not_miss_the_others(read, tmp_path):
    (tmp_path / "reportkit.yaml").unlink()
    reading = read("{inspection: elm-2002, service: good}")
    assert reading.problems == ()
    assert [each.service for each in before(reading)] == ["good"]


def test_what_is_wrong_in_the_earlier_file_is_not_told_here_and_the_rest_of_it_is_lost(read):
    reading = read("{inspection: elm-2002, service: good}", elm_2002="kind: nonsense\n")
    assert [problem.where.file for problem in reading.problems] == ["inspections/elm-2004/inspection.yaml"]


def test_without_previous_there_are_none(read):
    assert before(read("")) == ()
