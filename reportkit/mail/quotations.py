"""Which lines of a reply its sender wrote, and which a mail program quoted from the message that it answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from msgspec import Struct

CLOSING = re.compile(
    r"(?:(?:(?:with )?(?:kind|best|warm|many) )?(?:regards|wishes|thanks)|thank you|thanks|cheers|yours(?: \w+)?"
    r"|sent (?:from|via|by) .{1,60}|get outlook for .{1,80})\W*",
    re.IGNORECASE,
)
_POST_SCRIPT = re.compile(r"P\.? ?(?:P\.? ?)?S\b", re.IGNORECASE)
_SENTENCES: Final = (
    r"-+ ?(?:original message|forwarded message)",
    r"On .{1,300} wrote:$",
    r"_{10,}$",
    r"begin forwarded message",
    r"(?:.{0,300}\s)?[<(\[] ?[^<>()\[\]\s]{1,200}@[^<>()\[\]\s]{1,200}[>)\]].{0,40}[:：]$",  # “wrote:” in any language
    r">>> .{1,300} >>>$",  # GroupWise, which marks nothing below it
)
_QUOTE_BEGINS = re.compile("|".join(_SENTENCES), re.IGNORECASE)
_WRAPPED = ("On ", "Am ", "Ar ", "Le ", "El ", "Il ", "Op ")
"""How “On … wrote:” begins, in the languages in which it is told though it runs over two lines."""

_OLD_HEADER = re.compile(r"\W*(?:from|sent|to|subject|date):", re.IGNORECASE)
_FIELD = re.compile(r"\W{0,3}[^\W\d_]{1,20}(?: [^\W\d_]{1,20}){0,2}\W{0,3}[:：]\W{0,3}\w")
_OF_A_HEAD = re.compile(r"[^\s@]@[^\s@]|\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}\b")
_HEAD: Final = 3
"""Lines “Word: …” after each other that make a message's head, if one of them has an address or the pack's code."""

_DATED = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b(?:19|20)\d\d\b|\S@\S")
_LONGEST: Final = 400
"""Characters of a line that can be where a quotation begins."""

_SPACES = re.compile(r"[^\S\n]+")


class Parted(Struct, frozen=True):
    """A reply's lines: those that its sender seems to have written, and those that were left out as not theirs."""

    written: list[str]
    left_out: list[str]


def parted(text: str, says_something: Callable[[str], bool]) -> Parted:
    """Part the lines that the sender wrote from quoted ones, those below another message's head, and the farewell.

    It is a guess: what is left out is looked through before anything is recorded.

    Where each quoted line is marked with ">", the sender may go on below them; otherwise nothing tells where a quoted
    message ends. A farewell ends the text only after a line that `says_something`: “Thanks” may stand at the top; and
    a post-scriptum goes on after it.
    """
    lines = [plain(line) for line in text.split("\n")]
    kept: list[str] = []
    left: list[str] = []
    place, said, ended = 0, False, False
    while place < len(lines):
        line, quoted = lines[place], _head_of_quote(lines, place)
        if line == "--" or (quoted and not _is_marked(lines, place + quoted)):
            return Parted(kept, left + lines[place:])
        ended = (ended or (said and bool(CLOSING.fullmatch(line)))) and not _POST_SCRIPT.match(line)
        if not quoted and not ended and not line.startswith(">"):
            kept.append(line)
            said = said or says_something(line)
        else:
            left += lines[place : place + (quoted or 1)]
        place += quoted or 1
    return Parted(kept, left)


def plain(line: str) -> str:
    """Return a line with straight apostrophes and single spaces, without spaces and stars around it."""
    straight = line.replace("’", "'").replace("‘", "'")
    return _SPACES.sub(" ", straight).strip(" *")


def begins_quotation(lines: list[str], place: int) -> int:
    """Return how many lines are “On … wrote:” with a date or an address, as no sentence of a person's has; or 0."""
    count = _head_of_quote(lines, place)
    line = " ".join(lines[place : place + count])
    return count if count and _DATED.search(line) else 0


def _head_of_quote(lines: list[str], place: int) -> int:
    """Return how many lines say here that another message begins: a rule, “On … wrote:” on one or two, or its head.

    Or 0.
    """
    line, *following = lines[place : place + _HEAD]
    if line in ("", ">") or len(line) > _LONGEST:
        return 0
    if _QUOTE_BEGINS.match(line):
        return 1
    if line.startswith(_WRAPPED) and _QUOTE_BEGINS.match(" ".join([line, *following[:1]])[:_LONGEST]):
        return 2
    return 1 if _is_head([line, *following]) else 0


def begins_message(lines: list[str]) -> bool:
    """Return whether the first lines begin the head of a message in English, as Outlook writes it."""
    if not lines or not lines[0][:20].lower().lstrip("*").startswith("from:"):
        return False
    return sum(bool(_OLD_HEADER.match(each)) for each in lines[:_HEAD]) > 1


def _is_head(lines: list[str]) -> bool:
    """Return whether the lines begin a message's head.

    Outlook's in English, or one that looks like it in any language.
    """
    if begins_message(lines):
        return True
    fields = [each for each in lines if _FIELD.match(each[:_LONGEST])]
    return len(fields) == _HEAD and any(_OF_A_HEAD.search(each[:_LONGEST]) for each in fields)


def _is_marked(lines: list[str], place: int) -> bool:
    """Return whether the next line that is not empty is marked as quoted."""
    return next((lines[at] for at in range(place, len(lines)) if lines[at]), "").startswith(">")
