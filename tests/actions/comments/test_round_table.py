"""Noting a round table, called from Python."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reportkit.actions.round_table import ROUND_TABLE, RoundTableRequest
from reportkit.moderation.comment_events import RoundTable
from tests.actions.comments.conftest import Office
from tests.cli.moderate.conftest import SLUG

DAY = dt.date(2004, 6, 16)


def test_those_present_are_named_once_and_ids_become_names(office: Office, sent_once: Path) -> None:
    request = RoundTableRequest(inspection=SLUG, present=("ann", "Jane Hart", "Ann Lee"), today=DAY)
    table = ROUND_TABLE.prepare(office(sent_once, "gus"), request).record.details
    assert table == RoundTable(on=DAY, present=("Ann Lee", "Jane Hart"), wider=False, note=None)
