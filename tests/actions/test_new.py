"""Starting an inspection: two steps, whole or not at all."""

from __future__ import annotations

import pytest

from reportkit.actions.fields import MissingFields
from reportkit.actions.new import NewRequest, carry_out, prepare
from reportkit.errors import Refused, WrongUse
from reportkit.workspace.write_files import place_new_folder
from tests.actions.local_folder import BODIES, with_inspection, workspace_in


def test_preparing_writes_nothing_and_carrying_out_writes_the_folder(tmp_path):
    workspace = workspace_in(tmp_path)
    prepared = prepare(workspace, NewRequest(name="elm", words=BODIES))
    assert not (tmp_path / "inspections").exists()
    assert carry_out(workspace, prepared) == "inspections/elm"
    written = {path.name for path in (tmp_path / "inspections" / "elm").iterdir() if path.is_file()}
    assert written == set(prepared.files)


def test_a_folder_that_came_meanwhile_is_left_as_it_is(tmp_path):
    workspace = workspace_in(tmp_path)
    prepared = prepare(workspace, NewRequest(name="elm", words=BODIES))
    (tmp_path / "inspections" / "elm").mkdir(parents=True)
    with pytest.raises(Refused, match="is there already; nothing was written"):
        carry_out(workspace, prepared)
    assert list((tmp_path / "inspections" / "elm").iterdir()) == []


def test_what_is_missing_is_named_at_once(tmp_path):
    with pytest.raises(MissingFields, match="A new inspection needs `kind` and `authority`"):
        prepare(workspace_in(tmp_path), NewRequest(name="elm"))


@pytest.mark.parametrize("name", ["submit", "import", "Elm Homes", ""])
def test_a_name_that_cannot_be_is_refused(tmp_path, name):
    with pytest.raises(WrongUse):
        prepare(workspace_in(tmp_path), NewRequest(name=name, words=BODIES))


def test_a_name_that_is_taken_is_refused(tmp_path):
    with pytest.raises(Refused, match="There is an inspection `elm` already"):
        prepare(with_inspection(tmp_path), NewRequest(name="elm", words=BODIES))


def test_the_casework_stays_for_the_command_that_made_the_inspection_at_the_same_moment(tmp_path, monkeypatch):
    workspace, elm = workspace_in(tmp_path), tmp_path / "inspections" / "elm"
    (tmp_path / "moderation").mkdir()
    prepared = prepare(workspace, NewRequest(name="elm", words=BODIES))

    def place_once_the_other_has(folder, files, folders):
        if folder == elm:
            elm.mkdir(parents=True)
        place_new_folder(folder, files, folders)

    monkeypatch.setattr("reportkit.actions.new.place_new_folder", place_once_the_other_has)
    with pytest.raises(Refused, match="is there already; nothing was written"):
        carry_out(workspace, prepared)
    assert (tmp_path / prepared.casework).is_file()
