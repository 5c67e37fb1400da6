"""The texts that a reply shows, and their lines: those that the moderator seems to have written, and others."""

from __future__ import annotations

import re

from reportkit.mail.incoming_mail import IncomingMail, received
from reportkit.mail.left_out import PART, only_in_one
from reportkit.mail.notices import without_notices
from reportkit.mail.own_lines import without_whole_pack
from reportkit.mail.quotations import Parted, parted, plain
from reportkit.mail.reply_answers import answers_in, speaks
from reportkit.mail.reply_context import ReplyContext

HYPHENS = re.compile("[\u2010-\u2015\u2212\ufe63\uff0d]")
"""What mail programs make of a hyphen."""


def texts_of(message: IncomingMail) -> tuple[str, str]:
    """Return the text that has the answer, in its plain form if that has one, and the other form."""
    words, html = joined(message.plain), joined(message.html)
    if html and not any(answers_in(parted_reply(words).written)) and any(answers_in(parted_reply(html).written)):
        return html, words
    return words or html, html if words else ""


def joined(parts: tuple[str, ...]) -> str:
    """Return the texts of a message's parts as one, with a line between them that none of them has."""
    return f"\n{PART}\n".join(parts)


def without_quoted_pack(text: str, subject: str, context: ReplyContext) -> str:
    """Return the text without an unmarked quotation of the whole pack, where one answer is left beside it."""
    if len(list(answers_in(parted_reply(text).written))) <= 1:
        return text
    without = without_whole_pack("\n".join(plain_lines(text)), subject, context)
    return without if any(answers_in(parted_reply(without).written)) else text


def plain_lines(text: str) -> list[str]:
    """Return the lines of a text as the answers are looked for in them: plain hyphens, apostrophes and spaces."""
    return [line if line == PART else plain(line) for line in HYPHENS.sub("-", text).split("\n")]


def parted_reply(text: str) -> Parted:
    """Part the lines that the sender wrote from others, with plain hyphens: what one part quotes ends with it."""
    written: list[str] = []
    left: list[str] = []
    for part in HYPHENS.sub("-", text).split(f"\n{PART}\n"):
        lines = without_notices(parted(part, speaks), speaks)
        written += [*([""] if written else ()), *lines.written]
        left += [*([PART] if left else ()), *lines.left_out]
    return Parted(written, left)


def whole_reply(data: bytes) -> str:
    """Return all the text that a reply shows, in the order of its parts; HTML where it has other lines than these."""
    message = received(data)
    words, html = joined(message.plain), joined(message.html)
    more = only_in_one(plain_lines(html), plain_lines(words))
    return "\n\n".join(filter(None, (words, "\n".join(more)))).replace(f"\n{PART}\n", "\n\n").strip()
