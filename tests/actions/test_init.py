"""A new working repository is worked out first, and made where the folder is still free."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from reportkit.actions.init import InitRequest, carry_out, needs_name, needs_person, prepare
from reportkit.errors import Refused, Trouble, WrongUse
from reportkit.gitstore.init import GitUser
from reportkit.workspace.workspace import Workspace
from tests.actions.policy_house import begin_house

REQUEST = InitRequest(folder=Path("new"), name=" The  Inspectorate ")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A folder with a working repository in it, whose person is known to Git."""
    begin_house(tmp_path, monkeypatch).at("gus")
    return Workspace(tmp_path)


def test_what_is_prepared_makes_nothing_until_it_is_carried_out(desk: Workspace) -> None:
    prepared = prepare(desk, REQUEST)
    assert prepared.target == desk.start / "new"
    assert prepared.new
    assert (prepared.new.name, prepared.new.demonstration) == ("The Inspectorate", False)
    assert not prepared.target.exists()
    carry_out(prepared)
    assert "The Inspectorate" in (prepared.target / "reportkit.yaml").read_text(encoding="utf-8")


def test_a_folder_that_is_taken_meanwhile_is_left_as_it_is(desk: Workspace) -> None:
    prepared = prepare(desk, REQUEST)
    prepared.target.mkdir()
    (prepared.target / "letter.docx").write_text("mine")
    with pytest.raises(Refused, match="There is something here already"):
        carry_out(prepared)
    assert [path.name for path in prepared.target.iterdir()] == ["letter.docx"]


def test_where_there_is_a_repository_already_nothing_is_asked_or_made(desk: Workspace) -> None:
    request = InitRequest(folder=Path("house"))
    assert not needs_name(desk, request)
    prepared = prepare(desk, request)
    assert prepared.new is None
    before = sorted((desk.start / "house").iterdir())
    carry_out(prepared)
    assert sorted((desk.start / "house").iterdir()) == before


def test_the_name_is_needed_and_the_person_where_git_does_not_know_them(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    nameless = InitRequest(folder=Path("new"))
    assert needs_name(desk, nameless)
    with pytest.raises(WrongUse, match="The inspectorate has no name yet"):
        prepare(desk, nameless)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    named = InitRequest(folder=Path("new"), name="Housing")
    assert needs_person(desk, named)
    with pytest.raises(Trouble, match="Git does not know who you are"):
        prepare(desk, named)
    with pytest.raises(WrongUse, match="Your e-mail address is needed"):
        prepare(desk, replace(named, your_name="Ann Okafor"))
    made = prepare(desk, replace(named, your_name=" Ann  Okafor ", email="ann@example.org"))
    assert made.person == GitUser("Ann Okafor", "ann@example.org")
