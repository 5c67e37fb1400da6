"""Adding a finding, evidence, a driver …: two steps, and nothing on the disk before the second."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.actions.add import AddRequest, carry_out, prepare
from reportkit.actions.fields import MissingFields, WrongValue
from reportkit.errors import Refused, WrongUse
from reportkit.workspace.workspace import Workspace
from tests.actions.local_folder import with_inspection

FINDING = {"title": ("Repairs are late",), "kind": ("weakness",)}
FILE = "inspections/elm/findings/repairs-are-late.md"
DRIVERS = "inspections/elm/drivers-and-barriers.yaml"


@pytest.fixture
def elm(tmp_path: Path) -> Workspace:
    return with_inspection(tmp_path)


def test_preparing_writes_nothing_and_says_what_would_be_written(elm):
    prepared = prepare(elm, AddRequest(thing="finding", inspection="elm", words=FINDING))
    assert prepared.path == FILE
    assert b"title: Repairs are late\n" in prepared.data
    assert not (elm.root / FILE).exists()


def test_carrying_out_writes_it_and_returns_its_path(elm):
    prepared = prepare(elm, AddRequest(thing="finding", inspection="elm", words=FINDING))
    assert carry_out(elm, prepared) == FILE
    assert (elm.root / FILE).read_bytes() == prepared.data


def test_a_file_of_that_name_that_came_meanwhile_is_not_written_over(elm):
    prepared = prepare(elm, AddRequest(thing="finding", inspection="elm", words=FINDING))
    (elm.root / FILE).write_text("theirs")
    with pytest.raises(Refused, match="is there already; nothing was written"):
        carry_out(elm, prepared)
    assert (elm.root / FILE).read_text() == "theirs"


def test_a_list_that_changed_meanwhile_is_not_written_over(elm):
    prepared = prepare(elm, AddRequest(thing="driver", inspection="elm", words={"title": ("Money",)}))
    path = elm.root / DRIVERS
    path.write_text("drivers: []\nbarriers: []\n# mine\n")
    with pytest.raises(Refused, match="was changed in the meantime"):
        carry_out(elm, prepared)
    assert path.read_text() == "drivers: []\nbarriers: []\n# mine\n"


def test_a_value_that_a_field_cannot_have_is_refused_with_the_field_s_key(elm):
    with pytest.raises(WrongValue, match="`kind` cannot be `good`") as refused:
        prepare(elm, AddRequest(thing="finding", inspection="elm", words={**FINDING, "kind": ("good",)}))
    assert refused.value.key == "kind"


def test_a_yes_that_is_neither_yes_nor_no_is_refused(elm):
    with pytest.raises(WrongValue, match="`press` cannot be `perhaps`"):
        prepare(elm, AddRequest(thing="finding", inspection="elm", words={**FINDING, "press": ("perhaps",)}))


def test_everything_that_is_missing_is_named_at_once(elm):
    with pytest.raises(MissingFields, match="A finding needs `title` and `kind`") as refused:
        prepare(elm, AddRequest(thing="finding", inspection="elm"))
    assert refused.value.keys == ("title", "kind")


@pytest.mark.parametrize(
    ("request_", "what"),
    [
        (AddRequest(thing="opinion", inspection="elm"), "`opinion` cannot be added"),
        (AddRequest(thing="finding", inspection="elm", words={"titel": ("T",)}), "no field `titel`.*`title`"),
        (AddRequest(thing="finding", inspection="elm", id="A B", words=FINDING), "The id `A B`"),
        (AddRequest(thing="finding", inspection="oak", words=FINDING), "oak"),
    ],
)
def test_what_is_not_known_is_refused(elm, request_, what):
    with pytest.raises(WrongUse, match=what):
        prepare(elm, request_)
