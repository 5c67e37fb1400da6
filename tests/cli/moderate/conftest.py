"""A real repository, the fullest example in it, and seven people who each have Git settings of their own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from reportkit.cli.main import run
from tests.cli.conftest import Outcome
from tests.pristine import NO_UPKEEP, made_once, pack

SHIPPED = Path(__file__).parents[3]
SLUG = "harrowmere-homes"
YEAR = "2004"

POLICY = """\
demonstration: true
people:
  - {id: ann, name: Ann Lee, email: ann@example.org, roles: [regional-lead-inspector], region: Northern}
  - {id: bob, name: Bob Hay, email: bob@example.org, roles: [almo-co-ordinator]}
  - {id: cat, name: Cat Roy, email: cat@example.org, roles: [senior-manager]}
  - {id: dan, name: Dan Orr, email: dan@example.org, roles: [inspector]}
  - {id: flo, name: Flo Nye, email: flo@example.org, roles: [head-of-programme]}
  - {id: gus, name: Gus Pym, email: gus@example.org, roles: [administrator]}
  - {id: jo, name: Jo Kerr, email: jo@example.org, roles: [almo-co-ordinator, senior-manager]}
  - {id: r-tollinshaw, name: Rosalind Tollinshaw, email: ros@example.org, roles: [inspector, senior-manager]}
covers: [dan, r-tollinshaw]
"""


class Office:
    """The repository, and the person at the keyboard: `at("ann")("moderate")` is Ann typing."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.folder = root / "inspections" / SLUG
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def at(self, email: str) -> Callable[..., Outcome]:
        settings = self.root.parent / f"{email}.gitconfig"
        address = email if "@" in email else f"{email}@example.org"
        settings.write_text(f"[user]\n\tname = {email}\n\temail = {address}\n{NO_UPKEEP}", encoding="utf-8")
        self._monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))

        def types(*words: str) -> Outcome:
            self._capsys.readouterr()
            code = int(run(["-C", str(self.root), *words]))
            said = self._capsys.readouterr()
            return Outcome(code, said.out, said.err)

        return types

    def does(self, person: str, act: str, *more: str, day: str = "2004-06-14") -> Outcome:
        """Act on the inspection, and check that it is recorded."""
        done = self.at(person)("moderate", act, SLUG, *more, "--today", day)
        assert done.code == 0, done.err
        return done

    def refused(self, person: str, act: str, *more: str, day: str = "2004-06-14") -> Outcome:
        """Try an act, and check that nothing is recorded."""
        before = self.records()
        done = self.at(person)("moderate", act, SLUG, *more, "--today", day)
        assert done.code != 0, done.out
        assert self.records() == before
        return done

    def newest(self, event: str = "*") -> Path:
        """Return the record that was added last, of an event or of any: of two in one second, only Git can tell."""
        pattern = f":(glob)moderation/{SLUG}/records/*-{event}-????????????.json"
        added = self.git("log", "-1", "--format=", "--name-only", "--diff-filter=A", "--", pattern)
        return self.root / added.split()[0]

    def records(self) -> list[str]:
        return sorted(path.name for path in self.root.glob("moderation/*/records/*.json"))

    def git(self, *words: str) -> str:
        answer = subprocess.run(["git", *words], cwd=self.root, check=True, capture_output=True, text=True)
        return answer.stdout

    def edits(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def has_policy(self, text: str) -> Office:
        """Return the policy as someone put it there before anyone acted."""
        (self.root / "moderation/policy.yaml").write_text(text, encoding="utf-8")
        self.git("-c", "user.name=Gus", "-c", "user.email=gus@example.org", "commit", "-qam", "Policy")
        return self

    def saves(self, person: str = "ros") -> Outcome:
        return self.at(person)("save", SLUG)

    def submitted(self) -> Office:
        self.does("ros", "submit")
        return self

    def met(self, **outcomes: str) -> Office:
        given = {"service": "agreed", "prospects": "agreed", **outcomes}
        self.does("ann", "meeting", "--present", "ann,bob,cat", *(w for k, v in given.items() for w in (f"--{k}", v)))
        return self

    def signed(self, *people: str) -> Office:
        for person in people:
            self.does(person, "sign-off")
        return self


@pytest.fixture(scope="session")
@made_once
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as every test finds it, made once."""
    root = tmp_path_factory.mktemp("begun") / "project"
    (root / "moderation").mkdir(parents=True)
    (root / "moderation/policy.yaml").write_text(POLICY, encoding="utf-8")
    (root / "reportkit.yaml").write_text("format: 1\nrepository: the-house\ninspectorate: {name: Ours}\n")
    for home in ("inspections", "moderation"):
        shutil.copytree(SHIPPED / home / SLUG, root / home / SLUG)
    me = ("-c", "user.name=Gus", "-c", "user.email=gus@example.org")
    for words in (["init", "-q", "-b", "main", "--template="], ["add", "-A"], [*me, "commit", "-q", "-m", "Start"]):
        subprocess.run(["git", *words], cwd=root, check=True)
    return pack(root)


@pytest.fixture(scope="session")
@made_once
def in_moderation(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, handed in, and with a meeting that agreed both judgements: made once, for all tests."""
    root = tmp_path_factory.mktemp("met") / "project"
    shutil.copytree(begun, root)
    meeting = ("meeting", SLUG, "--present", "ann,bob,cat", "--service", "agreed", "--prospects", "agreed")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()):
        for person, words in (("ros", ("submit", SLUG)), ("ann", meeting)):
            settings = root.parent / f"{person}.gitconfig"
            settings.write_text(f"[user]\n\tname = {person}\n\temail = {person}@example.org\n", encoding="utf-8")
            patch.setenv("GIT_CONFIG_GLOBAL", str(settings))
            assert run(["-C", str(root), "moderate", *words, "--today", "2004-06-14"]) == 0
    return pack(root)


@pytest.fixture
def met(
    in_moderation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Office:
    """An office whose inspection was handed in and met about."""
    shutil.copytree(in_moderation, tmp_path / "project")
    return Office(tmp_path / "project", monkeypatch, capsys)


@pytest.fixture
def office(begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    shutil.copytree(begun, tmp_path / "project")
    return Office(tmp_path / "project", monkeypatch, capsys)


@pytest.fixture
def laptops(office: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> dict[str, Office]:
    """Each person's own copy of one shared folder."""
    top = office.root.parent
    subprocess.run(
        ["git", "clone", "-q", "--bare", "--template=", str(office.root), str(top / "shared.git")], check=True
    )
    copies = {}
    for person in ("ros", "ann", "bob"):
        (top / person).mkdir()
        subprocess.run(
            ["git", "clone", "-q", "--template=", str(top / "shared.git"), str(top / person / "project")], check=True
        )
        copies[person] = Office(top / person / "project", monkeypatch, capsys)
    return copies
