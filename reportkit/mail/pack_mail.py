"""The message that brings a moderator the pack: which version, and the three lines of which one comes back."""

from __future__ import annotations

import datetime as dt
from typing import Final

from msgspec import Struct

from reportkit.mail.message import Attachment, Correspondent, eml, paragraphs, reply_lines

ATTACHED: Final = (
    "The moderation pack of {title}, round {round}, is attached, and beside it the draft report that it is about. "
    "Please read both."
)
PACK_ALONE: Final = "The moderation pack of {title}, round {round}, is attached."
"""What the message said before the report came with it: replies to it may still come in."""

CODE_IS: Final = "Its version code is {code}."
ASKS: Final = (
    "Please reply to this message, leave the version code in its subject, and begin one line, and one only, with:"
)
HOLDS: Final = "Your reply holds for exactly this version. If anything changes after it, you are asked again."


class Parcel(Struct, frozen=True, kw_only=True):
    """A sending of the pack: the inspected body's name, the round, the version's code, and both documents."""

    title: str
    round: int
    code: str
    pack: Attachment
    report: Attachment


def pack_message(to: Correspondent, sender: Correspondent, parcel: Parcel, date: dt.datetime) -> bytes:
    """Return the bytes of an .eml file. Raises WrongUse where it cannot be addressed."""
    subject = f"{parcel.title}: moderation, round {parcel.round}, version {parcel.code}"
    return eml(to, sender, subject, _body(to, sender, parcel), (parcel.pack, parcel.report), date)


def _body(to: Correspondent, sender: Correspondent, parcel: Parcel) -> str:
    return paragraphs(
        f"Dear {to.name},",
        ATTACHED.format(title=parcel.title, round=parcel.round),
        CODE_IS.format(code=parcel.code),
        ASKS,
        "\n".join(reply_lines()),
        HOLDS,
        sender.name,
    )
