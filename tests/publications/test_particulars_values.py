"""inspection.yaml in words."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.inspection.bodies import Almo, Authority, Board
from reportkit.inspection.judgement import Judgements, ServiceJudgement
from reportkit.inspection.particulars import Dates, ScopedService
from reportkit.inspection.team import Member
from reportkit.publications.particulars_values import particulars_values
from tests.publications.builders import with_particulars


def values(**changes: object) -> dict[str, object]:
    return particulars_values(with_particulars(**changes))


@pytest.mark.parametrize(
    ("kind", "number", "title"),
    [
        ("almo", 2, "ALMO inspection, round 2"),
        ("almo", None, "ALMO inspection"),
        ("indicative", None, "Indicative inspection"),
        ("re-inspection", None, "Re-inspection"),
        ("best-value", None, "Best Value inspection"),
    ],
)
def test_the_kind_is_said_with_its_round(kind: str, number: int | None, title: str) -> None:
    assert values(kind=kind, round=number)["kind"] == {"id": kind, "title": title}


def test_the_criteria_are_named_in_words_and_others_as_they_are_written() -> None:
    assert values(guidance="2003-03")["criteria"] == "the guidance of March 2003"
    assert values(guidance="2009-01")["criteria"] == "2009-01"
    assert values()["criteria"] is None


def test_the_authoritys_type_is_said_in_the_plural() -> None:
    assert values(authority=Authority(name="Elm Council", type="unitary-authority"))["authority"] == {
        "name": "Elm Council",
        "type": "unitary authorities",
        "region": None,
        "homes": None,
        "other_almos": (),
    }


def test_where_there_is_no_almo_there_is_nothing() -> None:
    assert values(almo=None)["almo"] is None


def test_the_almos_dates_are_in_words_and_its_board_in_numbers() -> None:
    board = Board(council=5, tenants=5, independent=5)
    almo = values(almo=Almo(name="Elm Homes", went_live=dt.date(2003, 4, 1), board=board))["almo"]
    assert (almo["went_live"], almo["section_27"]) == ("1 April 2003", None)
    assert almo["board"] == {"council": 5, "tenants": 5, "independent": 5}


def test_the_days_on_site_are_one_span() -> None:
    dates = Dates(on_site_from=dt.date(2003, 11, 3), on_site_to=dt.date(2003, 11, 14))
    assert values(dates=dates)["dates"] == {"on_site": "3 to 14 November 2003", "presentation": None, "report": None}


def test_a_service_in_scope_has_the_guidances_title_or_its_own() -> None:
    scope = (
        ScopedService(id="rent"),
        ScopedService(id="register", title="The housing register", depth="lighter", why="It was good in 2002."),
    )
    rent, register = values(scope=scope)["scope"]
    assert rent["title"] == "Rent collection, arrears and debt advice"
    assert (rent["depth"], rent["why"]) == ("in full", "")
    assert (register["title"], register["depth"], register["why"]) == (
        "The housing register",
        "more lightly",
        "It was good in 2002.",
    )


def test_a_member_of_the_team_has_a_part_in_words() -> None:
    (member,) = values(team=(Member(id="a", name="A. Okafor", role="lead inspector"),))["team"]
    assert (member["role"], member["region"]) == ("Lead inspector", "")


@pytest.mark.parametrize(("rating", "stars"), [("poor", "no stars"), ("excellent", "three stars"), (None, None)])
def test_a_rating_is_said_in_stars_and_none_is_a_gap(rating: str | None, stars: str | None) -> None:
    judgements = Judgements(service=ServiceJudgement(rating=rating, reasons=("It works.",)))
    service = values(judgements=judgements)["judgements"]["service"]
    assert service == {"rating": rating, "stars": stars, "reasons": ("It works.",)}
