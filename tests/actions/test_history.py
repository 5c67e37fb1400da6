"""The question what was recorded, asked from Python."""

from __future__ import annotations

import msgspec

from reportkit.actions.history import History, history
from tests.actions.conftest import Sit
from tests.cli.moderate.conftest import SLUG


def test_the_history_is_every_act_oldest_first(sits: Sit) -> None:
    assert [row.event for row in history(sits("eve"), SLUG).rows] == ["submitted", "meeting"]


def test_the_answer_can_be_sent_as_json(sits: Sit) -> None:
    found = history(sits("ann"), SLUG)
    assert msgspec.json.decode(msgspec.json.encode(found), type=History) == found
