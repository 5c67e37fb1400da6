"""Indicators beside Table 6, and apart from it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from reportkit.inspection.bodies import Authority
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.thresholds import NewerThreshold, ThresholdYear
from reportkit.publications.indicator_values import indicator_values
from tests.publications.builders import with_particulars


def indicator(code: str = "BVPI 68", value: object = Decimal(30), **changes: object) -> Indicator:
    fields = {"name": f"Figure {code}", "unit": "days", "direction": "lower", "year": "2002/03", **changes}
    return Indicator(code=code, value=value, **fields)


def made(*indicators: Indicator, kind: str | None = "london-borough") -> dict[str, object]:
    inspected = with_particulars(authority=Authority(name="Elm Council", type=kind))
    return indicator_values(replace(inspected, indicators=indicators))["indicators"]


def test_a_figure_with_a_threshold_for_the_authoritys_type_is_set_beside_it() -> None:
    (row,) = made(indicator(verified=True, target=Decimal(28)))["compared"]
    assert row == {
        "name": "Figure BVPI 68 (BVPI 68)",
        "short_name": "Figure BVPI 68",
        "unit": "days",
        "better_when": "lower",
        "value": "30 days",
        "year": "2002/03",
        "target": "28 days",
        "verified": "yes",
        "threshold": "36 days",
        "threshold_year": "2001/02",
        "comparison": "at or better",
        "number": 30.0,
        "threshold_number": 36.0,
    }


@pytest.mark.parametrize(
    ("kind", "told"),
    [("london-borough", "at or better"), ("unitary-authority", "at or better"), ("district-council", "worse")],
)
def test_the_same_figure_may_be_good_for_one_type_of_authority_and_not_for_another(kind: str, told: str) -> None:
    (row,) = made(indicator(), kind=kind)["compared"]
    assert row["comparison"] == told


@pytest.mark.parametrize("value", [True, False, None])
def test_what_is_no_number_stands_apart_even_where_there_is_a_threshold(value: object) -> None:
    values = made(indicator(value=value))
    assert values["compared"] == ()
    assert [row["value"] for row in values["others"]] == [{True: "yes", False: "no", None: None}[value]]


def test_without_the_authoritys_type_nothing_is_compared_and_nothing_is_lost() -> None:
    values = made(indicator(), indicator("LOCAL 1"), kind=None)
    assert (values["compared"], values["charts"], len(values["others"])) == ((), (), 2)


def test_a_figure_of_the_organisations_own_stands_apart() -> None:
    values = made(indicator(), indicator("LOCAL 1", verified=False, year=None))
    (other,) = values["others"]
    assert (other["name"], other["verified"], other["year"]) == ("Figure LOCAL 1 (LOCAL 1)", "no", None)
    assert values["all"] == ("BVPI 68", "LOCAL 1")


def test_each_unit_has_a_chart_of_its_own_and_its_message_counts() -> None:
    percent = {"unit": "per cent", "direction": "higher"}
    values = made(
        indicator(value=Decimal(50)),
        indicator("BVPI 66a", Decimal("97.1"), **percent),
        indicator("BVPI 72", Decimal(90), **percent),
    )
    assert [(chart["unit"], len(chart["rows"]), chart["message"]) for chart in values["charts"]] == [
        ("days", 1, "0 of 1 indicators counted in days are at or better than the best quarter's beginning."),
        ("per cent", 2, "1 of 2 indicators counted in per cent are at or better than the best quarter's beginning."),
    ]


def test_both_years_are_named() -> None:
    assert indicator_values(with_particulars())["threshold_year"] == "2001/02"


def test_with_figures_of_several_years_each_row_says_which_is_its_own() -> None:
    newer = ThresholdYear(
        year="2002/03", source="ODPM", thresholds=(NewerThreshold(code="BVPI 68", london_borough=Decimal(34)),)
    )
    inspected = replace(
        with_particulars(authority=Authority(name="Elm Council", type="london-borough")),
        indicators=(indicator(), indicator("BVPI 73", Decimal(11))),
        thresholds=(newer,),
    )
    values = indicator_values(inspected)
    assert values["threshold_year"] == "2001/02 and 2002/03"
    assert [row["threshold"] for row in values["indicators"]["compared"]] == ["34 days (2002/03)", "12 days (2001/02)"]
