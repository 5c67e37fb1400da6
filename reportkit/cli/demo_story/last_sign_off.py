"""One inspection moderated up to its last sign-off, which is left for the user of `demo`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reportkit.cli.demo_story.short_steps import hand_in_and_meet, sign
from reportkit.cli.demo_story.story import Story
from reportkit.cli.demo_story.story_people import ADMINISTRATOR, CO_ORDINATOR, EVERYONE, LEAD, MANAGER, StoryPerson

_DAY = dt.date(2003, 11, 24)


def leave_the_last_sign_off(root: Path, name: str) -> StoryPerson:
    """Let two of three moderators sign, make the third the user of this copy, and return the third.

    Nothing is printed. No key is made, which would make a first look slower, so every act is claimed.
    """
    story = Story(root, name, _DAY)
    story.switch_user(ADMINISTRATOR)
    for person in EVERYONE:
        story.unseen_command(ADMINISTRATOR, "people", "add", *person.add_arguments)
    hand_in_and_meet(story, None)
    sign(story, LEAD, None)
    sign(story, CO_ORDINATOR, None)
    story.switch_user(MANAGER)
    return MANAGER
