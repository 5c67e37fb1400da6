"""The office of the moderating tests, with an inspection that is signed, and one whose draft is with the bodies.

Both are made once, for each takes several acts; every test gets a copy of its own.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from reportkit.cli.main import run
from tests.cli.conftest import Outcome
from tests.cli.moderate.conftest import SLUG, Office, begun
from tests.pristine import made_once, pack

__all__ = ["begun"]

SENT, LAST_DAY = "2004-06-14", "2004-06-28"
KNOWN = {
    "name: Cordelia Amberstone": "name: Jane Hart\n    email: jane@council.example",
    "name: Lydia Fennimoor\n": 'name: "Mo <Khan> & Co"\n    email: mo@homes.example\n',
    "    salutation: Dear Ms Amberstone\n": "",
    "Dear Ms Fennimoor": "Dear Mo",
}
"""What is put into the example's casework: the bodies' addresses, and a name that needs care."""


class Desk(Office):
    """The same office, seen by the person who deals with the bodies."""

    def comments(self, person: str, act: str, *more: str, day: str = "2004-06-16") -> Outcome:
        """Do something with the bodies, and check that it is recorded."""
        done = self.tries(person, act, *more, day=day)
        assert done.code == 0, done.err
        return done

    def refuses(self, person: str, act: str, *more: str, day: str = "2004-06-16") -> Outcome:
        """Try an act, and check that nothing is recorded and nothing left."""
        before = self.kept()
        done = self.tries(person, act, *more, day=day)
        assert done.code in (1, 2), done.out
        assert self.kept() == before
        return done

    def kept(self) -> list[str]:
        """Return every file that an act could have left."""
        return sorted(str(path) for folder in ("moderation", "out") for path in (self.root / folder).rglob("*"))

    def tries(self, person: str, act: str, *more: str, day: str = "2004-06-16") -> Outcome:
        return self.at(person)("--no-input", "comments", act, SLUG, *more, "--today", day)

    def entered(self, *more: str, body: str = "almo", says: str = "Not so.", day: str = "2004-06-16") -> str:
        """Enter a comment, and return its number."""
        self.comments("gus", "add", body, "--text", says, *more, day=day)
        return str(self.listed()["comments"][-1]["number"])

    def listed(self, day: str = "2004-06-16") -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.tries("gus", "list", "--json", day=day).out)
        return told

    def last(self, event: str) -> dict[str, Any]:
        """Return the newest record of an event, as it stands in its file."""
        path = self.newest(event)
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found

    def issued(self, name: str) -> bytes:
        return (self.root / f"moderation/{SLUG}/issued" / name).read_bytes()


@pytest.fixture(scope="session")
@made_once
def signed_once(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Signed by all three, and the bodies' addresses known."""
    root = tmp_path_factory.mktemp("signed") / "project"
    shutil.copytree(begun, root)
    casework = root / f"moderation/{SLUG}/casework.yaml"
    text = casework.read_text(encoding="utf-8")
    for old, new in KNOWN.items():
        assert old in text
        text = text.replace(old, new, 1)
    casework.write_text(text, encoding="utf-8")
    me = ("-c", "user.name=Gus", "-c", "user.email=gus@example.org")
    for words in (["add", "-A"], [*me, "commit", "-qm", "Addresses"]):
        subprocess.run(["git", *words], cwd=root, check=True)
    agreed = ("--present", "ann,bob,cat", "--service", "agreed", "--prospects", "agreed")
    types(root, "r-tollinshaw", "moderate", "submit", SLUG)
    types(root, "ann", "moderate", "meeting", SLUG, *agreed)
    for person in ("ann", "bob", "cat"):
        types(root, person, "moderate", "sign-off", SLUG)
    return pack(root)


@pytest.fixture(scope="session")
@made_once
def sent_once(signed_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The draft is with both bodies."""
    root = tmp_path_factory.mktemp("sent") / "project"
    shutil.copytree(signed_once, root)
    types(root, "gus", "comments", "send", SLUG, "--turn", "before", "--agreed-with", "Jane Hart,Mo Khan")
    return pack(root)


@pytest.fixture(scope="session")
@made_once
def commented_once(sent_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, with one comment that waits for its answer."""
    root = tmp_path_factory.mktemp("commented") / "project"
    shutil.copytree(sent_once, root)
    types(root, "gus", "comments", "add", SLUG, "almo", "--paragraph", "17", "--text", "It was 58.")
    return pack(root)


def types(root: Path, person: str, *words: str) -> None:
    email = "ros@example.org" if person == "r-tollinshaw" else f"{person}@example.org"
    for key, value in (("user.name", person), ("user.email", email)):
        subprocess.run(["git", "config", key, value], cwd=root, check=True)
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = run(["-C", str(root), "--no-input", *words, "--today", SENT])
    subprocess.run(["git", "config", "--remove-section", "user"], cwd=root, check=True)
    assert code == 0, said.getvalue()


@pytest.fixture
def signed(
    signed_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    shutil.copytree(signed_once, tmp_path / "project")
    return Desk(tmp_path / "project", monkeypatch, capsys)


@pytest.fixture
def untouched(sent_once: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """The draft is with both bodies: for tests that only look, or are refused, and so need no copy."""
    return Desk(sent_once, monkeypatch, capsys)


@pytest.fixture
def commented(commented_once: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """The same with a comment that waits for its answer."""
    return Desk(commented_once, monkeypatch, capsys)


@pytest.fixture
def sent(sent_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    shutil.copytree(sent_once, tmp_path / "project")
    return Desk(tmp_path / "project", monkeypatch, capsys)
