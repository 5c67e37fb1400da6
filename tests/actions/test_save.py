"""A save is looked at before, and says what it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.actions.save import SaveRequest, carry_out, prepare, preview
from reportkit.errors import WrongUse
from tests.actions.policy_house import FINDING, PolicyHouse, begin_house


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PolicyHouse:
    return begin_house(tmp_path, monkeypatch)


def test_a_preview_says_what_would_be_saved_and_saves_nothing(house: PolicyHouse) -> None:
    before = house.git("rev-parse", "HEAD")
    house.write("Late.\n", FINDING)
    with house.at("gus") as workspace:
        outcome = preview(workspace, prepare(workspace, SaveRequest(inspection="elm")))
    assert [each.path for each in outcome.saved.changes] == ["findings/repairs.md"]
    assert (outcome.saved.version, house.git("rev-parse", "HEAD")) == (None, before)


def test_what_was_saved_is_in_the_newest_version_under_the_person_s_words(house: PolicyHouse) -> None:
    house.write("Late.\n", FINDING)
    house.write("Another.\n", f"unsettled/{FINDING}/ann-0123456789.md")
    house.git("add", "unsettled")
    house.git("-c", "user.name=x", "-c", "user.email=x@y", "commit", "-q", "-m", "Together")
    with house.at("gus") as workspace:
        outcome = carry_out(workspace, prepare(workspace, SaveRequest(inspection="elm", message="After the visit")))
    assert house.git("rev-parse", "HEAD") == outcome.saved.version
    assert house.git("log", "-1", "--format=%s") == "After the visit"
    assert [each.who for each in outcome.conflicts] == ["ann"]
    assert outcome.ended == ()


def test_an_unknown_inspection_is_wrong_use(house: PolicyHouse) -> None:
    with house.at("gus") as workspace, pytest.raises(WrongUse, match="There is no inspection `ash`"):
        prepare(workspace, SaveRequest(inspection="ash"))
