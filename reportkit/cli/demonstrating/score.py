"""How the invented inspection's score is told to everybody, and its report published."""

from __future__ import annotations

from reportkit.cli.demonstrating.players import ADMINISTRATOR
from reportkit.cli.demonstrating.stage import Stage


def score(stage: Stage) -> None:
    """From the decision to letters, press release and final report."""
    _letters(stage)
    _publication(stage)


def _letters(stage: Stage) -> None:
    stage.scene("the score is told, in letters and a press release of one day.", days=35)
    stage.sits_down(ADMINISTRATOR)
    stage.types(ADMINISTRATOR, "notify", stage.inspection, *stage.on_that_day)
    for body in ("authority", "almo", "odpm", "press"):
        way = ("--to", body, "--by", "e-mail")
        stage.types(ADMINISTRATOR, "notify", "sent", stage.inspection, *way, *stage.on_that_day)


def _publication(stage: Stage) -> None:
    stage.scene("the final report is published.", days=21)
    stage.types(ADMINISTRATOR, "publish", stage.inspection, *stage.on_that_day)
    stage.types(ADMINISTRATOR, "timetable", stage.inspection, *stage.on_that_day)
