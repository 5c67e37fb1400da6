"""A message as text to copy, for mail programs that open an .eml file read-only, as the new Outlook does."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Final
from urllib.parse import quote

_LONGEST_LINK: Final = 1_900
"""Characters of a link that Windows still takes."""

_RULE: Final = "-" * 40


def text_to_copy(data: bytes, name: str) -> bytes:
    """Return a message of ours as text: to whom, about what, what to attach, a mailto: link, and the words.

    `name` is the .eml file's, from which the attachments can be saved.
    """
    message = message_from_bytes(data, policy=default)
    lines = (*_head(message, name), "", "The words of the message, to copy:", _RULE, *_words(message).split("\n"))
    return "\r\n".join(lines).encode()


def _head(message: EmailMessage, name: str) -> Iterator[str]:
    attached = [part.get_filename() or "" for part in message.iter_attachments()]
    yield f"To: {message['To']}"
    yield f"Subject: {message['Subject']}"
    if attached:
        yield f"Attach: {', '.join(attached)}"
        yield f"(Open {name} and save them from there; mail programs that only show it do that, too.)"
    yield ""
    yield "A link that begins the message, for a browser's address line; what is attached has to be added:"
    yield _link(message)


def _link(message: EmailMessage) -> str:
    """Return a mailto: link, without the words where it would be too long for them."""
    (to,) = message["To"].addresses
    short = f"mailto:{quote(to.addr_spec, safe='@')}?subject={quote(str(message['Subject']))}"
    whole = f"{short}&body={quote(_words(message).replace(chr(10), chr(13) + chr(10)))}"
    return whole if len(whole) <= _LONGEST_LINK else short


def _words(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    return str(body.get_content()).replace("\r\n", "\n") if body else ""
