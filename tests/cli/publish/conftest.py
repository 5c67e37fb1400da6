"""An inspection whose score is told: fair, with uncertain prospects, and one finding marked sensitive. Made once."""

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
from tests.cli.moderate.conftest import SLUG, Office, begun, office
from tests.pristine import made_once, pack

__all__ = ["begun", "office"]

BEGINS, TOLD, OUT = "2004-01-05", "2004-01-22", "2004-02-12"
WITHHELD = "racial-harassment"
CASEWORK = """\
addressees:
  authority: {name: Ms Ann Price, office: Chief Executive, address: [Town Hall, Harrowmere]}
  almo: {name: Mr Tom Reeve, office: Chief Executive, address: [2 Mill Lane]}
  odpm: {name: Ms Jane Hall, office: Head of programme, address: [London]}
signatory: {name: Ann Lee, office: Lead Housing Inspector}
contact: {name: Gus Pym, telephone: 020 7946 0000}
press: {number: "2/2004", contact: {name: Press office, telephone: 020 7946 0001}}
planned: {publication: 2004-02-12}
timing-agreed: {date: 2003-07-08, by: Ann Lee, authority: Ann Price, almo: Tom Reeve}
documents:
  - {title: Minutes of the board, requested: 2003-09-15, came: 2003-10-06}
advised: [Elmbridge Borough Council]
"""


class Press(Office):
    """The office once the score is told."""

    def publishes(self, *more: str, day: str = OUT, person: str = "gus") -> Outcome:
        return self.at(person)("--no-input", "publish", SLUG, *more, "--today", day)

    def reinspects(self, *more: str, day: str = OUT, person: str = "gus") -> Outcome:
        return self.at(person)("--no-input", "reinspect", SLUG, *more, "--today", day)

    def last(self, event: str) -> dict[str, Any]:
        """Return what the newest record of an event says."""
        path = self.newest(event)
        details: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["details"]
        return details

    def issued(self, name: str) -> bytes:
        return (self.root / f"moderation/{SLUG}/issued" / name).read_bytes()

    def state(self) -> tuple[list[str], list[str], str]:
        """Return everything that an act could leave behind: records, documents and folders, and what Git sees."""
        issued = sorted(path.name for path in self.root.glob("moderation/*/issued/*"))
        folders = sorted(path.name for path in (self.root / "inspections").iterdir())
        return self.records(), [*issued, *folders], self.git("rev-parse", "HEAD") + self.git("status", "--porcelain")


@pytest.fixture(scope="session")
@made_once
def told_once(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("told") / "project"
    shutil.copytree(begun, root)
    _edit(root / f"inspections/{SLUG}/inspection.yaml", "rating: good", "rating: fair")
    _edit(root / f"inspections/{SLUG}/inspection.yaml", "rating: promising", "rating: uncertain")
    _edit(root / f"inspections/{SLUG}/findings/{WITHHELD}.md", "\nkind:", "\nsensitive: yes\nkind:")
    (root / f"moderation/{SLUG}/casework.yaml").write_text(CASEWORK, encoding="utf-8")
    me = ("-c", "user.name=Gus", "-c", "user.email=gus@example.org")
    subprocess.run(["git", *me, "commit", "-qam", "Fair"], cwd=root, check=True)
    agreed = ("--service", "agreed", "--prospects", "agreed")
    sent = ((to, ("notify", "sent", SLUG, "--to", to, "--by", "post")) for to in ("authority", "almo", "odpm", "press"))
    for day, person, words in (
        (BEGINS, "ros", ("moderate", "submit", SLUG)),
        (BEGINS, "ann", ("moderate", "meeting", SLUG, "--present", "ann,bob,cat", *agreed)),
        *((BEGINS, each, ("moderate", "sign-off", SLUG)) for each in ("ann", "bob", "cat")),
        (BEGINS, "gus", ("comments", "send", SLUG, "--turn", "before", "--agreed-with", "Jane Hart,Mo Khan")),
        *((BEGINS, "gus", ("comments", "none", SLUG, body)) for body in ("authority", "almo")),
        (BEGINS, "gus", ("comments", "round-table", SLUG, "--on", BEGINS, "--present", "Jane Hart,Mo Khan")),
        (BEGINS, "flo", ("moderate", "decide", SLUG, *agreed)),
        (TOLD, "gus", ("notify", SLUG)),
        *((TOLD, "gus", words) for _, words in sent),
    ):
        _types(root, person, *words, "--today", day)
    subprocess.run(["git", "config", "--remove-section", "user"], cwd=root, check=True)
    shutil.rmtree(root / "out")  # messages for someone to send
    return pack(root)


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _types(root: Path, person: str, *words: str) -> None:
    _is(root, person)
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = run(["-C", str(root), "--no-input", *words])
    assert code == 0, said.getvalue()


def _is(root: Path, person: str) -> None:
    for key, value in (("user.name", person), ("user.email", f"{person}@example.org")):
        subprocess.run(["git", "config", key, value], cwd=root, check=True)


@pytest.fixture
def told(told_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Press:
    """PDF copies are made in the one test that is about them."""
    monkeypatch.setattr("reportkit.actions.pdf.find_libreoffice", lambda: None)
    shutil.copytree(told_once, tmp_path / "project")
    return Press(tmp_path / "project", monkeypatch, capsys)
