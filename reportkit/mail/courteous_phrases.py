"""Lines of an agreement that plainly say nothing, each by a table: a greeting, a farewell, who wrote it.

A line counts as one only where all of it does: phrases of the tables, one after the other, with plain punctuation
between them. What is in no table is shown to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from reportkit.mail.reply_context import WORD, ReplyContext, words_of

_Phrases = frozenset[tuple[str, ...]]

_FAREWELLS: Final = (
    "regards, kind regards, kindest regards, best regards, warm regards, warmest regards, with kind regards, "
    "with kindest regards, with best regards, with warm regards, with regards, best wishes, with best wishes, "
    "kind wishes, thanks, many thanks, with thanks, with many thanks, thanks again, thank you, thank you very much, "
    "thanks very much, many thanks and kind regards, thanks and regards, thanks and kind regards, "
    "thanks and best wishes, all the best, best, cheers, yours, yours sincerely, yours faithfully, yours truly, "
    "sincerely, rgds, kr, br, cofion, cofion gorau, diolch, mit freundlichen grüßen, viele grüße, cordialement"
)
_GREETINGS: Final = (
    "dear, hello, hi, good morning, good afternoon, good evening, morning, afternoon, dear all, hello all, hi all, "
    "dear colleague, dear colleagues, hi both, dear both, dear sir, dear madam, dear sir or madam, annwyl, guten tag"
)
_PLAIN_GAP = re.compile(r" ?(?:[,.!&|/•·:;–-] ?)?")
_RULE = re.compile(r"[-_=*~#]{3,}|--|[–—-]")
_DEVICES: Final = (
    r"iphone|ipad|ipod|mac|galaxy|samsung (?:galaxy )?(?:smartphone|device|tablet|mobile)|blackberry(?: \d+)?"
    r"|nokia(?: \w+)?|huawei mobile|android(?: phone| device)?|windows phone|mobile(?: phone)?|phone|tablet"
    r"|(?:the )?(?:yahoo|gmail|proton|outlook)(?: mail)?(?: (?:for|on) (?:android|ios|iphone|ipad|windows|mac))?"
    r"|(?:apple )?mail(?: for windows(?: 10)?)?|thunderbird"
)
_MACHINE = re.compile(
    rf"sent (?:from|via) (?:my )?(?:{_DEVICES})(?: ?<?https://aka\.ms/\w{{1,12}}>?)?\.?"
    r"|get outlook for (?:ios|android|windows|mac)(?: ?<?https://aka\.ms/\w{1,12}>?)?\.?",
    re.IGNORECASE,
)
"""What programs write below a message."""

_STUB = re.compile(
    r"(?:this (?:e-?mail|message) is in html(?: format)?|your (?:e-?mail|mail) (?:client|program|reader) (?:does not"
    r"|cannot) (?:support|show|display) html(?: (?:e-?mails?|messages?))?)\.(?: please use a (?:client|program|reader)"
    r" that (?:does|(?:shows|supports|displays) (?:it|html))\.)?",
    re.IGNORECASE,
)
"""What programs write instead of a message that is in HTML."""

_MOST_WORDS: Final = 20
_LONGEST_NAME: Final = 4
_ADDRESS: Final = "rkaddress"
"""Stands for the moderator's own address while a line is looked at."""


def is_courtesy(line: str, context: ReplyContext) -> bool:
    """Return whether all of a line is a greeting, a farewell, a machine's line, or the moderator's listed self."""
    if not line or _RULE.fullmatch(line) or _MACHINE.fullmatch(line) or _STUB.fullmatch(line):
        return True
    marked = _with_address(line, context)
    words, gaps = words_of(marked), WORD.split(marked)
    if not 0 < len(words) <= _MOST_WORDS or not all(map(_PLAIN_GAP.fullmatch, gaps)):
        return False
    return _is_made_of(words, _farewells_and_self(context)) or _is_greeting(words, context)


def is_stub(lines: Iterable[str]) -> bool:
    """Return whether a text only says that the message is in HTML."""
    return bool(_STUB.fullmatch(" ".join(filter(None, lines))))


def names_of(people: Iterable[str]) -> frozenset[str]:
    """Return the words of people's names, in small letters."""
    return frozenset(word for name in people for word in words_of(name))


def _with_address(line: str, context: ReplyContext) -> str:
    address = context.moderator.address
    if not address:
        return line
    form = rf"(?:\b(?:e-?mail|e) ?:? ?)?[<(\[]?(?:mailto:)?{re.escape(address)}[>)\]]?"
    return re.sub(rf"{form}(?: ?<mailto:{re.escape(address)}>)?", _ADDRESS, line, flags=re.IGNORECASE)


def _is_made_of(words: list[str], phrases: _Phrases) -> bool:
    """Return whether words are phrases of a table, one after the other."""
    ends = {0}
    for end in range(1, len(words) + 1):
        if any(start in ends and tuple(words[start:end]) in phrases for start in range(end)):
            ends.add(end)
    return len(words) in ends


def _is_greeting(words: list[str], context: ReplyContext) -> bool:
    names = names_of(each.name for each in (*context.people, context.moderator))
    greeted = next((count for count in (4, 3, 2, 1) if tuple(words[:count]) in _phrases(_GREETINGS)), 0)
    return len(words) <= greeted + _LONGEST_NAME and all(word in names for word in words[greeted:])


@lru_cache(maxsize=8)
def _phrases(table: str) -> _Phrases:
    return frozenset(tuple(words_of(phrase)) for phrase in table.split(","))


@lru_cache(maxsize=8)
def _farewells_and_self(context: ReplyContext) -> _Phrases:
    titles = (tuple(words_of(role)) for role in context.roles)
    joined = (tuple(words_of(role.replace("-", ""))) for role in context.roles)  # "coordinator"
    return frozenset((*_phrases(_FAREWELLS), *titles, *joined, *_name_forms(context.moderator.name), (_ADDRESS,)))


def _name_forms(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the ways in which people sign: each name alone, all of them, and their initials."""
    names = words_of(name)
    if not names:
        return
    initials = [word[0] for word in names]
    yield from ((word,) for word in names)
    yield from (tuple(names), tuple(initials), ("".join(initials),), (*initials[:-1], names[-1]))
    yield (initials[0],)
