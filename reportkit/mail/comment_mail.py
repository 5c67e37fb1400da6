"""The messages to a body: its copy of the draft, with which it is invited to comment [115]; and what became of that."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from reportkit.mail.message import Attachment, Correspondent, eml, paragraphs


class Invitation(Struct, frozen=True, kw_only=True):
    """An invitation: the inspected body's name, the last day to comment, the copy, and how the letter begins.

    `due` is the day in words.
    """

    title: str
    due: str
    copy: Attachment
    salutation: str | None = None
    again: bool = False


def invitation_message(to: Correspondent, sender: Correspondent, invitation: Invitation, date: dt.datetime) -> bytes:
    """Return the bytes of an .eml file. Raises WrongUse where it cannot be addressed."""
    again = " again" if invitation.again else ""
    subject = f"{invitation.title}: draft inspection report for comment{again}, by {invitation.due}"
    return eml(to, sender, subject, _body(to, sender, invitation), (invitation.copy,), date)


def response_message(
    to: Correspondent, sender: Correspondent, title: str, copy: Attachment, salutation: str | None, date: dt.datetime
) -> bytes:
    """Return the bytes of an .eml file that brings the table of comments and answers.

    Raises WrongUse as the other does.
    """
    body = paragraphs(
        f"{salutation or f'Dear {to.name}'},",
        f"Thank you for your comments on our draft report of the inspection of {title}. "
        "What has become of each is in the table that is attached.",
        sender.name,
    )
    return eml(to, sender, f"{title}: your comments on our draft report, and our answers", body, (copy,), date)


_HOW = "Please name the number of the paragraph that each comment is about. If you have none, please say so."


def _body(to: Correspondent, sender: Correspondent, invitation: Invitation) -> str:
    changed = " It has changed since the draft that you had before, and takes its place." if invitation.again else ""
    told = (
        f"{invitation.salutation or f'Dear {to.name}'},",
        f"Our draft report of the inspection of {invitation.title} is attached.{changed}",
        f"We invite your comments in writing until {invitation.due}. {_HOW}",
        "It is a draft: nothing in it is final, and it is not for publication.",
        sender.name,
    )
    return "\n\n".join(told) + "\n"
