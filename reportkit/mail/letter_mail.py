"""The message that brings a letter to its addressee. It says nothing of the score: the letter does."""

from __future__ import annotations

import datetime as dt

from reportkit.mail.message import Attachment, Correspondent, eml, paragraphs


def letter_message(
    to: Correspondent, sender: Correspondent, about: str, attachments: tuple[Attachment, ...], date: dt.datetime
) -> bytes:
    """The bytes of an .eml file; `about` names the inspected bodies. Raises WrongUse where it cannot be addressed."""
    body = paragraphs(
        f"Dear {to.name},",
        f"Our letter about the inspection of {about} is attached. Its own date is the one that counts.",
        sender.name,
    )
    return eml(to, sender, f"Our letter about {about}", body, attachments, date)
