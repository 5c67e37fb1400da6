"""How an invented inspection is moderated: two rounds, sign-offs that lapse, a refusal, and somebody who stands in."""

from __future__ import annotations

from reportkit.cli.demonstrating.letterbox import answer
from reportkit.cli.demonstrating.players import (
    ADMINISTRATOR,
    CO_ORDINATOR,
    EVERYBODY,
    HEAD,
    INSPECTOR,
    LEAD,
    MANAGER,
    STAND_IN,
    Player,
)
from reportkit.cli.demonstrating.stage import Stage
from reportkit.errors import Exit
from reportkit.gitstore.key_files import KeyFile

_PRESENT = ",".join(player.id for player in (LEAD, CO_ORDINATOR, MANAGER))


def moderation(stage: Stage, key: KeyFile | None) -> None:
    """From drafting to three sign-offs that hold, after everything that can end them; `key` is the lead's."""
    _the_office(stage, key)
    _first_round(stage, key)
    _second_round(stage, key)
    _an_edit(stage)
    _a_refusal_and_a_cover(stage)
    _signed_again(stage, key)


def _the_office(stage: Stage, key: KeyFile | None) -> None:
    stage.scene("the administrator writes down who does what.")
    stage.sits_down(ADMINISTRATOR)
    for player in EVERYBODY:
        keys = ("--key", str(key.path)) if key and player is LEAD else ()
        stage.does(ADMINISTRATOR, "people", "add", *player.entry, *keys, *stage.on_that_day)
    policy = stage.root / "moderation" / "policy.yaml"
    text = policy.read_text(encoding="utf-8")
    policy.write_text(text.replace("covers: []", f"covers: [{STAND_IN.id}]"), encoding="utf-8", newline="\n")
    reason = f"{STAND_IN.name} may stand in for moderators."
    stage.types(ADMINISTRATOR, "people", "save", "--reason", reason, *stage.on_that_day)


def _first_round(stage: Stage, key: KeyFile | None) -> None:
    stage.scene("the inspector hands her inspection in.")
    stage.sits_down(INSPECTOR)
    stage.types(INSPECTOR, "moderate", stage.inspection, *stage.on_that_day)
    stage.acts(INSPECTOR, "submit", "--note", "Ready for moderation.")

    stage.scene("the moderators meet, and one judgement is not clear to them yet.", days=2)
    stage.sits_down(LEAD, key)
    unclear = "further:What becomes of the money for adaptations?"
    stage.acts(LEAD, "meeting", "--present", _PRESENT, "--service", "agreed", "--prospects", unclear)
    about = ("--about", "adaptations-slow", "--of", INSPECTOR.id, "--by", "2003-11-28")
    stage.acts(LEAD, "query", *about, "--text", "Was the rest of the money spent after November?")
    stage.acts(LEAD, "sign-off", expected=Exit.REFUSED)

    stage.scene("the inspector answers, and writes it into her finding.", days=2)
    stage.sits_down(INSPECTOR)
    stage.edits(stage.finding, "had not been committed by November.", "was committed to no work by November.")
    stage.types(INSPECTOR, "save", stage.inspection)
    stage.acts(INSPECTOR, "answer", "--text", "We asked: it was committed to no work, and the finding now says so.")


def _second_round(stage: Stage, key: KeyFile | None) -> None:
    stage.scene("the second round: both judgements are agreed, and three people sign.", days=3)
    stage.sits_down(LEAD, key)
    stage.acts(LEAD, "meeting", "--present", _PRESENT, "--service", "agreed", "--prospects", "agreed")
    stage.acts(LEAD, "sign-off")
    stage.sits_down(CO_ORDINATOR)
    stage.acts(CO_ORDINATOR, "sign-off")
    _answers_by_mail(stage, MANAGER)
    stage.types(ADMINISTRATOR, "moderate", stage.inspection, *stage.on_that_day)


def _answers_by_mail(stage: Stage, player: Player) -> None:
    """A moderator who has Word and e-mail, and nothing else: the administrator sends the pack and enters the answer."""
    stage.sits_down(ADMINISTRATOR)
    stage.types(ADMINISTRATOR, "moderate", "pack", stage.inspection, "--eml", *stage.on_that_day)
    asked = stage.root / "out" / f"{stage.inspection}-pack-{player.id}.eml"
    reply = answer(asked, "I agree.", stage.today, asked.with_name(f"reply-of-{player.id}.eml"))
    stage.says(f"{player.name} reads the pack in Word, and answers the message: I agree.")
    stage.acts(ADMINISTRATOR, "sign-off", "--for", player.id, "--reply", str(reply.relative_to(stage.root)))


def _an_edit(stage: Stage) -> None:
    stage.scene("one word is taken out of the report, and what was signed is no longer what it says.", days=1)
    stage.sits_down(INSPECTOR)
    stage.edits(stage.finding, "wait too long for adaptations", "wait long for adaptations")
    stage.types(INSPECTOR, "save", stage.inspection)
    stage.types(INSPECTOR, "moderate", stage.inspection, *stage.on_that_day)


def _a_refusal_and_a_cover(stage: Stage) -> None:
    stage.scene("one moderator does not agree; another is away, and somebody stands in.", days=1)
    stage.sits_down(CO_ORDINATOR)
    reason = "Most of a year for a shower is too long, and the report should say so."
    stage.acts(CO_ORDINATOR, "sign-off", "--not-agreed", "--reason", reason)
    stage.sits_down(HEAD)
    who = ("--role", "senior-manager", "--of", MANAGER.id, "--by", STAND_IN.id)
    stage.acts(HEAD, "cover", *who, "--until", "2003-12-12", "--reason", f"{MANAGER.name} is on leave.")


def _signed_again(stage: Stage, key: KeyFile | None) -> None:
    stage.scene("the word is put back, and three people sign what they then see.", days=1)
    stage.sits_down(INSPECTOR)
    stage.edits(stage.finding, "wait long for adaptations", "wait far too long for adaptations")
    stage.types(INSPECTOR, "save", stage.inspection)
    stage.sits_down(LEAD, key)
    stage.acts(LEAD, "sign-off")
    for player in (CO_ORDINATOR, STAND_IN):
        _signs(stage, player)


def _signs(stage: Stage, player: Player) -> None:
    stage.sits_down(player)
    stage.acts(player, "sign-off")
