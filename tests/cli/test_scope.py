"""`reportkit scope`: which services are inspected in full and which more lightly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMES = sorted(folder.name for folder in (ROOT / "inspections").iterdir())
ALMO = """\
kind: almo
authority: {name: Elm Council}
almo: {name: Elm Homes, went-live: 2003-04-01}
scope: [{id: rent, depth: lighter}, {id: estate-management, depth: lighter}, {id: register, title: The register}]
previous: {inspection: elm-2002}
"""
INDICATIVE = """\
kind: indicative
authority: {name: Elm Council}
dates: {on-site-to: 2002-09-13}
scope: [{id: rent}]
judgements: {service: {rating: good}, prospects: {rating: promising}}
"""


@pytest.fixture
def elm(project: Path) -> Path:
    for slug, text in (("elm-2004", ALMO), ("elm-2002", INDICATIVE)):
        home = project / "inspections" / slug
        home.mkdir(parents=True)
        (home / "inspection.yaml").write_text(text, encoding="utf-8")
    return project


def test_each_service_is_told_with_what_the_earlier_result_allows_and_what_is_written(reportkit, elm):
    told = reportkit("scope", "elm-2004")
    assert told.code == 0
    lines = [" ".join(line.split()) for line in told.out.splitlines()]
    assert lines[:2] == [
        "elm-2004: ALMO inspection",
        "Before it: elm-2002 (2002-09-13; Indicative inspection; rated good; prospects promising; covering rent)",
    ]
    assert lines[4:] == [
        (
            "Rent collection, arrears and debt advice more lightly more lightly "
            "the inspection of 2002-09-13 rated it good, as a part of the service [103]"
        ),
        (
            "Estate management and lettings in full more lightly (error C06) "
            "the inspection of 2002-09-13 did not cover it [103]"
        ),
        "The register in full in full the inspection of 2002-09-13 did not cover it [103]",
    ]


def test_check_calls_the_same_an_error_with_the_line(reportkit, elm):
    told = reportkit("check", "elm-2004").out
    assert "inspections/elm-2004/inspection.yaml:4: WRONG: “Estate management and lettings” is inspected" in told
    assert "[C06 · 103]" in told


def test_an_indicative_inspection_tells_what_follows_from_it(reportkit, elm):
    told = reportkit("scope", "elm-2002").out
    assert "only an ALMO's first inspection can be lighter" in told
    after = told.partition("What an ALMO inspection after this one could do")[2]
    assert "this inspection rated it good, as a part of the service [103]" in after
    assert "this inspection did not cover it [103]" in after


def test_json_holds_the_same(reportkit, elm):
    told = json.loads(reportkit("scope", "elm-2004", "--json").out)
    assert (told["format"], told["inspection"], told["kind"], told["follows"]) == (1, "elm-2004", "almo", None)
    assert told["before"][0]["services"] == ["rent"]
    assert [(each["id"], each["may-be"], each["written"], each["breaks"]) for each in told["services"]] == [
        ("rent", "lighter", "lighter", None),
        ("estate-management", "full", "lighter", "C06"),
        ("register", "full", "full", None),
    ]
    assert json.loads(reportkit("scope", "elm-2002", "--json").out)["follows"]["services"][1]["id"] == "rent"


@pytest.mark.parametrize("name", NAMES)
def test_the_scope_of_every_example_can_be_worked_out(reportkit, name):
    told = reportkit("-C", str(ROOT), "scope", name)
    assert told.code == 0
    services = json.loads(reportkit("-C", str(ROOT), "scope", name, "--json").out)["services"]
    assert all(each["title"] in told.out and each["why"] in told.out for each in services)
    assert {each["breaks"] for each in services} == {None}
