"""What stands in the way is said at once, and no command twice in a row."""

from __future__ import annotations

from reportkit.actions.intent import Obstacle
from reportkit.actions.refusal import InTheWay


def test_a_command_that_several_reasons_share_stands_under_the_last_of_them() -> None:
    check, save = "reportkit check elm", "reportkit save elm"
    reasons = (("One.", check), ("Two.", check), ("Three.", save), ("Four.", check))
    told = str(InTheWay(tuple(Obstacle(what, command) for what, command in reasons)))
    assert told.splitlines() == [
        "This cannot be recorded now:",
        "  One.",
        "  Two.",
        "      reportkit check elm",
        "  Three.",
        "      reportkit save elm",
        "  Four.",
        "      reportkit check elm",
    ]
