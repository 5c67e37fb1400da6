"""What short stories pass over in a sentence, for the long one showed it: moderation, the bodies, the decision."""

from __future__ import annotations

from reportkit.cli.demonstrating.players import ADMINISTRATOR, CO_ORDINATOR, HEAD, INSPECTOR, LEAD, MANAGER, Player
from reportkit.cli.demonstrating.stage import Stage
from reportkit.gitstore.key_files import KeyFile

AGREED = ("--service", "agreed", "--prospects", "agreed")


def hand_in_and_sign(stage: Stage, key: KeyFile | None) -> None:
    """Take the inspection to its moderators, who agree and sign on the same day; `key` is the lead's."""
    hand_in_and_meet(stage, key)
    sign(stage, LEAD, key)
    sign(stage, CO_ORDINATOR, None)
    sign(stage, MANAGER, None)


def hand_in_and_meet(stage: Stage, key: KeyFile | None) -> None:
    """Take the inspection to its moderators, who agree both judgements; `key` is the lead's."""
    stage.sits_down(INSPECTOR)
    stage.does_as_before(INSPECTOR, "moderate", "submit", stage.inspection)
    present = ",".join(player.id for player in (LEAD, CO_ORDINATOR, MANAGER))
    stage.sits_down(LEAD, key)
    stage.does_as_before(LEAD, "moderate", "meeting", stage.inspection, "--present", present, *AGREED)


def sign(stage: Stage, player: Player, key: KeyFile | None) -> None:
    """Let one moderator sign off, with their key where they have one."""
    stage.sits_down(player, key)
    stage.does_as_before(player, "moderate", "sign-off", stage.inspection)


def hear_the_bodies(stage: Stage) -> None:
    """Neither body has a comment on the draft that it had."""
    stage.sits_down(ADMINISTRATOR)
    for body in ("authority", "almo"):
        stage.does_as_before(ADMINISTRATOR, "comments", "none", stage.inspection, body)


def decide(stage: Stage) -> None:
    """The score is as the moderators agreed it, and the sign-offs of the draft stand."""
    stage.sits_down(HEAD)
    stage.does_as_before(HEAD, "moderate", "decide", stage.inspection, *AGREED)


def send_off(stage: Stage, *bodies: str) -> None:
    """What was issued goes off to each of them."""
    for body in bodies:
        stage.does_as_before(ADMINISTRATOR, "notify", "sent", stage.inspection, "--to", body, "--by", "post")
