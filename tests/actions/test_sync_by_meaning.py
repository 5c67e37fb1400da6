"""What two people changed at once comes together where it means different things, and is asked where it does not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reportkit.actions.settle import SettleRequest, carry_out, prepare, read_versions
from reportkit.actions.sync import SyncRequest
from reportkit.actions.sync import carry_out as sync
from reportkit.actions.sync import prepare as prepare_sync
from reportkit.gitstore.conflicts import mine
from reportkit.gitstore.provenance import provenance
from reportkit.gitstore.sharing import Synced
from reportkit.workspace.workspace import Workspace
from tests.pristine import NO_UPKEEP

HOUSE = "format: 1\nrepository: 0b5f3c52-6f0e-4c55-9b1c-2f6f3e0d9a11\ninspectorate:\n  name: Inspectorate\n"
PARTICULARS = "inspections/elm/inspection.yaml"
DRIVERS = "inspections/elm/drivers-and-barriers.yaml"
FINDING = "inspections/elm/findings/repairs.md"
FILES = {
    "reportkit.yaml": HOUSE,
    PARTICULARS: "kind: almo  # as agreed\nround: 1\n\nalmo:\n  name: Elm Homes\n  homes: 10\n",
    FINDING: "---\ntitle: Repairs\nkind: strength\n---\nThey are quick.\n",
}


class Pair:
    """Two people's copies of one shared place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for path, text in FILES.items():
            self.write("ann", path, text)
        self.git("ann", "init", "-q", "-b", "main", "--template=")
        self.save("ann")
        self.git("ann", "clone", "-q", "--bare", "--template=", ".", str(folder / "shared.git"))
        self.git("ann", "remote", "add", "origin", str(folder / "shared.git"))
        self.git("ann", "fetch", "-q")
        self.git("ann", "clone", "-q", "--template=", str(folder / "shared.git"), str(folder / "ben"))
        for person in ("ann", "ben"):
            self.git(person, "config", "user.name", person)

    def git(self, person: str, *words: str) -> str:
        who = ("-c", f"user.name={person}", "-c", f"user.email={person}@example.org")
        done = subprocess.run(["git", *who, *words], cwd=self._folder / person, check=True, capture_output=True)
        return done.stdout.decode().strip()

    def write(self, person: str, path: str, text: str) -> None:
        (self._folder / person / path).parent.mkdir(parents=True, exist_ok=True)
        (self._folder / person / path).write_bytes(text.encode())

    def change(self, person: str, path: str, old: str, new: str) -> None:
        text = self.read(person, path)
        assert old in text
        self.write(person, path, text.replace(old, new))

    def read(self, person: str, path: str) -> str:
        return (self._folder / person / path).read_bytes().decode()

    def save(self, person: str) -> None:
        self.git(person, "add", "-A")
        self.git(person, "commit", "-q", "-m", "Change")

    def at(self, person: str) -> Workspace:
        return Workspace(self._folder / person)

    def sync(self, person: str) -> Synced:
        with self.at(person) as workspace:
            return sync(workspace, prepare_sync(workspace, SyncRequest())).synced

    def meet(self) -> Synced:
        """Both save; Ann shares first, Ben brings the two together, Ann follows."""
        for person in ("ann", "ben"):
            self.save(person)
        self.sync("ann")
        met = self.sync("ben")
        self.sync("ann")
        assert self.git("ann", "rev-parse", "main") == self.git("ben", "rev-parse", "main")
        assert self.git("ann", "status", "--porcelain") == self.git("ben", "status", "--porcelain") == ""
        return met


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pair:
    settings = tmp_path / "gitconfig"
    settings.write_text(f"[user]\n\temail = x@example.org\n{NO_UPKEEP}", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    (tmp_path / "ann").mkdir()
    return Pair(tmp_path)


def test_different_fields_come_together_without_a_question(pair: Pair) -> None:
    pair.change("ann", PARTICULARS, "round: 1", "round: 2")
    pair.change("ben", PARTICULARS, "homes: 10", "homes: 12")
    pair.write("ann", DRIVERS, "drivers:\n  - id: board\n    title: A board\n")
    pair.write("ben", DRIVERS, "barriers:\n  - id: money\n    title: No money\n")
    pair.change("ann", FINDING, "strength", "weakness")
    pair.change("ben", FINDING, "quick", "slow")
    met = pair.meet()
    assert (met.unsettled, met.combined) == ((), (DRIVERS, FINDING, PARTICULARS))
    expected = FILES[PARTICULARS].replace("round: 1", "round: 2").replace("homes: 10", "homes: 12")
    assert pair.read("ann", PARTICULARS) == expected
    assert all(each in pair.read("ann", DRIVERS) for each in ("A board", "No money"))
    assert pair.read("ann", FINDING) == "---\ntitle: Repairs\nkind: weakness\n---\nThey are slow.\n"


def test_the_same_field_is_asked_and_the_answer_keeps_what_both_changed_beside_it(pair: Pair) -> None:
    pair.change("ann", PARTICULARS, "round: 1", "round: 2")
    pair.change("ann", PARTICULARS, "homes: 10", "homes: 11")
    pair.change("ben", PARTICULARS, "homes: 10", "homes: 12")
    (torn,) = pair.meet().unsettled
    assert torn.path == PARTICULARS
    with pair.at("ben") as workspace:
        versions = read_versions(workspace, PARTICULARS)
        assert [(side.who, (side.data or b"").splitlines()[-1]) for side in versions.sides] == [
            ("ben", b"  homes: 12"),
            ("ann", b"  homes: 11"),
        ]
        assert mine(workspace.root, versions).who == "ben"
        carry_out(workspace, prepare(workspace, SettleRequest(path=PARTICULARS, stands="theirs")))
    expected = FILES[PARTICULARS].replace("round: 1", "round: 2").replace("homes: 10", "homes: 11")
    assert pair.read("ben", PARTICULARS) == expected


def test_two_who_settled_one_field_differently_are_asked_again(pair: Pair) -> None:
    pair.change("ann", PARTICULARS, "homes: 10", "homes: 11")
    pair.change("ben", PARTICULARS, "homes: 10", "homes: 12")
    pair.meet()
    for person in ("ann", "ben"):
        with pair.at(person) as workspace:
            carry_out(workspace, prepare(workspace, SettleRequest(path=PARTICULARS, stands="mine")))
    pair.sync("ann")
    assert [each.path for each in pair.sync("ben").unsettled] == [PARTICULARS]


def test_a_file_that_another_editor_marked_stands_in_nobodys_way(pair: Pair) -> None:
    pair.change("ann", FINDING, "quick", "slow")
    pair.save("ann")
    pair.sync("ann")
    marked = "\ufeff" + FILES[FINDING].replace("\n", "\r\n")
    pair.write("ben", FINDING, marked)
    with pair.at("ben") as workspace:
        assert provenance(workspace.root, "elm").unsaved == ()
    pair.sync("ben")
    assert "They are slow." in pair.read("ben", FINDING)
