"""How an invented service that is judged below good comes to its re-inspection [118]."""

from __future__ import annotations

from reportkit.actions.load import load
from reportkit.cli.demonstrating.players import ADMINISTRATOR, HEAD, INSPECTOR, LEAD
from reportkit.cli.demonstrating.short import decide, hand_in_and_sign, hear_the_bodies, send_off
from reportkit.cli.demonstrating.stage import Stage
from reportkit.errors import Exit
from reportkit.gitstore.key_files import KeyFile
from reportkit.reading.folder import FolderFiles

_BODIES = "Jerome Withenshawe,Una Pargeter"
_DAY = ("--on", "2004-10-04", "--with", "Jerome Withenshawe")


def below_good(stage: Stage, key: KeyFile | None) -> None:
    """From a signed draft to the folder of the re-inspection, and its day."""
    _to_the_decision(stage, key)
    _the_letters(stage)
    _the_day_to_come_again(stage)


def _to_the_decision(stage: Stage, key: KeyFile | None) -> None:
    stage.scene("the service is judged fair, its prospects uncertain. The inspection is handed in and signed.")
    hand_in_and_sign(stage, key)
    stage.scene("the draft goes to both bodies.", days=1)
    stage.sits_down(ADMINISTRATOR)
    agreed = ("--turn", "before", "--agreed-on", "2004-01-30", "--agreed-with", _BODIES)
    stage.does_as_before(ADMINISTRATOR, "comments", "send", stage.inspection, *agreed)
    stage.scene("neither has anything to add, at the round table either. The score is decided.", days=14)
    hear_the_bodies(stage)
    present = ("--present", f"{INSPECTOR.id},{LEAD.id},{_BODIES}")
    stage.does_as_before(ADMINISTRATOR, "comments", "round-table", stage.inspection, *present)
    decide(stage)
    stage.scene("prospects as weak as these are discussed with the ODPM; no letter waits for that.", days=11)
    about = ("--on", stage.today.isoformat(), "--with", "Piers Haldenby", "--note", "The plans are to have dates.")
    stage.does_as_before(HEAD, "moderate", "odpm-discussion", stage.inspection, *about)


def _the_letters(stage: Stage) -> None:
    stage.scene("the score is told. Nothing is awarded, and nothing is said to be held.", days=9)
    stage.sits_down(ADMINISTRATOR)
    stage.types(ADMINISTRATOR, "notify", stage.inspection, *stage.on_that_day)
    letter = f"{stage.inspection}-{stage.today}-letter-almo.docx"
    stage.says(f"What {letter} says follows from the score:")
    stage.reads_out(letter, after="What follows from the score", until="What happens now")
    send_off(stage, "authority", "almo", "odpm", "press")


def _the_day_to_come_again(stage: Stage) -> None:
    stage.scene("a day to come again is agreed; it is provisional, for the report is not out.", days=7)
    stage.types(ADMINISTRATOR, "reinspect", stage.inspection, *_DAY, *stage.on_that_day)
    made = load(FolderFiles(stage.root), f"{stage.inspection}-2004")
    stage.says(f"Its folder is there, with {len(made.earlier)} earlier weaknesses and recommendations to be traced.")
    stage.scene("the report is published, and six months count from that day.", days=14)
    stage.types(ADMINISTRATOR, "publish", stage.inspection, *stage.on_that_day)
    sooner = ("--on", "2004-09-30", "--with", "Jerome Withenshawe")
    stage.types(ADMINISTRATOR, "reinspect", stage.inspection, *sooner, *stage.on_that_day, expected=Exit.REFUSED)
    stage.types(ADMINISTRATOR, "reinspect", stage.inspection, *_DAY, *stage.on_that_day)
