"""What mail systems put into a message and nobody wrote: a warning at its top, the house's notice at its end.

Both are full of “unless” and “if”, and would turn each “I agree” into one with a condition. They are told by several
marks at once, so that nothing a person says is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Final

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
_LONGEST: Final = 3_000
"""Characters of a paragraph that is looked at."""


def without_notices(lines: list[str], says_something: Callable[[str], bool]) -> list[str]:
    """The lines without warnings above the first that `says_something`, and without a notice and all that follows it.

    A paragraph that says something itself is neither.
    """
    return [line for paragraph in _spoken(lines, says_something) for line in paragraph]


def _spoken(lines: list[str], says_something: Callable[[str], bool]) -> Iterator[list[str]]:
    said = False
    for _, group in groupby(lines, bool):
        paragraph = list(group)
        speaks, words = any(map(says_something, paragraph)), " ".join(paragraph)[:_LONGEST]
        if said and not speaks and _is_notice(words):
            return
        said = said or speaks
        if said or not _WARNING.search(words):
            yield paragraph


def _is_notice(words: str) -> bool:
    return bool(_NOTICE.match(words) and _MARK.search(words) and _MAIL.search(words))
