"""The stories of three invented inspections: one at length, then one below good and an indicative one in short."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reportkit.cli.demonstrating.below_good import below_good
from reportkit.cli.demonstrating.bodies import bodies
from reportkit.cli.demonstrating.indicative import indicative
from reportkit.cli.demonstrating.moderation import moderation
from reportkit.cli.demonstrating.players import ADMINISTRATOR, LEAD
from reportkit.cli.demonstrating.score import score
from reportkit.cli.demonstrating.stage import Stage
from reportkit.errors import Trouble
from reportkit.gitstore.key_files import KeyFile, make_key_at

_BEGINS = dt.date(2003, 11, 24)  # a week after the long story's inspection was on site


def play(root: Path, fullest: str) -> None:
    """Let the people of the demonstration do it all, one after another; `fullest` is the inspection told at length."""
    stage = Stage(root, fullest, _BEGINS)
    stage.opens("is moderated, commented on, decided and published")
    key = _key(stage)
    moderation(stage, key)
    bodies(stage, key)
    score(stage)
    _what_is_kept(stage)
    _in_short(root, key)


def _in_short(root: Path, key: KeyFile | None) -> None:
    """What is as before is told in a sentence; what is another is typed."""
    stage = Stage(root, "saltbeck-homes", dt.date(2004, 2, 5))
    stage.opens("is judged below good, and comes to its re-inspection, in short")
    below_good(stage, key)
    stage = Stage(root, "ellerwick-2004", dt.date(2004, 3, 4))
    stage.opens("has an indicative inspection, which brings no money, in short")
    indicative(stage, key)
    stage.scene("every inspection in a line.")
    stage.types(ADMINISTRATOR, "status", *stage.on_that_day)


def _key(stage: Stage) -> KeyFile | None:
    """A key for one of the moderators, beside the copy; where none can be made, theirs is one more name without."""
    try:
        return make_key_at(stage.root.parent / f"key-of-{LEAD.id}" / "id_ed25519", LEAD.email)
    except Trouble as trouble:
        stage.says(f"No key can be made here, so no sign-off is proven: {trouble}")
        return None


def _what_is_kept(stage: Stage) -> None:
    stage.scene("everything that was done, by whom, and how sure that is.")
    stage.sits_down(ADMINISTRATOR)
    stage.types(ADMINISTRATOR, "history", stage.inspection)
    stage.types(ADMINISTRATOR, "verify")
