"""The question what waits for one person, asked from Python."""

from __future__ import annotations

import msgspec
import pytest

from reportkit.actions.request import Request
from reportkit.actions.to_do import ToDo, to_do
from reportkit.errors import Exit, Refused
from tests.actions.conftest import DAY, Sit
from tests.cli.moderate.conftest import SLUG


def test_what_waits_is_the_person_s_own_step(sits: Sit) -> None:
    found = to_do(sits("ann"), Request(today=DAY))
    (waiting,) = found.waiting
    assert (found.person, found.name, found.code) == ("ann", "Ann Lee", Exit.DONE)
    assert (waiting.inspection, waiting.step.command) == (SLUG, f"reportkit moderate sign-off {SLUG}")


def test_nothing_waits_for_who_is_not_known(sits: Sit) -> None:
    with pytest.raises(Refused, match=r"policy\.yaml lists no one with the address eve@example\.org"):
        to_do(sits("eve"), Request(today=DAY))


def test_the_answer_can_be_sent_as_json(sits: Sit) -> None:
    found = to_do(sits("ann"), Request(today=DAY))
    sent = msgspec.json.decode(msgspec.json.encode(found))
    assert sent.keys() == set(ToDo.__struct_fields__)
    assert sent["waiting"]
