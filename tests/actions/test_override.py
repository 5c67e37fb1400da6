"""Setting a rule aside, called from Python."""

from __future__ import annotations

import pytest

from reportkit.actions.override import OVERRIDE, OverrideRequest
from reportkit.errors import Refused, WrongUse
from reportkit.guidance.rule_list import ALL_ROWS
from reportkit.moderation.events import Override
from tests.actions.conftest import DAY, Sit
from tests.cli.moderate.conftest import SLUG

UNBREAKABLE = next(row.id for row in ALL_ROWS.values() if not row.override and "error" in row.levels)
BREAKABLE = next(row.id for row in ALL_ROWS.values() if row.override)


def asked(rule: str) -> OverrideRequest:
    return OverrideRequest(inspection=SLUG, rule=rule, reason="The auditor checked it.", today=DAY)


def test_a_rule_is_set_aside_with_its_reason(sits: Sit) -> None:
    prepared = OVERRIDE.prepare(sits("flo"), asked(BREAKABLE))
    assert prepared.intent is not None
    assert prepared.intent.details == Override(rule=BREAKABLE, about=None, reason="The auditor checked it.")


def test_a_rule_without_exceptions_is_not_set_aside(sits: Sit) -> None:
    with pytest.raises(Refused, match=f"{UNBREAKABLE} cannot be set aside"):
        OVERRIDE.prepare(sits("flo"), asked(UNBREAKABLE))


def test_an_unknown_rule_is_refused(sits: Sit) -> None:
    with pytest.raises(WrongUse, match="There is no rule 'X99'"):
        OVERRIDE.prepare(sits("flo"), asked("X99"))
