"""A small repository with a policy, and one workspace for each person who acts in it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reportkit.workspace.workspace import Workspace
from tests.pristine import NO_UPKEEP

POLICY = """\
demonstration: true
people:
  - {id: dan, name: Dan Orr, email: dan@example.org, roles: [inspector]}
  - {id: flo, name: Flo Nye, email: flo@example.org, roles: [head-of-programme]}
  - {id: gus, name: Gus Pym, email: gus@example.org, roles: [administrator]}
"""
PATH = "moderation/policy.yaml"
FINDING = "inspections/elm/findings/repairs.md"


class PolicyHouse:
    """The repository at `root`. Its files are seen and written as in the work tree."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self._monkeypatch = monkeypatch

    def at(self, person: str) -> Workspace:
        """Return a workspace in which this person is Git's user."""
        settings = self.root.parent / f"{person}.gitconfig"
        settings.write_text(f"[user]\n\tname = {person}\n\temail = {person}@example.org\n{NO_UPKEEP}", encoding="utf-8")
        self._monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
        return Workspace(self.root)

    def write(self, text: str, path: str = PATH) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def read(self, path: str = PATH) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def commit(self, message: str = "By hand") -> None:
        self.git("add", "-A")
        self.git("-c", "user.name=gus", "-c", "user.email=gus@example.org", "commit", "-q", "-m", message)

    def git(self, *words: str) -> str:
        return subprocess.run(["git", *words], cwd=self.root, check=True, capture_output=True, text=True).stdout.strip()


def begin_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PolicyHouse:
    house = PolicyHouse(tmp_path / "house", monkeypatch)
    house.root.mkdir()
    house.git("init", "-q", "-b", "main", "--template=")
    house.write("format: 1\nrepository: the-house\ninspectorate: {name: Ours}\n", "reportkit.yaml")
    house.write("On time.\n", FINDING)
    house.write(POLICY)
    house.commit("Start")
    return house
