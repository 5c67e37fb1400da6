"""The stories of three invented inspections: one at length, then one below good and an indicative one in short."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from reportkit.actions.demo_copy import make_key
from reportkit.cli.demo_story.after_moderation import after_moderation
from reportkit.cli.demo_story.moderation import moderation
from reportkit.cli.demo_story.short_stories import below_good, indicative
from reportkit.cli.demo_story.story import Story
from reportkit.cli.demo_story.story_people import ADMINISTRATOR, LEAD
from reportkit.errors import Trouble

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.gitstore.key_files import KeyFile

_BEGINS = dt.date(2003, 11, 24)  # a week after the long story's inspection was on site


def tell_stories(root: Path, fullest: str) -> None:
    """Run all stories; `fullest` is the inspection whose story is long."""
    story = Story(root, fullest, _BEGINS)
    story.begin("is moderated, commented on, decided and published")
    key = _key(story)
    moderation(story, key)
    after_moderation(story, key)
    _history(story)
    _in_short(root, key)


def _in_short(root: Path, key: KeyFile | None) -> None:
    """Run the short stories: a title says what the long story showed, and only what differs is printed."""
    story = Story(root, "saltbeck-homes", dt.date(2004, 2, 5))
    story.begin("is judged below good, and is re-inspected, in short")
    below_good(story, key)
    story = Story(root, "ellerwick-2004", dt.date(2004, 3, 4))
    story.begin("has an indicative inspection, which brings no money, in short")
    indicative(story, key)
    story.scene("every inspection in a line.")
    story.command(ADMINISTRATOR, "status", *story.day_option)


def _key(story: Story) -> KeyFile | None:
    """Return a new key for one of the moderators, beside the copy; None where none can be made here."""
    try:
        return make_key(story.root.parent / f"key-of-{LEAD.id}" / "id_ed25519", LEAD.email)
    except Trouble as trouble:
        story.remark(f"No key can be made here, so no sign-off is proven: {trouble}")
        return None


def _history(story: Story) -> None:
    story.scene("everything that was done, by whom, and how sure that is.")
    story.switch_user(ADMINISTRATOR)
    story.command(ADMINISTRATOR, "history", story.inspection)
    story.command(ADMINISTRATOR, "verify")
