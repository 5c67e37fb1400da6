"""What is known before a reply is read: whose it should be, what the pack was about, and what was accepted before."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from msgspec import Struct

from reportkit.mail.message import Correspondent

_PUNCTUATION = re.compile(r"[\s,.:;<>()\[\]\"'/+@*|-]*")
_FACE = re.compile(r"[:;=8]['-]?[()\[\]/|<>*]|[()\[\]]['-]?[:;=]")
WORD: Final = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?")


class ReplyContext(Struct, frozen=True, kw_only=True):
    """What the office knows of a reply before it is read.

    `title` is the inspected body's name, as the pack's subject has it. `moderator` wrote the reply, and `roles` are
    what they are called. `people` are all whose names may stand in a greeting or in the head of a quotation.
    `accepted` are the digests of paragraphs and pictures beside earlier answers that a person accepted.
    """

    title: str = ""
    moderator: Correspondent = Correspondent("", "")
    roles: tuple[str, ...] = ()
    people: tuple[Correspondent, ...] = ()
    accepted: frozenset[str] = frozenset()


NOTHING_KNOWN: Final = ReplyContext()


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text, in small letters."""
    return [word.casefold() for word in WORD.findall(text.replace("’", "'"))]


def digest_of_paragraph(lines: list[str]) -> str:
    """Return the SHA-256 of a paragraph's words, wherever its lines were broken."""
    return hashlib.sha256(" ".join(" ".join(lines).split()).encode()).hexdigest()


def has_plain_punctuation(text: str) -> bool:
    """Return whether there is nothing between the words of a text but plain punctuation: no question, no face."""
    return bool(_PUNCTUATION.fullmatch(WORD.sub("", text))) and not _FACE.search(text)
