"""A save is looked at before, and says what it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.actions.save import NotSaved, SaveRequest, carry_out, prepare, preview
from reportkit.errors import WrongUse
from tests.actions.policy_house import FINDING, PolicyHouse, begin_house
from tests.every_case import every_case

PARTICULARS = "kind: almo\nguidance: '2003-03'\nauthority: {name: Elm Council, type: district-council}\n"
LATE = "---\ntitle: Repairs\nkind: weakness\n---\nLate.\n"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PolicyHouse:
    house = begin_house(tmp_path, monkeypatch)
    house.write(PARTICULARS, "inspections/elm/inspection.yaml")
    house.commit()
    return house


def test_a_preview_says_what_would_be_saved_and_saves_nothing(house: PolicyHouse) -> None:
    before = house.git("rev-parse", "HEAD")
    house.write(LATE, FINDING)
    with house.at("gus") as workspace:
        outcome = preview(workspace, prepare(workspace, SaveRequest(inspection="elm")))
    assert [each.path for each in outcome.saved.changes] == ["findings/repairs.md"]
    assert (outcome.saved.version, house.git("rev-parse", "HEAD")) == (None, before)


def test_what_was_saved_is_in_the_newest_version_under_the_person_s_words(house: PolicyHouse) -> None:
    house.write(LATE, FINDING)
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


@every_case(
    ("path", "data", "told"),
    [
        ("inspection.yaml", b"kind: [\n", r"inspections/elm/inspection.yaml:\d"),
        ("inspection.yaml", b"kind: almost\n", r"inspections/elm/inspection.yaml:1: "),
        ("inspection.yaml", None, r"inspections/elm/inspection.yaml: is missing"),
        ("findings/repairs.md", b"No keys.\n", r"inspections/elm/findings/repairs.md:1: "),
        ("findings/repairs.md", b"---\ntitle: caf\xe9\n---\n", r"repairs.md:2: is not UTF-8"),
        ("evidence/visit.yaml", b"title: a: b\n", r"inspections/elm/evidence/visit.yaml:1: "),
        ("indicators.csv", b'code,name\n"a,b\n', r"inspections/elm/indicators.csv:2: "),
        ("../../moderation/elm/casework.yaml", b"fee: {\n", r"moderation/elm/casework.yaml:\d"),
    ],
)
def test_what_cannot_be_read_is_not_saved(house: PolicyHouse, path: str, data: bytes | None, told: str) -> None:
    before, file = house.git("rev-parse", "HEAD"), house.root / "inspections/elm" / path
    was = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data) if data is not None else file.unlink()
    with house.at("gus") as workspace, pytest.raises(NotSaved, match=told) as refused:
        prepare(workspace, SaveRequest(inspection="elm"))
    assert str(refused.value).endswith("Nothing was saved, because the others could not read it.")
    assert house.git("rev-parse", "HEAD") == before
    file.unlink(missing_ok=True)
    if was is not None:
        file.write_bytes(was)


def test_a_wrong_value_and_a_foreign_file_keep_nobody_from_saving(house: PolicyHouse) -> None:
    house.write(LATE.replace("weakness", "weak"), FINDING)
    house.write("Notes.\n", "inspections/elm/notes.txt")
    with house.at("gus") as workspace:
        assert carry_out(workspace, prepare(workspace, SaveRequest(inspection="elm"))).saved.version


def test_a_byte_order_mark_and_line_ends_are_no_change(house: PolicyHouse) -> None:
    house.write(LATE, FINDING)
    with house.at("gus") as workspace:
        carry_out(workspace, prepare(workspace, SaveRequest(inspection="elm")))
        (house.root / FINDING).write_bytes(b"\xef\xbb\xbf" + LATE.replace("\n", "\r\n").encode())
        again = carry_out(workspace, prepare(workspace, SaveRequest(inspection="elm"))).saved
        assert (again.version, again.changes) == (None, ())
        house.write(LATE.replace("Late", "Later"), FINDING)
        assert carry_out(workspace, prepare(workspace, SaveRequest(inspection="elm"))).saved.version
