"""The long story's moderation: two rounds, sign-offs that lapse, a refusal, and a stand-in."""

from __future__ import annotations

import datetime as dt
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
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
    STAND_IN,
    StoryPerson,
)
from reportkit.errors import Exit

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.gitstore.key_files import KeyFile

_PRESENT = ",".join(person.id for person in (LEAD, CO_ORDINATOR, MANAGER))


def moderation(story: Story, key: KeyFile | None) -> None:
    """Run the story from drafting to three sign-offs that hold, after all that can end them; `key` is the lead's."""
    _the_office(story, key)
    _first_round(story, key)
    _second_round(story, key)
    _an_edit(story)
    _a_refusal_and_a_cover(story)
    _signed_again(story, key)


def _the_office(story: Story, key: KeyFile | None) -> None:
    story.scene("the administrator writes down who does what.")
    story.switch_user(ADMINISTRATOR)
    for person in EVERYONE:
        keys = ("--key", str(key.path)) if key and person is LEAD else ()
        story.command_without_output(ADMINISTRATOR, "people", "add", *person.add_arguments, *keys, *story.day_option)
    policy = story.root / "moderation" / "policy.yaml"
    text = policy.read_text(encoding="utf-8")
    policy.write_text(text.replace("covers: []", f"covers: [{STAND_IN.id}]"), encoding="utf-8", newline="\n")
    reason = f"{STAND_IN.name} may stand in for moderators."
    story.command(ADMINISTRATOR, "people", "save", "--reason", reason, *story.day_option)


def _first_round(story: Story, key: KeyFile | None) -> None:
    story.scene("the inspector hands her inspection in.")
    story.switch_user(INSPECTOR)
    story.command(INSPECTOR, "moderate", story.inspection, *story.day_option)
    story.moderate(INSPECTOR, "submit", "--note", "Ready for moderation.")

    story.scene("the moderators meet, and one judgement is not clear to them yet.", days=2)
    story.switch_user(LEAD, key)
    unclear = "further:What becomes of the money for adaptations?"
    story.moderate(LEAD, "meeting", "--present", _PRESENT, "--service", "agreed", "--prospects", unclear)
    about = ("--about", "adaptations-slow", "--of", INSPECTOR.id, "--by", "2003-11-28")
    story.moderate(LEAD, "query", *about, "--text", "Was the rest of the money spent after November?")
    story.moderate(LEAD, "sign-off", expected=Exit.REFUSED)

    story.scene("the inspector answers, and writes it into her finding.", days=2)
    story.switch_user(INSPECTOR)
    story.edit_file(story.finding_file, "had not been committed by November.", "was committed to no work by November.")
    story.command(INSPECTOR, "save", story.inspection)
    story.moderate(INSPECTOR, "answer", "--text", "We asked: it was committed to no work, and the finding now says so.")


def _second_round(story: Story, key: KeyFile | None) -> None:
    story.scene("the second round: both judgements are agreed, and three people sign.", days=3)
    story.switch_user(LEAD, key)
    story.moderate(LEAD, "meeting", "--present", _PRESENT, "--service", "agreed", "--prospects", "agreed")
    story.moderate(LEAD, "sign-off")
    story.switch_user(CO_ORDINATOR)
    story.moderate(CO_ORDINATOR, "sign-off")
    _reply_by_mail(story, MANAGER)
    story.command(ADMINISTRATOR, "moderate", story.inspection, *story.day_option)


def _reply_by_mail(story: Story, person: StoryPerson) -> None:
    """Let a moderator sign who has only Word and e-mail: the administrator sends the pack and enters the reply."""
    story.switch_user(ADMINISTRATOR)
    story.command(ADMINISTRATOR, "moderate", "pack", story.inspection, "--eml", *story.day_option)
    asked = story.root / "out" / f"{story.inspection}-pack-{person.id}.eml"
    reply = write_reply(asked, "I agree.", story.today, asked.with_name(f"reply-of-{person.id}.eml"))
    story.remark(f"{person.name} reads the pack in Word, and answers the message: I agree.")
    story.moderate(ADMINISTRATOR, "sign-off", "--for", person.id, "--reply", str(reply.relative_to(story.root)))


def _an_edit(story: Story) -> None:
    story.scene("one word is taken out of the report, and what was signed is no longer what it says.", days=1)
    story.switch_user(INSPECTOR)
    story.edit_file(story.finding_file, "wait too long for adaptations", "wait long for adaptations")
    story.command(INSPECTOR, "save", story.inspection)
    story.command(INSPECTOR, "moderate", story.inspection, *story.day_option)


def _a_refusal_and_a_cover(story: Story) -> None:
    story.scene("one moderator does not agree; another is away, and a third person covers the role.", days=1)
    story.switch_user(CO_ORDINATOR)
    reason = "Most of a year for a shower is too long, and the report should say so."
    story.moderate(CO_ORDINATOR, "sign-off", "--not-agreed", "--reason", reason)
    story.switch_user(HEAD)
    who = ("--role", "senior-manager", "--of", MANAGER.id, "--by", STAND_IN.id)
    story.moderate(HEAD, "cover", *who, "--until", "2003-12-12", "--reason", f"{MANAGER.name} is on leave.")


def _signed_again(story: Story, key: KeyFile | None) -> None:
    story.scene("the word is put back, and three people sign what they then see.", days=1)
    story.switch_user(INSPECTOR)
    story.edit_file(story.finding_file, "wait long for adaptations", "wait far too long for adaptations")
    story.command(INSPECTOR, "save", story.inspection)
    story.switch_user(LEAD, key)
    story.moderate(LEAD, "sign-off")
    for person in (CO_ORDINATOR, STAND_IN):
        _signs(story, person)


def _signs(story: Story, person: StoryPerson) -> None:
    story.switch_user(person)
    story.moderate(person, "sign-off")


def write_reply(message: Path, words: str, on: dt.date, place: Path) -> Path:
    """Write a reply to a message as mail programs do, with its text quoted below, at six in the evening of a day.

    The reply is a new file at `place`. Returns that place.
    """
    asked = message_from_bytes(message.read_bytes(), policy=policy.default)
    body = asked.get_body(("plain",))
    quoted = "".join(f"> {line}\n" for line in (body.get_content() if body else "").splitlines())
    reply = EmailMessage()
    reply["From"], reply["To"] = asked["To"], asked["From"]
    reply["Subject"] = f"Re: {asked['Subject']}"
    reply["Date"] = format_datetime(dt.datetime.combine(on, dt.time(18), dt.UTC))
    reply.set_content(f"{words}\n\nOn {on:%d/%m/%Y}, {asked['From']} wrote:\n{quoted}")
    place.write_bytes(reply.as_bytes())
    return place
