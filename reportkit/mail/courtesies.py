"""Lines of an e-mail that plainly say nothing: greetings, farewells, names, roles, addresses, and a message's head.

They are known by tables of words, each word of a line. A line with any other word is for a person to look at.
"""

from __future__ import annotations

import re
from typing import Final

from reportkit.mail.own_lines import OWN
from reportkit.mail.quotations import begins_quotation

_LONGEST: Final = 400
"""Characters of a line that can be a courtesy."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def word_table(words: str) -> frozenset[str]:
    """Return the words of a text as a table."""
    return frozenset(words.split())


_FAREWELLS: Final = word_table(
    "with kind kindest best warm warmest many regards wishes thanks thank you cheers yours sincerely faithfully "
    "truly respectfully and all the br kr ta"
)
_GREETINGS: Final = word_table("dear hello hi good morning afternoon evening all team colleagues both")
_SIGNATURES: Final = word_table(
    "senior regional lead assistant deputy acting chief executive officer manager director head inspector "
    "administrator co ordinator coordinator almo of the and for housing inspectorate inspection inspections audit "
    "commission council department directorate services service team region northern southern eastern western "
    "north south east west central london midlands mr mrs ms miss dr tel telephone mobile mob phone direct dial "
    "fax email e mail web website ext extension t m f w d street road lane avenue house floor square place"
)
_DEVICES: Final = word_table(
    "sent from via by my get outlook for ios android iphone ipad ipod galaxy samsung smartphone phone mobile "
    "device tablet blackberry nokia huawei pixel mail yahoo gmail windows the app on proton thunderbird apple "
    "watch"
)
_DEVICE = re.compile(r"(?:sent (?:from|via|by)|get outlook for)\b", re.IGNORECASE)
_REACHED = re.compile(
    r"<?(?:https?://|www\.)\S{1,300}|[<(\[]?(?:mailto:)?[^\s@<>]{1,100}@[^\s@<>]{1,200}[>)\]]?"
    r"|\+?\(?\d[\d ()/.-]{5,}\d|\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b|\b\d{1,4}\b"
)
_RULE = re.compile(r"[\x00\s_=*~.,;:|#+/\\<>()\[\]{}\"'!&“”‘’…•·–—-]*")  # no "?", and no picture: a thumb may be down
_BEGINS = re.compile(r"[-_ ]*(?:original message|forwarded message|begin forwarded message)[-_: ]*", re.IGNORECASE)
_GROUPWISE = re.compile(r"[^.!?]{1,80}<[^<>\s]+@[^<>\s]+>[\d/.: -]{6,30}>>>")
_FIELD = re.compile(r"\W{0,3}(?P<name>[^\W\d_]{1,20}(?: [^\W\d_]{1,20}){0,2})\W{0,3}[:：](?P<value>.*)")
_OF_ADDRESSES = re.compile(r"(?:[^<>@:.!?]{0,60}[<(\[](?:mailto:)?[^<>\s()]{1,100}@[^<>\s()]{1,200}[>)\]][;,]? ?)+")
_NAMES_FIELDS: Final = frozenset(("from", "to", "cc", "von", "an", "de", "oddi wrth", "at"))
_DATES_FIELDS: Final = frozenset(("sent", "date", "gesendet", "datum", "anfonwyd", "dyddiad"))
_SUBJECT_FIELDS: Final = frozenset(("subject", "betreff", "pwnc", "objet"))
_DATE = re.compile(r"(?=.*(?:\b\d{4}\b|\d[:.]\d\d))[\w.:/+()-]+(?:,? [\w.:/+()-]+){0,8}")
_STAMP = re.compile(r"[\d/.-]{6,10},?(?: \d\d?[:.]\d\d(?:[:.]\d\d)?)?(?: [AP]M)?")
_NOTES_NAME = re.compile(r"[^\W\d_]\S*(?: [^\W\d_]\S*){0,3}(?:/[A-Z]{2,12}){1,4}(?:@[A-Z]{2,12})?")
_OUR_SUBJECT = re.compile(
    r".{1,200}: (?:moderation, round \d+|recorded in your name),?"
    r"(?: version(?: [0-9A-Za-z]{4}(?:-[0-9A-Za-z]{4}){4})?)?",
    re.IGNORECASE,
)


def names_in(people: str) -> frozenset[str]:
    """Return the words of names and addresses, in small letters, with the initials of each."""
    words = {word.casefold() for word in _WORD.findall(people)}
    return frozenset(words | {word[0] for word in words})


def without_courtesies(lines: list[str], names: frozenset[str], doubtful: re.Pattern[str]) -> list[str]:
    """Return the lines that say something, or may: none that is `doubtful` is a courtesy."""
    kept: list[str] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        skipped = 0 if doubtful.search(line) else _attribution(lines, place) or int(_is_courtesy(line, names))
        if not skipped:
            kept.append(line)
        place += skipped or 1
    return kept


def _attribution(lines: list[str], place: int) -> int:
    """Return how many lines are “On … wrote:” above a quotation that is really there; or 0."""
    count = begins_quotation(lines, place)
    following = next((lines[at] for at in range(place + count, len(lines)) if lines[at]), "")
    return count if count and following == OWN else 0


def _is_courtesy(line: str, names: frozenset[str]) -> bool:
    if line.endswith("?") or len(line) > _LONGEST:
        return False
    if _RULE.fullmatch(line) or _BEGINS.fullmatch(line) or _is_field(line, names):
        return True
    if any(form.fullmatch(line) for form in (_GROUPWISE, _STAMP, _NOTES_NAME)):
        return True
    rest = _REACHED.sub(" ", line)
    words = {word.casefold() for word in _WORD.findall(rest)}
    if not _RULE.fullmatch(_WORD.sub("", rest)):
        return False
    if _DEVICE.match(line):
        return words <= _DEVICES
    return any(words <= table | names for table in (_FAREWELLS, _GREETINGS, _SIGNATURES))


def _is_field(line: str, names: frozenset[str]) -> bool:
    """Return whether a line is of a message's head: a name, a date, or the subject of a message of ours."""
    found = _FIELD.fullmatch(line)
    if not found:
        return False
    name, value = found["name"].casefold(), found["value"].strip()
    if name in _NAMES_FIELDS:
        words = {word.casefold() for word in _WORD.findall(_REACHED.sub(" ", value))}
        return words <= names or bool(_OF_ADDRESSES.fullmatch(value))
    if name in _DATES_FIELDS:
        return bool(_DATE.fullmatch(value))
    return name in _SUBJECT_FIELDS and bool(_OUR_SUBJECT.fullmatch(value))
