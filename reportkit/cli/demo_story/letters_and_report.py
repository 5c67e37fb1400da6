"""The long story's letters, press release and final report."""

from __future__ import annotations

from reportkit.cli.demo_story.story import Story
from reportkit.cli.demo_story.story_people import ADMINISTRATOR


def letters_and_report(story: Story) -> None:
    """Run the story from the decision to the letters, the press release and the final report."""
    _letters(story)
    _publication(story)


def _letters(story: Story) -> None:
    story.scene("the letters and the press release give the score, all on one day.", days=35)
    story.switch_user(ADMINISTRATOR)
    story.command(ADMINISTRATOR, "notify", story.inspection, *story.day_option)
    for body in ("authority", "almo", "odpm", "press"):
        way = ("--to", body, "--by", "e-mail")
        story.command(ADMINISTRATOR, "notify", "sent", story.inspection, *way, *story.day_option)


def _publication(story: Story) -> None:
    story.scene("the final report is published.", days=21)
    story.command(ADMINISTRATOR, "publish", story.inspection, *story.day_option)
    story.command(ADMINISTRATOR, "timetable", story.inspection, *story.day_option)
