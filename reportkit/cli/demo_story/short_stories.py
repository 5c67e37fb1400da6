"""The two short stories: a service below good, up to its re-inspection [118], and an indicative inspection [101]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportkit.actions.load import load_here
from reportkit.cli.demo_story.short_steps import decide, hand_in_and_sign, hear_the_bodies, send_off
from reportkit.cli.demo_story.story import Story
from reportkit.cli.demo_story.story_people import ADMINISTRATOR, HEAD, INSPECTOR, LEAD
from reportkit.errors import Exit
from reportkit.workspace.workspace import Workspace

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.gitstore.key_files import KeyFile

_BODIES = "Jerome Withenshawe,Una Pargeter"
_DAY = ("--on", "2004-10-04", "--with", "Jerome Withenshawe")


def below_good(story: Story, key: KeyFile | None) -> None:
    """Run the story of a service judged below good to the folder of the re-inspection, and its day."""
    _to_the_decision(story, key)
    _the_letters(story)
    _the_day_to_come_again(story)


def _to_the_decision(story: Story, key: KeyFile | None) -> None:
    story.scene("the service is judged fair, its prospects uncertain. The inspection is handed in and signed.")
    hand_in_and_sign(story, key)
    story.scene("the draft goes to both bodies.", days=1)
    story.switch_user(ADMINISTRATOR)
    agreed = ("--turn", "before", "--agreed-on", "2004-01-30", "--agreed-with", _BODIES)
    story.unseen_command(ADMINISTRATOR, "comments", "send", story.inspection, *agreed)
    story.scene("neither has anything to add, at the round table either. The score is decided.", days=14)
    hear_the_bodies(story)
    present = ("--present", f"{INSPECTOR.id},{LEAD.id},{_BODIES}")
    story.unseen_command(ADMINISTRATOR, "comments", "round-table", story.inspection, *present)
    decide(story)
    story.scene("prospects as weak as these are discussed with the ODPM; no letter waits for that.", days=11)
    about = ("--on", story.today.isoformat(), "--with", "Piers Haldenby", "--note", "The plans are to have dates.")
    story.unseen_command(HEAD, "moderate", "odpm-discussion", story.inspection, *about)


def _the_letters(story: Story) -> None:
    story.scene("the letters give the score. Nothing is awarded, and nothing is said to be held.", days=9)
    story.switch_user(ADMINISTRATOR)
    story.command(ADMINISTRATOR, "notify", story.inspection, *story.day_option)
    letter = f"{story.inspection}-{story.today}-letter-almo.docx"
    story.remark(f"What {letter} says follows from the score:")
    story.quote_document(letter, after="What follows from the score", until="What happens now")
    send_off(story, "authority", "almo", "odpm", "press")


def _the_day_to_come_again(story: Story) -> None:
    story.scene("a day to come again is agreed; it is provisional, for the report is not out.", days=7)
    story.command(ADMINISTRATOR, "reinspect", story.inspection, *_DAY, *story.day_option)
    made = load_here(Workspace(story.root), f"{story.inspection}-2004")
    story.remark(f"Its folder is there, with {len(made.earlier)} earlier weaknesses and recommendations to be traced.")
    story.scene("the report is published, and six months count from that day.", days=14)
    story.command(ADMINISTRATOR, "publish", story.inspection, *story.day_option)
    sooner = ("--on", "2004-09-30", "--with", "Jerome Withenshawe")
    story.command(ADMINISTRATOR, "reinspect", story.inspection, *sooner, *story.day_option, expected=Exit.REFUSED)
    story.command(ADMINISTRATOR, "reinspect", story.inspection, *_DAY, *story.day_option)


def indicative(story: Story, key: KeyFile | None) -> None:
    """Run the story of a council that is setting up its ALMO to its published report: its papers name no funding."""
    story.scene("the council’s service is judged good. The inspection is handed in and signed.")
    hand_in_and_sign(story, key)
    story.scene("the draft goes to the council and its shadow ALMO.", days=1)
    story.switch_user(ADMINISTRATOR)
    story.unseen_command(ADMINISTRATOR, "comments", "send", story.inspection)
    story.scene("neither has a comment, and the score is decided.", days=11)
    hear_the_bodies(story)
    decide(story)
    _told_and_published(story)


def _told_and_published(story: Story) -> None:
    story.scene("the council and its shadow ALMO get the score, with a release, as they wished.", days=9)
    story.switch_user(ADMINISTRATOR)
    story.command(ADMINISTRATOR, "notify", story.inspection, "--release", *story.day_option)
    letter = f"{story.inspection}-{story.today}-letter-authority.docx"
    story.remark(f"All that {letter} says before what happens now:")
    story.quote_document(letter, after="Dear Ms Longthorne", until="What happens now")
    send_off(story, "authority", "almo", "press")
    story.scene("the report is published.", days=21)
    story.command(ADMINISTRATOR, "publish", story.inspection, *story.day_option)
