"""How an invented indicative inspection is told and published, without a word of funding [101]."""

from __future__ import annotations

from reportkit.cli.demonstrating.players import ADMINISTRATOR
from reportkit.cli.demonstrating.short import decide, hand_in_and_sign, hear_the_bodies, send_off
from reportkit.cli.demonstrating.stage import Stage
from reportkit.gitstore.key_files import KeyFile


def indicative(stage: Stage, key: KeyFile | None) -> None:
    """From a signed draft to the published report of a council that is setting up its ALMO."""
    stage.scene("the council’s service is judged good. The inspection is handed in and signed.")
    hand_in_and_sign(stage, key)
    stage.scene("the draft goes to the council and its shadow ALMO.", days=1)
    stage.sits_down(ADMINISTRATOR)
    stage.does_as_before(ADMINISTRATOR, "comments", "send", stage.inspection)
    stage.scene("neither has a comment, and the score is decided.", days=11)
    hear_the_bodies(stage)
    decide(stage)
    _told_and_published(stage)


def _told_and_published(stage: Stage) -> None:
    stage.scene("the score is told to the council and its shadow ALMO, with a release, as they wished.", days=9)
    stage.sits_down(ADMINISTRATOR)
    stage.types(ADMINISTRATOR, "notify", stage.inspection, "--release", *stage.on_that_day)
    letter = f"{stage.inspection}-{stage.today}-letter-authority.docx"
    stage.says(f"All that {letter} says before it comes to what happens now:")
    stage.reads_out(letter, after="Dear Ms Longthorne", until="What happens now")
    send_off(stage, "authority", "almo", "press")
    stage.scene("the report is published.", days=21)
    stage.types(ADMINISTRATOR, "publish", stage.inspection, *stage.on_that_day)
