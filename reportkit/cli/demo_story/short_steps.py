"""The steps that short stories and a first look do not print: moderation, comments, decision, letters."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from reportkit.cli.demo_story.story import Story
from reportkit.cli.demo_story.story_people import (
    ADMINISTRATOR,
    CO_ORDINATOR,
    EVERYONE,
    HEAD,
    INSPECTOR,
    LEAD,
    MANAGER,
    StoryPerson,
)

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.gitstore.key_files import KeyFile

_BEFORE_THE_LAST_SIGN_OFF = dt.date(2003, 11, 24)
AGREED = ("--service", "agreed", "--prospects", "agreed")


def hand_in_and_sign(story: Story, key: KeyFile | None) -> None:
    """Take the inspection to its moderators, who agree and sign on the same day; `key` is the lead's."""
    hand_in_and_meet(story, key)
    sign(story, LEAD, key)
    sign(story, CO_ORDINATOR, None)
    sign(story, MANAGER, None)


def hand_in_and_meet(story: Story, key: KeyFile | None) -> None:
    """Take the inspection to its moderators, who agree both judgements; `key` is the lead's."""
    story.switch_user(INSPECTOR)
    story.unseen_command(INSPECTOR, "moderate", "submit", story.inspection)
    present = ",".join(person.id for person in (LEAD, CO_ORDINATOR, MANAGER))
    story.switch_user(LEAD, key)
    story.unseen_command(LEAD, "moderate", "meeting", story.inspection, "--present", present, *AGREED)


def sign(story: Story, person: StoryPerson, key: KeyFile | None) -> None:
    """Let one moderator sign off, with their key where they have one."""
    story.switch_user(person, key)
    story.unseen_command(person, "moderate", "sign-off", story.inspection)


def hear_the_bodies(story: Story) -> None:
    """Note that neither body has a comment on the draft."""
    story.switch_user(ADMINISTRATOR)
    for body in ("authority", "almo"):
        story.unseen_command(ADMINISTRATOR, "comments", "none", story.inspection, body)


def decide(story: Story) -> None:
    """Record the score as the moderators agreed it; the sign-offs of the draft stand."""
    story.switch_user(HEAD)
    story.unseen_command(HEAD, "moderate", "decide", story.inspection, *AGREED)


def send_off(story: Story, *bodies: str) -> None:
    """Record that what was issued was sent to each body."""
    for body in bodies:
        story.unseen_command(ADMINISTRATOR, "notify", "sent", story.inspection, "--to", body, "--by", "post")


def leave_the_last_sign_off(root: Path, name: str) -> StoryPerson:
    """Let two of three moderators sign, make the third the user of this copy, and return the third.

    Nothing is printed. No key is made, which would make a first look slower, so every act is claimed.
    """
    story = Story(root, name, _BEFORE_THE_LAST_SIGN_OFF)
    story.switch_user(ADMINISTRATOR)
    for person in EVERYONE:
        story.unseen_command(ADMINISTRATOR, "people", "add", *person.add_arguments)
    hand_in_and_meet(story, None)
    sign(story, LEAD, None)
    sign(story, CO_ORDINATOR, None)
    story.switch_user(MANAGER)
    return MANAGER
