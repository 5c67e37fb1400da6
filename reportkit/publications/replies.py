"""A moderator's e-mailed reply → what it says. It comes from outside, so it is read strictly and never guessed at.

Three answers count: “I agree”, “I do not agree because …”, “I need …”, at the beginning of a line, one of them and
once. The version's code must be in the subject or in what the moderator wrote. What was quoted from the pack's own
message counts for nothing: it has all three lines in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NoReturn

from msgspec import Struct

from reportkit.errors import Refused
from reportkit.moderation.subject import code_signs
from reportkit.publications.mail import AGREE, NEED, NOT_AGREED
from reportkit.publications.received import Received, received

Answer = Literal["agree", "not-agreed", "need"]


class Reply(Struct, frozen=True, kw_only=True):
    """What a reply says.

    `code` is that of the version it is about: its 20 signs alone. `words` are the reason, or what is needed;
    with “I agree” whatever else was written. `sender` is the address that the message gives: a claim, no proof.
    """

    code: str
    answer: Answer
    words: str
    sender: str


LONGEST: Final = 20_000
"""Characters in `words`: what a record can hold."""

_SIGN = "[0-9A-Za-z]"
_CODE = re.compile(rf"(?<![0-9A-Za-z-]){_SIGN}{{4}}(?:-{_SIGN}{{4}}){{4}}(?![0-9A-Za-z-])")
_NAMED_CODE = re.compile(rf"\b(?:(?:version|code)[ :]{{1,3}})?{_CODE.pattern}", re.IGNORECASE)
_HYPHENS = re.compile("[\u2010-\u2013]")  # what programs make of a hyphen
_ANSWERS: Final[dict[Answer, re.Pattern[str]]] = {
    "agree": re.compile(r"I agree\b", re.IGNORECASE),
    "not-agreed": re.compile(r"I (?:do not|don'?t) agree\b(?:,? because\b)?[ :,.…]*", re.IGNORECASE),
    "need": re.compile(r"I need\b[ :…]*", re.IGNORECASE),
}
_BECAUSE = re.compile(r"agree,? because\b", re.IGNORECASE)
_LINES: Final[dict[Answer, str]] = {"agree": AGREE, "not-agreed": f"{NOT_AGREED} …", "need": f"{NEED} …"}
_CLOSING = re.compile(
    r"(?:--|(?:(?:kind|best|warm|many) )?(?:regards|wishes|thanks)|thanks|yours(?: \w+)?|sent from my \w+)\W*",
    re.IGNORECASE,
)
_QUOTE_BEGINS = re.compile(
    r"-+ ?(?:original message|forwarded message)|On .{1,300} wrote:$|_{10,}$|begin forwarded message", re.IGNORECASE
)
_OLD_HEADER = re.compile(r"\W*(?:from|sent|to|subject|date):", re.IGNORECASE)
_SPACES = re.compile(r"[^\S\n]+")


class _Found(Struct, frozen=True):
    """An answer, and the place of its line among the lines."""

    answer: Answer
    line: int


def read_reply(data: bytes) -> Reply:
    """What an .eml file says. Raises Refused, with a sentence that says what to do, where that is not clear."""
    message = received(data)
    lines = _written(message.text)
    code = _code(message, lines)
    found = _answer(lines)
    words = _words(lines, found)
    if len(words) > LONGEST:
        _refuse(f"The reply holds more than {LONGEST:,} characters", "Ask for a shorter one.")
    return Reply(code=code, answer=found.answer, words=words, sender=message.sender)


def _written(text: str) -> list[str]:
    """The lines that the sender wrote: without quoted ones, what comes below another message's head, the farewell."""
    lines = [_plain(line) for line in text.split("\n")]
    kept: list[str] = []
    for place, line in enumerate(lines):
        if _begins_quote(lines, place) or _CLOSING.fullmatch(line):
            break
        if not line.startswith(">"):
            kept.append(line)
    return kept


def _plain(line: str) -> str:
    straight = line.replace("’", "'").replace("‘", "'")
    return _SPACES.sub(" ", straight).strip(" *")


def _begins_quote(lines: list[str], place: int) -> bool:
    """Whether another message begins: a rule says so, “On … wrote:” on one or two lines, or its head does."""
    line, *following = lines[place : place + 3]
    if _QUOTE_BEGINS.match(line) or (line.startswith("On ") and _QUOTE_BEGINS.match(" ".join([line, *following[:1]]))):
        return True
    heads = (bool(_OLD_HEADER.match(each)) for each in (line, *following))
    return line.lower().lstrip("*").startswith("from:") and sum(heads) > 1


def _code(message: Received, lines: list[str]) -> str:
    said = "\n".join((_plain(message.subject), *lines))
    codes = {code_signs(each) for each in _CODE.findall(_HYPHENS.sub("-", said))}
    if not codes:
        _refuse(
            "The reply does not say which version it is about",
            "Ask for the code from the pack's cover, in the subject or beside the answer.",
        )
    if len(codes) > 1:
        _refuse(
            f"The reply names {len(codes)} versions: {', '.join(sorted(codes))}", "Ask for one reply for each version."
        )
    return codes.pop()


def _answer(lines: list[str]) -> _Found:
    found = list(_answers(lines))
    if not found:
        _refuse(
            "The reply has none of the three answers at the beginning of a line",
            f"Ask for one, above the message that it answers: {'; '.join(_LINES.values())}.",
        )
    if len(found) > 1:
        names = "; ".join(f"“{_LINES[each.answer]}”" for each in found)
        _refuse(f"The reply has {len(found)} answers, {names}", "Ask for one alone.")
    return found[0]


def _answers(lines: list[str]) -> Iterator[_Found]:
    for place, line in enumerate(lines):
        said = line.lstrip("-•*>“\"' ")
        yield from (_Found(answer, place) for answer, form in _ANSWERS.items() if form.match(said))


def _words(lines: list[str], found: _Found) -> str:
    line = lines[found.line].lstrip("-•*“\"' ")
    beside = _ANSWERS[found.answer].sub("", line, count=1)
    if found.answer == "agree":
        _insist_on_nothing(line, beside)
        return _joined([*lines[: found.line], *lines[found.line + 1 :]])
    if found.answer == "not-agreed" and not (_BECAUSE.search(line) and _joined([beside, *lines[found.line + 1 :]])):
        _refuse("The reply does not agree and gives no reason", f"Ask for it: “{_LINES['not-agreed']}”.")
    words = _joined([beside, *lines[found.line + 1 :]])
    if not words:
        _refuse("The reply does not say what is needed", f"Ask for it: “{_LINES['need']}”.")
    return words


def _insist_on_nothing(line: str, beside: str) -> None:
    """“I agree, but …” is not “I agree”; a code may stand beside it."""
    without_code = _NAMED_CODE.sub("", _HYPHENS.sub("-", beside))
    if re.search(r"\w", without_code):
        _refuse(f"“{line[:80]}” says more than “{AGREE}”", "Ask for one of the three answers alone.")


def _joined(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(" \n.…")


def _refuse(what: str, remedy: str) -> NoReturn:
    raise Refused(what, remedy=remedy)
