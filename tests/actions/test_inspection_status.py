"""The question where one inspection stands, asked from Python."""

from __future__ import annotations

import msgspec

from reportkit.actions.inspection_status import InspectionStatus, inspection_status
from reportkit.actions.request import Request
from tests.actions.conftest import DAY, Sit
from tests.cli.moderate.conftest import SLUG, Office


def test_the_status_says_who_signed_and_what_comes_next(acts: Sit, met: Office) -> None:
    met.signed("ann")
    status = inspection_status(acts("bob"), Request(inspection=SLUG, today=DAY))
    (signed,) = status.signed
    assert signed.words == "Ann Lee, regional lead inspector, on 2004-06-14, claimed"
    assert (status.you, status.looked, status.changed) == ("bob", False, None)
    assert status.next is not None
    assert status.next.command == f"reportkit moderate sign-off {SLUG}"


def test_the_status_says_what_changed_since_the_person_signed(acts: Sit, met: Office) -> None:
    met.signed("ann")
    met.edits("findings/adaptations-slow.md", "title:", "title: Old")
    met.saves()
    status = inspection_status(acts("ann"), Request(inspection=SLUG, today=DAY))
    assert [each.path for each in status.changed or ()] == ["findings/adaptations-slow.md"]
    assert [each.signature.person for each in status.lapsed] == ["ann"]


def test_the_answer_can_be_sent_as_json(sits: Sit) -> None:
    status = inspection_status(sits("ann"), Request(inspection=SLUG, today=DAY))
    sent = msgspec.json.decode(msgspec.json.encode(status))
    assert sent.keys() == set(InspectionStatus.__struct_fields__)
    assert sent["next_steps"]
