"""Which lines of a reply its sender wrote, and which a mail program quoted from the message that it answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_CLOSING = re.compile(
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

_LONGEST: Final = 400
"""Characters of a line that can be where a quotation begins."""

_SPACES = re.compile(r"[^\S\n]+")


def written_lines(text: str, says_something: Callable[[str], bool]) -> list[str]:
    """The lines that the sender wrote: without quoted ones, what comes below another message's head, the farewell.

    Where each quoted line is marked with ">", the sender may go on below them; otherwise nothing tells where a quoted
    message ends. A farewell ends the text only after a line that `says_something`: “Thanks” may stand at the top; and
    a post-scriptum goes on after it.
    """
    lines = [_plain(line) for line in text.split("\n")]
    kept: list[str] = []
    place, said, ended = 0, False, False
    while place < len(lines):
        line, quoted = lines[place], _head_of_quote(lines, place)
        if line == "--" or (quoted and not _is_marked(lines, place + quoted)):
            break
        ended = (ended or (said and bool(_CLOSING.fullmatch(line)))) and not _POST_SCRIPT.match(line)
        if not quoted and not ended and not line.startswith(">"):
            kept.append(line)
            said = said or says_something(line)
        place += quoted or 1
    return kept


def _plain(line: str) -> str:
    straight = line.replace("’", "'").replace("‘", "'")
    return _SPACES.sub(" ", straight).strip(" *")


def _head_of_quote(lines: list[str], place: int) -> int:
    """How many lines say here that another message begins: a rule, “On … wrote:” on one or two, or its head; or 0."""
    line, *following = lines[place : place + _HEAD]
    if len(line) > _LONGEST:
        return 0
    if _QUOTE_BEGINS.match(line):
        return 1
    if line.startswith(_WRAPPED) and _QUOTE_BEGINS.match(" ".join([line, *following[:1]])[:_LONGEST]):
        return 2
    return 1 if _is_head([line, *following]) else 0


def _is_head(lines: list[str]) -> bool:
    """Whether the lines begin a message's head: Outlook's in English, or one that looks like it in any language."""
    known = sum(bool(_OLD_HEADER.match(each)) for each in lines)
    if lines[0].lower().lstrip("*").startswith("from:") and known > 1:
        return True
    fields = [each for each in lines if _FIELD.match(each[:_LONGEST])]
    return len(fields) == _HEAD and any(_OF_A_HEAD.search(each[:_LONGEST]) for each in fields)


def _is_marked(lines: list[str], place: int) -> bool:
    """Whether the next line that is not empty is marked as quoted."""
    return next((lines[at] for at in range(place, len(lines)) if lines[at]), "").startswith(">")
