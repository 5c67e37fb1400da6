"""The message to a moderator about what an administrator recorded in their name, so that they can object."""

from __future__ import annotations

import datetime as dt
from typing import Final

from msgspec import Struct

from reportkit.mail.message import Correspondent, eml, paragraphs, reply_lines

RECORDED: Final = "On {day} I recorded your reply about {title}, version\n{code}"
SHOWN_AS: Final = "It is shown as reported by {name}, and your e-mail is kept with it, whole."
NUMBER: Final = "The record’s number is {number}; the SHA-256 of your e-mail as it is kept is\n{digest}"
IF_NOT: Final = (
    "If this is not what you said, or you think otherwise now, reply to this message, leave the version code in its "
    "subject, and begin one line, and one only, with:"
)

SAYS: Final = "The record now says that {name}, {role}, {does}"
AGREES: Final = "has assessed its evidence, judgements and report, and agrees"
"""What `does` is for a sign-off."""

KEPT: Final = "Your whole e-mail, as it was read:"


class Recorded(Struct, frozen=True, kw_only=True):
    """An act that was recorded: the inspected body, version, role, clause and reply.

    `does` is a clause without its subject, such as "agrees to it"; `words` are what the record quotes of the reply,
    or "". `number` names the record, `on` is its day in words; `reply` is the SHA-256 of the reply that is kept, and
    `whole` its text.
    """

    title: str
    code: str
    role: str
    does: str
    words: str
    number: str
    on: str
    reply: str
    whole: str = ""


def recorded_words(to: Correspondent, sender: Correspondent, recorded: Recorded) -> str:
    """Return the message's text."""
    quoted = f":\n\n{recorded.words}" if recorded.words else "."
    told = paragraphs(
        f"Dear {to.name},",
        RECORDED.format(day=recorded.on, title=recorded.title, code=recorded.code),
        SAYS.format(name=to.name, role=recorded.role, does=recorded.does) + quoted,
        SHOWN_AS.format(name=sender.name),
        NUMBER.format(number=recorded.number, digest=recorded.reply),
        IF_NOT,
        "\n".join(reply_lines()),
        sender.name,
    )
    return f"{told}\n{KEPT}\n\n{_marked(recorded.whole)}\n" if recorded.whole else told


def _marked(text: str) -> str:
    """Return each line marked as quoted, so that an answer to this message is not read as having two."""
    return "\n".join(f"> {line}".rstrip() for line in text.strip().split("\n"))


def recorded_message(to: Correspondent, sender: Correspondent, recorded: Recorded, date: dt.datetime) -> bytes:
    """Return the bytes of an .eml file. Raises WrongUse where it cannot be addressed."""
    subject = f"{recorded.title}: recorded in your name, version {recorded.code}"
    return eml(to, sender, subject, recorded_words(to, sender, recorded), (), date)
