"""The fields of a message's head, as a person sees them."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses
from typing import Final, NoReturn

from reportkit.errors import Refused
from reportkit.mail.html_text import HIDDEN
from reportkit.mail.message import ADDRESS

LONGEST_FIELD: Final = 2_000
"""Characters of a field that is read."""

_SHOWN_AS_WELL: Final = ("X-Message-Flag", "Comments", "Keywords")
"""Fields with words of a person's own that a mail program shows above the text."""


def sender_of(message: Message) -> str:
    """Return the address that a message gives as its one sender's. Raises Refused where there is none, or another."""
    fields = message.get_all("From", [])
    # Decoded first, the words of a name could pass for an address.
    addresses = [address for _, address in getaddresses([str(field)[:LONGEST_FIELD] for field in fields])]
    if len(fields) != 1 or len(addresses) != 1 or not ADDRESS.fullmatch(addresses[0]):
        _refuse("The e-mail does not name one sender", "Save the reply itself, not a message that holds it.")
    senders = [address.lower() for _, address in getaddresses([str(message.get("Sender", ""))[:LONGEST_FIELD]])]
    if any(address and address != addresses[0].lower() for address in senders):
        _refuse(
            f"The e-mail was sent for {addresses[0].lower()} by {senders[0]}",
            "Ask the moderator to send one themselves.",
        )
    return addresses[0].lower()


def name_of(message: Message) -> str:
    """Return what the one sender is called, or ""."""
    return decoded(getaddresses([str(message.get("From", ""))[:LONGEST_FIELD]])[0][0])


def people_of(message: Message) -> str:
    """Return the names and addresses of all whom a message is from and to."""
    fields = (str(field)[:LONGEST_FIELD] for name in ("From", "To", "Cc") for field in message.get_all(name, []))
    return " ".join(map(decoded, fields))


def subject_of(message: Message) -> str:
    """Return the subject, in plain words. Raises Refused for a message with several."""
    fields = message.get_all("Subject", [""])
    if len(fields) > 1:
        _refuse("The e-mail has more than one subject", "Ask for an ordinary reply.")
    return decoded(str(fields[0]))


def flags_of(message: Message) -> tuple[str, ...]:
    """Return the words that the head has besides subject and people, each with its field's name."""
    found = ((name, decoded(str(field))) for name in _SHOWN_AS_WELL for field in message.get_all(name, []))
    return tuple(f"{name}: {words}" for name, words in found if words)


def decoded(raw: str) -> str:
    """Return a field's words. Raises Refused for one that is far too long."""
    if len(raw) > LONGEST_FIELD:
        _refuse("A line of the e-mail's head is far too long", "Save the reply as an .eml file again.")
    try:
        words = str(make_header(decode_header(raw)))
    except (MessageError, LookupError, ValueError):
        words = raw
    return HIDDEN.sub("", re.sub(r"\s+", " ", words)).strip()


def _refuse(what: str, remedy: str) -> NoReturn:
    raise Refused(what, remedy=remedy)
