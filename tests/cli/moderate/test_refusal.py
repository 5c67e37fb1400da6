"""What stands in the way is said at once, and no command twice in a row."""

from __future__ import annotations

from reportkit.actions.refusal import InTheWay


def test_a_command_that_several_reasons_share_stands_under_the_last_of_them() -> None:
    check, save = "\n      reportkit check elm", "\n      reportkit save elm"
    told = str(InTheWay((f"  One.{check}", f"  Two.{check}", f"  Three.{save}", f"  Four.{check}")))
    assert told == (f"This cannot be recorded now:\n  One.\n  Two.{check}\n  Three.{save}\n  Four.{check}")
