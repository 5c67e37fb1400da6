"""The whole story of one inspection, from handing it in to what is kept of it."""

from __future__ import annotations

from reportkit.cli.demonstrating.bodies import bodies
from reportkit.cli.demonstrating.moderation import moderation
from reportkit.cli.demonstrating.players import ADMINISTRATOR, LEAD
from reportkit.cli.demonstrating.score import score
from reportkit.cli.demonstrating.stage import Stage
from reportkit.errors import Trouble
from reportkit.gitstore.keys import KeyFile, make_key_at


def play(stage: Stage) -> None:
    """Let the people of the demonstration do it all, one after another."""
    key = _key(stage)
    moderation(stage, key)
    bodies(stage, key)
    score(stage)
    _what_is_kept(stage)


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
    stage.types(ADMINISTRATOR, "verify", stage.inspection)
    stage.types(ADMINISTRATOR, "status", *stage.on_that_day)
