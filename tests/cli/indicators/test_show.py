"""`reportkit indicators`: what an inspector sees of the figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
NAMES = sorted(folder.name for folder in (ROOT / "inspections").iterdir())
TABLE = """\
code,name,value,unit,direction,year,scope,verified,target,note,definition,sample,peers,peers-value,peers-why
BVPI 66a,Rent collected,97.1,,,2001/02,authority,yes,98,,,,nearest-neighbours,97.4,CIPFA's sixteen
bv68,Days to let a home,52,days,lower,2002/03,authority,no,43,,,,,,
BVPI 74,Tenants satisfied,76,,,2002/03,authority,,80,,,2146,,,
BVPI 184a,Not decent,48.0,,,2002/03,authority,yes,,,,,,,
BVPI 184a,Not decent,43.2,,,2003/04,authority,yes,,,,,,,
BVPI 184b,Change,10.0,,,2002/03,authority,yes,,,,,,,
"""
PARTICULARS = """\
kind: almo
authority: {name: Elm Council, type: metropolitan-borough}
almo: {name: Elm Homes}
"""


@pytest.fixture
def elm(project: Path) -> Path:
    home = project / "inspections" / "elm-homes"
    home.mkdir(parents=True)
    (home / "inspection.yaml").write_text(PARTICULARS, encoding="utf-8")
    (home / "indicators.csv").write_text(TABLE, encoding="utf-8")
    return home


def line(told: str, start: str) -> str:
    """Return the line that begins so, with single spaces."""
    return next(" ".join(each.split()) for each in told.splitlines() if each.strip().startswith(start))


def test_a_figure_is_shown_beside_the_best_quarter_of_its_type(reportkit, elm):
    told = reportkit("indicators", "elm-homes")
    assert told.code == 0
    assert told.out.startswith("Elm Council, held against metropolitan boroughs [74]\n")
    assert (
        line(told.out, "BVPI 66a")
        == "BVPI 66a 97.1% 2001/02 authority 96.8% (2001/02) at or better +0.3 yes Rent collected"
    )
    assert (
        line(told.out, "BVPI 68")
        == "BVPI 68 52 days 2002/03 authority 43 days (2001/02) worse +9 no Days to let a home"
    )


def test_what_the_guidance_names_and_no_one_gave_is_listed(reportkit, elm):
    told = reportkit("indicators", "elm-homes").out
    assert "  Not given: BVPI 69, BVPI 72, BVPI 73\n" in told
    assert "  Not given: LIB 052, LIB 076, LIB 077, LIB 079a, LIB 079b\n" in told


def test_satisfaction_stands_beside_the_national_mean_and_says_how_sure_it_is(reportkit, elm):
    told = reportkit("indicators", "elm-homes").out
    assert "BVPI 74 76% in 2002/03, between 74.1 and 77.8 (2,146 answers); national mean 77% in 2000/01" in told


def test_peers_and_the_change_in_homes_not_decent_are_told_apart(reportkit, elm):
    told = reportkit("indicators", "elm-homes").out
    assert "BVPI 66a 97.1%; nearest-neighbours: 97.4% (CIPFA's sixteen)" in told
    assert "2002/03 to 2003/04: (43.2 - 48.0) ÷ 48.0 = -10.0 per cent, a fall" in told


def test_a_newer_years_thresholds_count_as_soon_as_their_file_is_there(reportkit, elm, project: Path):
    (project / "guidance").mkdir()
    (project / "guidance" / "thresholds-2002-03.yaml").write_text(
        "year: 2002/03\nsource: ODPM\nthresholds:\n  - {code: BVPI 68, metropolitan-borough: 55}\n", encoding="utf-8"
    )
    assert "55 days (2002/03) at or better -3" in line(reportkit("indicators", "elm-homes").out, "BVPI 68")


def test_with_several_almos_it_says_whose_figure_is_whose(reportkit, elm):
    text = PARTICULARS.replace("Elm Homes}", "Elm Homes, partial: true}")
    (elm / "inspection.yaml").write_text(text, encoding="utf-8")
    assert "`authority` marks the authority's combined figures, `almo` this ALMO's own [107]." in (
        reportkit("indicators", "elm-homes").out
    )


def test_without_a_type_nothing_is_held_against_anything(reportkit, elm):
    (elm / "inspection.yaml").write_text(PARTICULARS.replace(", type: metropolitan-borough", ""), encoding="utf-8")
    told = reportkit("indicators", "elm-homes").out
    assert "of no stated type, so held against nothing" in told
    assert "BEST QUARTER" not in told


def test_without_indicators_it_says_so(reportkit, elm):
    (elm / "indicators.csv").unlink()
    assert reportkit("indicators", "elm-homes").out.startswith("There are no indicators yet")


def test_json_holds_the_same(reportkit, elm):
    told = json.loads(reportkit("indicators", "elm-homes", "--json").out)
    assert (told["format"], told["inspection"], told["authority-type"]) == (1, "elm-homes", "metropolitan-borough")
    rent, days, satisfied = told["indicators"][:3]
    assert rent["best-quarter"] == {"value": 96.8, "year": "2001/02", "source": "Table 6"}
    assert (rent["unit"], rent["comparison"], rent["gap"]) == ("per cent", "at or better", 0.3)
    assert rent["peers"] == {"who": "nearest-neighbours", "value": 97.4, "why": "CIPFA's sixteen"}
    assert (days["code"], days["comparison"], days["gap"], days["verified"]) == ("BVPI 68", "worse", 9, False)
    assert satisfied["interval"] == {"low": 74.1, "high": 77.8, "level": 95}
    assert satisfied["national-mean"] == {"value": 77, "year": "2000/01"}
    assert [change["change"] for change in told["decent-homes"]] == [-10.0]
    assert "BVPI 73" in told["not-given"]


def test_an_unreadable_table_is_told_with_its_line(reportkit, elm):
    (elm / "indicators.csv").write_text("code,name,value\nA,B,12%\n", encoding="utf-8")
    refused = reportkit("indicators", "elm-homes")
    assert refused.code == 1
    assert refused.err.startswith("inspections/elm-homes/indicators.csv:2: `value` expects a number")


@pytest.mark.parametrize("name", NAMES)
def test_the_indicators_of_every_example_can_be_shown(reportkit, name):
    assert reportkit("-C", str(ROOT), "indicators", name).code == 0
    told = json.loads(reportkit("-C", str(ROOT), "indicators", name, "--json").out)
    assert told["inspection"] == name


def test_the_example_in_the_documentation_is_what_the_program_shows(reportkit):
    told = reportkit("-C", str(ROOT), "indicators", "harrowmere-homes").out
    page = (ROOT / "docs" / "indicators.md").read_text(encoding="utf-8")
    shown = page.split("```")[1].strip("\n").splitlines()[1:]
    assert [each for each in shown if each.strip() not in {"", "…"} and each not in told.splitlines()] == []
