"""Handing in and signing, called from Python: what is refused, what is recorded, and what moved meanwhile."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.meeting import MEETING, MeetingRequest
from reportkit.actions.prepared import Done, Moved, Prepared
from reportkit.actions.refusal import InTheWay
from reportkit.actions.sign_off import SIGN_OFF, SignOffRequest, tree_here
from reportkit.actions.submit import SUBMIT, SubmitRequest
from reportkit.errors import Refused
from reportkit.gitstore.identity import Identity
from reportkit.moderation.codec import digest_of, parse
from reportkit.moderation.events import Details, Refusal, SignOff
from tests.actions.workspace_in_memory import WorkspaceInMemory
from tests.cli.moderate.conftest import POLICY, SLUG
from tests.cli.notify.conftest import CASEWORK

ROOT = Path(__file__).parents[2]
DAY = dt.date(2004, 6, 14)
FINDING = f"inspections/{SLUG}/narrative/context.md"


def shipped_files() -> dict[str, bytes]:
    paths = [path for name in ("inspections", "templates") for path in (ROOT / name).rglob("*") if path.is_file()]
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (*paths, ROOT / "reportkit.yaml")}
    ours = {"moderation/policy.yaml": POLICY, f"moderation/{SLUG}/casework.yaml": CASEWORK}
    return files | {path: text.encode() for path, text in ours.items()}


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> WorkspaceInMemory:
    monkeypatch.setattr("reportkit.workspace.signer.own_key", lambda *_: None)  # no one has a key here
    return WorkspaceInMemory(shipped_files(), Identity(name="x", email="x@example.org"), seconds=10**10)


def sits(office: WorkspaceInMemory, person: str) -> WorkspaceInMemory:
    office.user = Identity(name=person, email=f"{person}@example.org")
    return office


def submitted(office: WorkspaceInMemory) -> Done:
    done = carry_out(sits(office, "ros"), SUBMIT.prepare(office, SubmitRequest(inspection=SLUG, today=DAY)))
    assert isinstance(done, Done)
    return done


def last(office: WorkspaceInMemory) -> Details:
    """Return the event that no one has seen yet."""
    (head,) = office.records.heads(SLUG)
    (data,) = (stored.data for stored in office.records.records(SLUG) if digest_of(stored.data) == head)
    return parse(data).details


def met(office: WorkspaceInMemory) -> None:
    """Hand the inspection in, and note the meeting that agreed both judgements."""
    submitted(office)
    request = MeetingRequest(
        inspection=SLUG, present=("ann", "bob", "cat"), service="agreed", prospects="agreed", today=DAY
    )
    assert isinstance(carry_out(sits(office, "ann"), MEETING.prepare(office, request)), Done)


def signing(office: WorkspaceInMemory, person: str, reason: str | None = None) -> Prepared:
    here = tree_here(sits(office, person), SLUG)
    return SIGN_OFF.prepare(office, SignOffRequest(inspection=SLUG, reason=reason, here_before=here, today=DAY))


def test_an_inspection_is_handed_in_and_what_comes_next_is_told(office: WorkspaceInMemory) -> None:
    done = submitted(office)
    assert done.prepared.said == "Rosalind Tollinshaw (inspector) handed it to the moderators"
    assert done.after is not None
    assert done.after.stage == "moderation"
    assert [type(parse(stored.data).details).__name__ for stored in office.records.records(SLUG)] == ["Submitted"]


def test_what_is_not_handed_in_cannot_be_signed_and_the_command_that_clears_it_is_named(
    office: WorkspaceInMemory,
) -> None:
    prepared = signing(office, "ann")
    assert prepared.obstacles[0].command == f"reportkit moderate submit {SLUG}"
    with pytest.raises(InTheWay):
        carry_out(office, prepared)
    assert office.records.records(SLUG) == ()


def test_a_sign_off_that_was_prepared_records_nothing_before_it_is_carried_out(office: WorkspaceInMemory) -> None:
    met(office)
    prepared = signing(office, "ann")
    assert (prepared.obstacles, len(office.records.records(SLUG))) == ((), 2)
    done = carry_out(office, prepared)
    assert isinstance(done, Done)
    assert isinstance(last(office), SignOff)


def test_the_same_request_has_the_same_fingerprint_until_something_moves(office: WorkspaceInMemory) -> None:
    met(office)
    first, again = signing(office, "ann"), signing(office, "ann")
    assert first.fingerprint == again.fingerprint
    office.save({FINDING: b"Other words.\n"})
    assert signing(office, "ann").fingerprint != first.fingerprint


def test_who_signs_what_moved_meanwhile_is_shown_it_anew_and_has_signed_nothing(office: WorkspaceInMemory) -> None:
    met(office)
    prepared = signing(office, "ann")
    office.save({FINDING: b"Other words.\n"})
    outcome = carry_out(office, prepared)
    assert isinstance(outcome, Moved)
    assert not outcome.prepared.decides_by_the_same(prepared)
    assert len(office.records.records(SLUG)) == 2


def test_a_colleagues_sign_off_meanwhile_leaves_the_same_before_a_person(office: WorkspaceInMemory) -> None:
    met(office)
    anns = signing(office, "ann")
    carry_out(office, signing(office, "bob"))
    outcome = carry_out(sits(office, "ann"), anns)
    assert isinstance(outcome, Moved)
    assert outcome.prepared.decides_by_the_same(anns)
    assert isinstance(carry_out(office, outcome.prepared), Done)


def test_exactly_what_was_signed_is_not_signed_again(office: WorkspaceInMemory) -> None:
    met(office)
    carry_out(office, signing(office, "ann"))
    with pytest.raises(Refused, match="You signed exactly this on 2004-06-14, and it holds"):
        signing(office, "ann")


def test_what_changed_since_a_sign_off_is_shown_for_the_person_to_agree_to(office: WorkspaceInMemory) -> None:
    met(office)
    carry_out(office, signing(office, "ann"))
    office.save({FINDING: b"Other words.\n"})
    (confirmation,) = signing(office, "ann").confirmations
    assert "narrative/context.md" in confirmation.shown
    assert confirmation.question == "Sign it as it is now?"


def test_who_does_not_agree_says_why_and_it_is_recorded(office: WorkspaceInMemory) -> None:
    met(office)
    carry_out(office, signing(office, "ann", reason="Paragraph 4 has no evidence."))
    details = last(office)
    assert isinstance(details, Refusal)
    assert details.reason == "Paragraph 4 has no evidence."
