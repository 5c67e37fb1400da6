"""An inspection whose score is decided and finally signed, with its casework filled in: made once, copied for each."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent, Paper
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Done, Prepared
from reportkit.actions.request import Request
from reportkit.actions.seen_content import content
from reportkit.cli.main import run
from reportkit.moderation.comment_events import Comment, Copy, DraftSent, RoundTable, TurnAgreed
from reportkit.workspace.workspace import Workspace
from tests.cli.moderate.conftest import SLUG, Office, begun, in_moderation
from tests.pristine import made_once, pack

__all__ = ["begun", "in_moderation"]

DAY = "2004-09-16"
ON = dt.date(2004, 9, 16)

CASEWORK = """\
addressees:
  authority: {name: Ms Ann Price, office: Chief Executive, address: [Town Hall, Harrowmere], email: ann@harrow.example}
  almo: {name: Mr Tom Reeve, office: Chief Executive, address: [2 Mill Lane], email: tom@homes.example}
  odpm: {name: Ms Jane Hall, office: Head of programme, address: [London]}
signatory: {name: Ann Lee, office: Lead Housing Inspector}
contact: {name: Gus Pym, telephone: 020 7946 0000}
press:
  number: "12/2004"
  contact: {name: Press office, telephone: 020 7946 0001}
allocation: {amount: 12500000, years: [2003/04, 2004/05], source: ODPM letter of 12 March 2003}
planned: {publication: 2004-11-18}
timing-agreed: {date: 2003-07-08, by: Ann Lee, authority: Ann Price, almo: Tom Reeve}
documents:
  - {title: Minutes of the board, requested: 2003-09-15, came: 2003-10-06}
"""


def records(root: Path, intend: Callable[[CaseFile], Intent], day: dt.date) -> None:
    """Record an event that has no command of its own here, in the two steps that all actions have."""

    def prepare(workspace: Workspace, request: Request) -> Prepared:
        return prepare_record(action, workspace, request, lambda _, case_file, __: intend(case_file))

    action = Action("test", prepare)
    with Workspace(root) as workspace:
        assert isinstance(carry_out(workspace, prepare(workspace, Request(inspection=SLUG, today=day))), Done)


def draft_sent(case_file: CaseFile) -> Intent:
    names = {"authority": "draft-authority.docx", "almo": "draft-almo.docx"}
    details = DraftSent(
        content=content(Workspace(Path(case_file.store._root)), SLUG),  # type: ignore[attr-defined]  # the store is Git's
        rests_on=tuple(sorted(entry.digest for entry in case_file.standing.signed)),
        copies=tuple(
            Copy(body=body, document=name, due=dt.date(2004, 7, 30))  # type: ignore[arg-type]  # both bodies
            for body, name in names.items()
        ),
        period=10,
        agreed=TurnAgreed(turn="before", on=dt.date(2004, 6, 14), with_=("Ann Price", "Tom Reeve")),
    )
    papers = tuple(Paper(name, name.encode()) for name in sorted(names.values()))
    return Intent(details=details, needs="send", papers=papers)


def nothing_to_say(case_file: CaseFile) -> Intent:
    sent = case_file.ledger.sent
    assert sent
    both = Comment(draft=sent[0].digest, bodies=("authority", "almo"), received=dt.date(2004, 7, 20))
    return Intent(details=both)


def sat_together(_: CaseFile) -> Intent:
    return Intent(details=RoundTable(on=dt.date(2004, 7, 20), present=("Ann Lee", "Ann Price", "Tom Reeve")))


def as_person(patch: pytest.MonkeyPatch, root: Path, person: str) -> None:
    settings = root.parent / f"{person}.gitconfig"
    settings.write_text(f"[user]\n\tname = {person}\n\temail = {person}@example.org\n", encoding="utf-8")
    patch.setenv("GIT_CONFIG_GLOBAL", str(settings))


@pytest.fixture(scope="session")
@made_once
def decided(in_moderation: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("decided") / "project"
    shutil.copytree(in_moderation, root)
    (root / "moderation" / SLUG / "casework.yaml").write_text(CASEWORK, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()):

        def types(person: str, *words: str) -> None:
            as_person(patch, root, person)
            assert run(["-C", str(root), *words]) == 0, words

        types("gus", "save", SLUG)
        for person in ("ann", "bob", "cat"):
            types(person, "moderate", "sign-off", SLUG, "--today", "2004-06-15")
        as_person(patch, root, "gus")
        records(root, draft_sent, dt.date(2004, 7, 1))
        records(root, nothing_to_say, dt.date(2004, 7, 20))
        records(root, sat_together, dt.date(2004, 7, 20))
        types(
            "flo", "moderate", "decide", SLUG, "--service", "agreed", "--prospects", "agreed", "--today", "2004-07-30"
        )
    return pack(root)


@pytest.fixture
def office(
    decided: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Office:
    """An office whose inspection is decided; PDF copies are made in the one test that is about them."""
    shutil.copytree(decided, tmp_path / "project")
    monkeypatch.setattr("reportkit.actions.pdf.find_libreoffice", lambda: None)
    return Office(tmp_path / "project", monkeypatch, capsys)
