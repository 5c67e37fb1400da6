"""One invented inspection, moderated up to its last sign-off, which is left for the reader of `demo` to give."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reportkit.cli.demonstrating.players import ADMINISTRATOR, CO_ORDINATOR, EVERYBODY, LEAD, MANAGER, Player
from reportkit.cli.demonstrating.short import hand_in_and_meet, sign
from reportkit.cli.demonstrating.stage import Stage

_DAY = dt.date(2003, 11, 24)


def leave_the_last_sign_off(root: Path, name: str) -> Player:
    """Let two of three moderators sign, and make the third the user of this copy. Return the third.

    Nothing is printed. No key is made, which would make a first look slower, so every act is claimed.
    """
    stage = Stage(root, name, _DAY)
    stage.sits_down(ADMINISTRATOR)
    for player in EVERYBODY:
        stage.does_as_before(ADMINISTRATOR, "people", "add", *player.entry)
    hand_in_and_meet(stage, None)
    sign(stage, LEAD, None)
    sign(stage, CO_ORDINATOR, None)
    stage.sits_down(MANAGER)
    return MANAGER
