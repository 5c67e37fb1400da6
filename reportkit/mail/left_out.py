"""What of a reply is read for nothing, and whether it could change the answer that is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from msgspec import Struct

from reportkit.mail.courtesies import names_in, without_courtesies
from reportkit.mail.html_marks import STRUCK_OUT
from reportkit.mail.message import reply_lines
from reportkit.mail.notices import without_certain_notices
from reportkit.mail.own_lines import OWN, without_own_lines
from reportkit.mail.quotations import begins_message
from reportkit.mail.reply_context import NOTHING_KNOWN, ReplyContext

CONDITION = re.compile(
    r"\b(?:but|unless|except|however|although|provided|assuming|subject to|on condition|as long as|apart from|only if"
    r"|only when|only after)\b|^(?:if|once|when|after)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Words that make an agreement one with a condition, in what its writer plainly wrote."""

DOUBT = re.compile(
    rf"{CONDITION.pattern}|\b(?:if|until|till|only|must|not|never|don't|no longer|withdraw\w*|hold|wait|instead|before"
    r"|on the understanding|conditional\w*|provisional\w*|pending|disagree\w*|object\w*)\b|" + re.escape(STRUCK_OUT),
    re.IGNORECASE,
)
"""Words that may turn an answer where they stand among what is left out; so it is refused, and a person asked."""

_PUNCTUATION = re.compile(r"[\s_.,;:!'\"“”‘’…*>()\[\]/|-]+")

PART: Final = "\x0c"
"""A line between two parts of a message; none has this character when it is read."""

_MARKS: Final = "> "
_TRIVIAL: Final = 12
"""Letters and digits that a line must have to be found within a longer one of the other form."""


class OmittedLines(Struct, frozen=True):
    """The lines beside the answer that are no courtesies.

    `own` are those that the moderator may have written; `quoted` are marked, or stand below another message's head.
    """

    own: tuple[str, ...]
    quoted: tuple[str, ...]

    def and_only_in(self, other: OmittedLines, text: list[str]) -> OmittedLines:
        """Return these lines, and those of the other form that `text` does not have."""
        own, quoted = (tuple(only_in_one(lines, text)) for lines in (other.own, other.quoted))
        return OmittedLines((*self.own, *own), (*self.quoted, *quoted))

    @property
    def lines(self) -> tuple[str, ...]:
        """All of them, without repeating any."""
        return tuple(dict.fromkeys((*self.own, *self.quoted)))

    @property
    def doubtful(self) -> str:
        """Return the first line with words that may turn an agreement, or ""."""
        return next((line for line in self.own if DOUBT.search(line)), "")


def left_out(lines: list[str], people: str, subject: str, context: ReplyContext = NOTHING_KNOWN) -> OmittedLines:
    """Return what of these lines is neither our own, nor a courtesy or notice; quoted ones are kept apart."""
    parts = [_of_part(list(part), names_in(people), subject, context) for _, part in groupby(lines, PART.__ne__)]
    own = tuple(line for part in parts for line in part.own)
    return OmittedLines(own, tuple(line for part in parts for line in part.quoted))


def _of_part(lines: list[str], names: frozenset[str], subject: str, context: ReplyContext) -> OmittedLines:
    def remaining(some: list[str]) -> list[str]:
        return _remaining(without_own_lines(some, subject, context), names)

    marked = [_unmarked(line) for line in lines if line.startswith(">")]
    unmarked = [OWN if line.startswith(">") and not line.endswith(">>>") else line for line in lines]
    head = next((place for place in range(len(unmarked)) if begins_message(unmarked[place : place + 3])), len(unmarked))
    answers = {squeezed(line) for line in reply_lines()}
    quoted = (line for line in remaining(marked) if squeezed(line) not in answers)
    below = remaining(unmarked[head:])
    return OmittedLines(tuple(remaining([*unmarked[:head], OWN])), (*below, *quoted))


def only_in_one(lines: Iterable[str], other: Iterable[str]) -> list[str]:
    """Return the lines of one form of a text that the other form does not have, however each breaks its lines."""
    whole = [squeezed(line) for line in other]
    known, text = set(whole), "".join(whole)
    return [line for line in lines if not _is_within(squeezed(line), known, text)]


def _is_within(line: str, known: set[str], text: str) -> bool:
    return line in known or (len(line) >= _TRIVIAL and line in text)


def _remaining(lines: list[str], names: frozenset[str]) -> list[str]:
    without = without_certain_notices([line.strip(" *") for line in lines])
    return without_courtesies([line for line in without if line], names, DOUBT)


def _unmarked(line: str) -> str:
    return line.lstrip(_MARKS).strip()


def squeezed(line: str) -> str:
    """Return a line without spaces and plain punctuation, in small letters; a question and a picture stay one."""
    return _PUNCTUATION.sub("", line.casefold()) or line.strip()
