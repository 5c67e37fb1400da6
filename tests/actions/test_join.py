"""Joining is worked out before anything is copied, and ends with the line that makes a person known."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.actions.join import JoinRequest, carry_out, prepare
from reportkit.errors import WrongUse
from reportkit.workspace.workspace import Workspace
from tests.actions.policy_house import begin_house

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEZ8Yk3FfPq8Jx1Zp3K8cS0o7m5bV2Qy0xHn4w9rT6uE"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A folder beside a repository to join, whose person has no key and no name in Git."""
    begin_house(tmp_path, monkeypatch)
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.delenv("GIT_CONFIG_GLOBAL", raising=False)
    return Workspace(tmp_path)


def test_what_is_prepared_copies_nothing_and_says_where_to(desk: Workspace) -> None:
    prepared = prepare(desk, JoinRequest(place="house", folder=Path("mine"), name=" Cora  Dean ", email="c@e.org"))
    assert (prepared.place, prepared.target) == (str(desk.start / "house"), desk.start / "mine")
    assert (prepared.person.name, prepared.key, prepared.makes_key, prepared.is_there) == (
        "Cora Dean",
        None,
        False,
        False,
    )
    assert not (desk.start / "mine").exists()


def test_a_copy_is_made_once_and_the_line_names_the_key(desk: Workspace) -> None:
    (desk.start / "cora.pub").write_text(f"{KEY} cora@laptop\n")
    request = JoinRequest(place="house", folder=Path("mine"), name="Cora Dean", email="c@e.org", key_file=Path("cora"))
    first, second = carry_out(prepare(desk, request)), carry_out(prepare(desk, request))
    assert first.line == f"Cora Dean, c@e.org, {KEY}"
    assert (first.copied, second.copied, first.made) == (True, False, None)
    assert (desk.start / "mine/reportkit.yaml").is_file()


def test_a_key_is_made_only_for_a_person_who_has_none(desk: Workspace) -> None:
    request = JoinRequest(place="house", folder=Path("mine"), name="Cora Dean", email="c@e.org", make_key=True)
    first, second = carry_out(prepare(desk, request)), carry_out(prepare(desk, request))
    assert first.made is not None
    assert first.made.is_file()
    assert (second.made, second.line) == (None, first.line)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": None}, "Your name is needed, without commas and brackets"),
        ({"name": "a<b"}, "Your name is needed, without commas and brackets"),
        ({"email": None}, "Your e-mail address is needed"),
        ({"email": "cora"}, "`cora` is no e-mail address"),
        ({"place": ".."}, "The folder has no name"),
    ],
)
def test_who_cannot_be_known_or_where_cannot_be_named_is_wrong_use(
    desk: Workspace, changes: dict[str, str | None], said: str
) -> None:
    asked = {"place": "house", "name": "Cora Dean", "email": "c@e.org", **changes}
    with pytest.raises(WrongUse, match=said):
        prepare(desk, JoinRequest(**asked))
