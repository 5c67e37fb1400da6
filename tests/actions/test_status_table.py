"""The question where every inspection is, asked from Python."""

from __future__ import annotations

import msgspec

from reportkit.actions.status_table import StatusRequest, StatusTable, status_table
from tests.actions.conftest import DAY, Sit
from tests.cli.moderate.conftest import SLUG


def test_the_table_has_a_line_for_every_inspection_and_the_names_in_it(sits: Sit) -> None:
    table = status_table(sits("ann"), StatusRequest(today=DAY))
    (line,) = table.lines
    assert (line.inspection, line.stage, line.late) == (SLUG, "moderation", False)
    assert {table.names[each] for each in line.who} == {"Ann Lee"}


def test_the_table_can_leave_out_what_is_not_late_or_not_one_s_own(sits: Sit) -> None:
    assert status_table(sits("ann"), StatusRequest(today=DAY, late=True)).lines == ()
    assert len(status_table(sits("ann"), StatusRequest(today=DAY, own=True)).lines) == 1
    assert status_table(sits("gus"), StatusRequest(today=DAY, own=True)).lines == ()


def test_the_answer_can_be_sent_as_json(sits: Sit) -> None:
    table = status_table(sits("ann"), StatusRequest(today=DAY))
    assert msgspec.json.decode(msgspec.json.encode(table), type=StatusTable) == table
