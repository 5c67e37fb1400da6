"""What mail systems add to a message: a warning at its top, the house's notice at its end.

Both are full of “unless” and “if”, and would turn each “I agree” into one with a condition. They are told by several
marks at once, so that nothing a person says is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Final

from reportkit.mail.quotations import Parted

_WARNING = re.compile(
    r"LearnAboutSenderIdentification"
    r"|(?:do not|don't|never|be careful|caution|think before).{0,80}\b(?:click|open).{0,40}\b(?:links?|attachments?)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\W*(?:this|the (?:information|contents?|views)|any (?:views|unauthori)|if you (?:are|have)|confidential"
    r"|disclaimer|important|notice|privileged|e-?mail|please (?:consider|note))",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"intended recipients?|(?:intended|for the use)\b.{0,30}\b(?:for|of)|confidential|privileged|virus|unauthori[sz]ed"
    r"|registered (?:office|in england)|those of the (?:author|sender|individual)|received .{0,30}in error",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\b(?:e-?mails?|messages?|communication|transmission|attachments?)\b", re.IGNORECASE)
_STUB = re.compile(
    r"this (?:e-?mail|message|is an? html).{0,40}\bhtml\b|your (?:e-?mail|mail) (?:client|program|reader).{0,60}"
    r"\bhtml\b"
    r"|\W*(?:please )?(?:consider the environment|think before).{0,40}\bprint",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?;:\]])\s+")
_PERSONAL = re.compile(
    r"\b(?:I|I'm|I'd|me|my|we would|paras?|paragraphs?|pack|moderat\w+|judge?ments?|prospects|findings?|figures?"
    r"|tables?|tenants?|surveys?|reports?|sign(?!atures?\b)\w*|corrected|correct|understanding|agreement)\b",
    re.IGNORECASE,
)
_OF_NOTICES = re.compile(
    r"recipients?|addressee|confidential|privileged|virus|liab|cop(?:y|ies|ied|ying)\b|disclos|in error|delet|notif"
    r"|sender|author|opinions|e-?mails?\b|messages?\b|attachments?|communications?\b|transmission|registered"
    r"|disseminat|distribut|\bprint|aka\.ms|https?://|\bwww\.|\bhtml\b|\bprograms?\b|\bcaution|disclaimer|monitor"
    r"|important:|notice:",
    re.IGNORECASE,
)
_LONGEST: Final = 3_000
"""Characters of a paragraph that is looked at."""


def without_notices(lines: Parted, says_something: Callable[[str], bool]) -> Parted:
    """Leave out warnings above the first line that `says_something`, and a notice and all that follows it.

    A paragraph that says something itself is neither.
    """
    kept: list[str] = []
    left: list[str] = []
    said = ended = False
    for paragraph in _paragraphs(lines.written):
        speaks, words = any(map(says_something, paragraph)), " ".join(paragraph)[:_LONGEST]
        ended = ended or (said and not speaks and _is_notice(words))
        said = said or speaks
        (left if ended or not (said or not _WARNING.search(words)) else kept).extend(paragraph)
    return Parted(kept, [*left, "", *lines.left_out])


def without_certain_notices(lines: list[str]) -> list[str]:
    """Leave out paragraphs that are notices or warnings in each of their sentences, and none of it a person's.

    What follows a notice belongs to it where each of its sentences could be one's as well.
    """
    kept: list[str] = []
    before = False
    for paragraph in _paragraphs(lines):
        words = " ".join(paragraph)
        begins = before or _is_notice(words) or bool(_WARNING.search(words)) or bool(_STUB.match(words))
        if re.search(r"\w", words) and begins and is_impersonal(words):
            before = True
        else:
            kept += paragraph
    return kept


def _paragraphs(lines: list[str]) -> Iterator[list[str]]:
    for _, group in groupby(lines, bool):
        yield list(group)


def is_impersonal(words: str) -> bool:
    """Return whether each sentence speaks of messages, as notices do, and none as a moderator does."""
    sentences = [each for each in _SENTENCE.split(words[:_LONGEST]) if re.search(r"\w", each)]
    return len(words) <= _LONGEST and not _PERSONAL.search(words) and all(map(_OF_NOTICES.search, sentences))


def _is_notice(words: str) -> bool:
    return bool(_NOTICE.match(words) and _MARK.search(words) and _MAIL.search(words))
