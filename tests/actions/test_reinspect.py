"""Agreeing a re-inspection, with the store in memory: its day, and the folder that is made for it or not at all."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from reportkit.actions.load import load
from reportkit.errors import Refused, WrongUse
from reportkit.moderation.outcome_events import ReinspectionAgreed
from reportkit.reading.casework import read_casework
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import HouseInMemory
from tests.actions.story_in_memory import OUT
from tests.cli.moderate.conftest import SLUG
from tests.cli.publish.conftest import WITHHELD
from tests.every_case import every_case

NEW = f"{SLUG}-2004"
AHEAD: dict[str, Any] = {"on": dt.date(2004, 9, 6), "people": ("J. Ford",)}


def agreed(house: HouseInMemory) -> ReinspectionAgreed:
    details = house.newest.details
    assert isinstance(details, ReinspectionAgreed)
    return details


def test_the_folder_comes_with_the_record_and_not_before(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    before = house.state()
    prepared = house.prepares("gus", "reinspect", **AHEAD)
    assert house.state() == before
    done = house.does("gus", "reinspect", **AHEAD)
    assert f"agreed a provisional re-inspection for 2004-09-06, in inspections/{NEW}" in done.prepared.said
    for each in prepared.intent.files:
        assert house.workspace.saved.read(each.path) == each.data


def test_the_new_folder_links_back_and_lists_everything_to_be_traced(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    house.does("gus", "reinspect", **AHEAD)
    new, old = load(house.workspace.saved, NEW), load(house.workspace.saved, SLUG)
    particulars, before = new.particulars, new.particulars.previous
    assert particulars.kind == "re-inspection"
    assert particulars.authority.name == old.particulars.authority.name
    assert [each.id for each in particulars.scope] == [each.id for each in old.particulars.scope]
    assert (before.inspection, before.kind, before.date, before.service, before.prospects) == (
        *(SLUG, "almo", "2004-01-22", "fair", "uncertain"),
    )
    assert {(each.part, each.id, each.title) for each in new.earlier} == {
        *(("weakness", each.id, each.title) for each in old.findings if each.kind == "weakness"),
        *(("recommendation", each.id, each.title) for each in old.recommendations),
    }
    assert {(each.inspection, each.outcome) for each in new.earlier} == {(SLUG, None)}
    weak = {each.id for each in old.findings if each.kind == "weakness"}
    assert {each.id for each in new.earlier if each.sensitive} >= weak & {WITHHELD}
    assert f"{read_casework(house.workspace.saved, NEW).planned.on_site_from}" == "2004-09-06"


def test_a_second_word_moves_the_day_and_makes_no_second_folder(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    house.does("gus", "reinspect", **AHEAD)
    names = house.workspace.inspection_names()
    house.does("gus", "reinspect", on=dt.date(2004, 10, 4))
    assert house.workspace.inspection_names() == names
    assert (agreed(house).on, agreed(house).inspection) == (dt.date(2004, 10, 4), NEW)


def test_a_name_that_is_taken_gives_way_to_the_next(at_stage: AtStage) -> None:
    house = at_stage("dispatched")
    house.workspace.save({f"inspections/{NEW}/inspection.yaml": b"kind: almo\n"})
    house.does("gus", "reinspect", **AHEAD)
    assert agreed(house).inspection == f"{NEW}-2"


def test_once_the_report_is_out_six_months_count_from_it_unless_a_person_allows_less(at_stage: AtStage) -> None:
    house = at_stage("published")
    early = str(house.refuses("gus", "reinspect", on=dt.date(2004, 8, 11)))
    assert "The re-inspection of 2004-08-11 is less than six months after the report of 2004-02-12 [118]." in early
    assert f'reportkit moderate override {SLUG} L02 --reason "…"' in early
    done = house.does("gus", "reinspect", on=dt.date(2004, 8, 12))
    assert done.after.next_steps == ()
    assert not agreed(house).provisional
    late = {"on": dt.date(2004, 11, 15)}
    assert "more than nine months after the report" in str(house.refuses("gus", "reinspect", **late))
    house.does("gus", "reinspect", **late, reason="A new contractor.")
    house.does("cat", "override", rule="L02", reason="The ODPM asked for it.")
    house.does("gus", "reinspect", on=dt.date(2004, 7, 1))


@every_case(
    ("changed", "error", "why"),
    [
        ({"on": OUT}, Refused, "has passed, or is today"),
        ({"name": "Ashby Homes"}, WrongUse, "A good name is `ashby-homes`"),
        ({"name": "Harrow mere"}, WrongUse, "has capital letters"),
        ({"name": "submit"}, WrongUse, "is also something that `reportkit moderate` does"),
        ({"name": SLUG}, Refused, "There is an inspection"),
    ],
)
def test_what_cannot_be_is_refused(
    at_stage: AtStage, changed: dict[str, Any], error: type[Exception], why: str
) -> None:
    refused = at_stage("dispatched").refuses("gus", "reinspect", **{**AHEAD, **changed})
    assert why in str(refused)
    assert isinstance(refused, error)


@pytest.mark.parametrize("stage", ["drafted", "signed", "decided"])
def test_before_the_score_is_told_there_is_nothing_to_agree(at_stage: AtStage, stage: str) -> None:
    assert "The letters with the score were not sent yet" in str(at_stage(stage).refuses("gus", "reinspect", **AHEAD))
