"""The three answers of a reply, and the lines that begin with one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from msgspec import Struct

from reportkit.mail.message import AGREE, NEED, NOT_AGREED

Answer = Literal["agree", "not-agreed", "need"]


class Found(Struct, frozen=True):
    """An answer, and the place of its line among the lines."""

    answer: Answer
    line: int


ANSWERS: Final[dict[Answer, re.Pattern[str]]] = {
    "agree": re.compile(r"I agree\b", re.IGNORECASE),
    "not-agreed": re.compile(r"I (?:do not|don'?t) agree\b(?:,? because\b)?[ :,.…]*", re.IGNORECASE),
    "need": re.compile(r"I need\b[ :…]*", re.IGNORECASE),
}
BECAUSE = re.compile(r"agree,? because\b", re.IGNORECASE)
LINES: Final[dict[Answer, str]] = {"agree": AGREE, "not-agreed": f"{NOT_AGREED} …", "need": f"{NEED} …"}


def speaks(line: str) -> bool:
    """Return whether a line begins with one of the answers."""
    return bool(list(answers_in([line])))


def answers_in(lines: Iterable[str]) -> Iterator[Found]:
    """Yield the answers at the beginnings of lines, a list's or quotation's marks before them left out."""
    for place, line in enumerate(lines):
        said = line.lstrip("-•*>“\"' ")
        yield from (Found(answer, place) for answer, form in ANSWERS.items() if form.match(said))
