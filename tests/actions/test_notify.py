"""Letters and press release, prepared without a terminal: which documents there are, and that nothing is written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.intent import Intent
from reportkit.actions.notify import (
    NOTIFY,
    NotifyRequest,
    _names,
    prepare,
    prepare_final_copies,
    prepare_specimens,
)
from reportkit.actions.prepared import Done, Prepared
from reportkit.actions.ready_copies import write
from reportkit.actions.refusal import InTheWay
from reportkit.errors import Refused
from reportkit.workspace.workspace import Workspace
from tests.cli.moderate.conftest import SLUG, Office
from tests.cli.notify.conftest import DAY, ON, as_person, begun, decided, in_moderation, office
from tests.publications.scores import announcement

__all__ = ["begun", "decided", "in_moderation", "office"]

NAMES = [f"{SLUG}-{DAY}-{name}" for name in ("letter-authority", "letter-almo", "letter-odpm", "press-release")]
REQUEST = NotifyRequest(inspection=SLUG, today=ON)
LETTERS = {
    "almo": ("letter-authority", "letter-almo", "letter-odpm"),
    "re-inspection": ("letter-authority", "letter-almo", "letter-odpm"),
    "indicative": ("letter-authority", "letter-almo"),
    "best-value": ("letter-authority",),
}


@pytest.mark.parametrize(("kind", "letters"), LETTERS.items())
@pytest.mark.parametrize("asked", [None, True, False])
def test_it_goes_with_an_almos_letters_and_with_others_where_it_is_asked_for(
    kind: str, letters: tuple[str, ...], asked: bool | None
) -> None:
    announced, request = announcement(kind), NotifyRequest(release=asked)
    if announced.concerns_funding and asked is False:
        with pytest.raises(Refused, match="goes out with the letters"):
            _names(announced, request)
        return
    goes = announced.concerns_funding or asked is True
    assert _names(announced, request) == ((*letters, "press-release") if goes else letters)


@pytest.fixture
def workspace(office: Office, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The administrator's."""
    as_person(monkeypatch, office.root, "gus")
    return Workspace(office.root)


def state(office: Office) -> tuple[str, str, list[Path]]:
    return office.git("rev-parse", "HEAD"), office.git("status", "--porcelain"), sorted(office.root.glob("out/**/*"))


def intent_of(prepared: Prepared) -> Intent:
    assert prepared.intent
    return prepared.intent


def test_preparing_writes_nothing_and_has_each_copy_ready_before_the_messages(
    office: Office, workspace: Workspace
) -> None:
    before = state(office)
    intent = intent_of(prepare(workspace, REQUEST))
    assert state(office) == before
    assert [each.path.name for each in intent.copies] == [
        *(f"{name}.docx" for name in NAMES),
        f"{NAMES[0]}.eml",
        f"{NAMES[1]}.eml",
    ]
    assert intent.hints == (
        "There is no message for the ODPM: casework.yaml has no e-mail address.",
        f"Record how each was sent: `reportkit notify sent {SLUG} --to … --by e-mail|post`.",
    )
    assert intent.remarks == ("There are no PDF copies: LibreOffice is not installed here.",)


def test_carried_out_the_copies_are_those_that_were_prepared(workspace: Workspace) -> None:
    prepared = prepare(workspace, REQUEST)
    done = carry_out(workspace, prepared)
    assert isinstance(done, Done)
    assert done.copies.paths == tuple(each.path for each in intent_of(prepared).copies)
    assert [path.read_bytes() for path in done.copies.paths] == [each.data for each in intent_of(prepared).copies]


def test_prepared_before_others_issued_the_letters_nothing_is_issued_twice(
    office: Office, workspace: Workspace
) -> None:
    prepared = prepare(workspace, REQUEST)
    with Workspace(office.root) as quicker:
        assert isinstance(carry_out(quicker, prepare(quicker, REQUEST)), Done)
    before = state(office)
    with pytest.raises(Refused, match="The letters were issued already"):
        carry_out(workspace, prepared)
    assert state(office) == before


def test_specimens_are_written_by_a_step_of_their_own(office: Office, workspace: Workspace) -> None:
    before = state(office)
    ready = prepare_specimens(workspace, REQUEST)
    assert (state(office), ready.refusal) == (before, None)
    assert [path.name for path in write(ready)] == [f"{name}.docx" for name in NAMES]


def test_specimens_come_with_what_the_letters_would_be_refused_with(
    office: Office, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.edits("findings/adaptations-slow.md", "title:", "title: Old")
    office.saves()
    as_person(monkeypatch, office.root, "gus")
    refusal = prepare_specimens(workspace, REQUEST).refusal
    assert isinstance(refusal, InTheWay)
    assert refusal.obstacles == prepare(workspace, REQUEST).obstacles


def test_final_copies_are_the_documents_that_would_be_issued(office: Office, workspace: Workspace) -> None:
    before = state(office)
    ready = prepare_final_copies(workspace, REQUEST)
    assert state(office) == before
    papers = intent_of(prepare(workspace, REQUEST)).papers
    assert [each.data for each in ready.copies] == [each.data for each in papers]
    hold = f"These hold only if `reportkit notify {SLUG}` records them on 16 September 2004, unchanged."
    assert ready.hints == (f"Nothing is recorded yet. {hold}",)


def test_a_request_has_one_fingerprint_however_often_it_is_prepared(workspace: Workspace) -> None:
    first, again = prepare(workspace, REQUEST), prepare(workspace, REQUEST)
    assert first.fingerprint == again.fingerprint
    other = prepare(workspace, NotifyRequest(inspection=SLUG, today=ON + dt.timedelta(1)))
    assert other.fingerprint != first.fingerprint
    assert first.action is NOTIFY
