"""The short story of an indicative inspection, whose papers say nothing of funding [101]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportkit.cli.demo_story.short_steps import decide, hand_in_and_sign, hear_the_bodies, send_off
from reportkit.cli.demo_story.story import Story
from reportkit.cli.demo_story.story_people import ADMINISTRATOR

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.gitstore.key_files import KeyFile


def indicative(story: Story, key: KeyFile | None) -> None:
    """Run the story from a signed draft to the published report of a council that is setting up its ALMO."""
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
