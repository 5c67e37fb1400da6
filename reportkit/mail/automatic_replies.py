"""Which e-mails a machine wrote: answers of people who are away, receipts, notices about delivery.

Most say so by RFC 3834's field; what programs do besides was gathered from them. X-Auto-Response-Suppress is no sign:
it asks other machines for silence, and people's own messages carry it as well.
"""

from __future__ import annotations

import re
from email.message import Message
from typing import Final

_REPORTS: Final = {
    "disposition-notification": "a receipt, which only says that a message was opened",
    "delivery-status": "a notice about whether a message was delivered",
}
_ANSWERS_BY_ITSELF: Final = ("X-Autoreply", "X-Auto-Reply", "X-Autorespond", "X-Autoresponder")
_MANY: Final = ("auto_reply", "bulk", "junk", "list")
_AWAY = re.compile(r"(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office)\b", re.IGNORECASE)
_AUTOMATIC: Final = "an automatic reply"


def machine_made(message: Message, subject: str) -> str:
    """Return what a message is that no person wrote, with its article; "" for one that a person may have written."""
    if message.get_content_type() == "multipart/report":
        kind = str(message.get_param("report-type", "")).lower()
        return _REPORTS.get(kind, "a mail system's report")
    return _AUTOMATIC if _says_so(message) or _AWAY.match(subject) else ""


def _says_so(message: Message) -> bool:
    if _value(message, "Auto-Submitted") not in ("", "no"):
        return True
    if any(_value(message, name) not in ("", "no") for name in _ANSWERS_BY_ITSELF):
        return True
    return _value(message, "Precedence") in _MANY or _value(message, "Return-Path") == "<>"


def _value(message: Message, name: str) -> str:
    """Return a field's value without what comes behind a semicolon, in small letters; "" where it is not there."""
    return str(message.get(name, "")).partition(";")[0].strip().lower()
