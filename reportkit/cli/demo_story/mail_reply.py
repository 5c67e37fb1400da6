"""A reply that a mail program would make to a message of reportkit."""

from __future__ import annotations

import datetime as dt
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path


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
