"""Which lines of a reply its sender wrote, and which a mail program quoted from the message that it answers."""

from __future__ import annotations

import re
from collections.abc import Callable

_CLOSING = re.compile(
    r"(?:(?:(?:kind|best|warm|many) )?(?:regards|wishes|thanks)|thanks|yours(?: \w+)?|sent from my \w+)\W*",
    re.IGNORECASE,
)
_QUOTE_BEGINS = re.compile(
    r"-+ ?(?:original message|forwarded message)|On .{1,300} wrote:$|_{10,}$|begin forwarded message", re.IGNORECASE
)
_OLD_HEADER = re.compile(r"\W*(?:from|sent|to|subject|date):", re.IGNORECASE)
_SPACES = re.compile(r"[^\S\n]+")


def written_lines(text: str, says_something: Callable[[str], bool]) -> list[str]:
    """The lines that the sender wrote: without quoted ones, what comes below another message's head, the farewell.

    Where each quoted line is marked with ">", the sender may go on below them; otherwise nothing tells where a quoted
    message ends. A farewell ends the text only after a line that `says_something`: “Thanks” may stand at the top.
    """
    lines = [_plain(line) for line in text.split("\n")]
    kept: list[str] = []
    place, said = 0, False
    while place < len(lines):
        line, quoted = lines[place], _head_of_quote(lines, place)
        farewell = said and _CLOSING.fullmatch(line)
        if line == "--" or farewell or (quoted and not _is_marked(lines, place + quoted)):
            break
        if not quoted and not line.startswith(">"):
            kept.append(line)
            said = said or says_something(line)
        place += quoted or 1
    return kept


def _plain(line: str) -> str:
    straight = line.replace("’", "'").replace("‘", "'")
    return _SPACES.sub(" ", straight).strip(" *")


def _head_of_quote(lines: list[str], place: int) -> int:
    """How many lines say here that another message begins: a rule, “On … wrote:” on one or two, or its head; or 0."""
    line, *following = lines[place : place + 3]
    if _QUOTE_BEGINS.match(line):
        return 1
    if line.startswith("On ") and _QUOTE_BEGINS.match(" ".join([line, *following[:1]])):
        return 2
    heads = (bool(_OLD_HEADER.match(each)) for each in (line, *following))
    return 1 if line.lower().lstrip("*").startswith("from:") and sum(heads) > 1 else 0


def _is_marked(lines: list[str], place: int) -> bool:
    """Whether the next line that is not empty is marked as quoted."""
    return next((lines[at] for at in range(place, len(lines)) if lines[at]), "").startswith(">")
