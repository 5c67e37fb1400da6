"""A moderator's e-mailed reply → what it says. It comes from outside, so it is read strictly and never guessed at.

Three answers count: “I agree”, “I do not agree because …”, “I need …”, at the beginning of a line, one of them and
once. Codes of versions are looked for in the subject and in what the moderator wrote. What was quoted from the pack's
own message counts for nothing: it has all three lines in it. Whatever else is not read as the moderator's words is
looked through for a condition or another answer, and named.
"""

from __future__ import annotations

import re
from typing import Final, NoReturn

from msgspec import Struct
from msgspec.structs import replace

from reportkit.errors import Refused
from reportkit.mail.html_text import STRUCK_OUT
from reportkit.mail.incoming_mail import IncomingMail, received
from reportkit.mail.left_out import CONDITION, OmittedLines, left_out
from reportkit.mail.message import AGREE
from reportkit.mail.reply_answers import ANSWERS, BECAUSE, LINES, Answer, Found, answers_in, speaks
from reportkit.mail.reply_text import HYPHENS, joined, parted_reply, plain_lines, texts_of, without_quoted_pack


class Reply(Struct, frozen=True, kw_only=True):
    """The content of a reply.

    `codes` are those of the versions that it names, as they are written, each once. `words` are the reason, or what is
    needed; with “I agree” whatever else was written. `sender` is the address that the message gives: a claim, no proof.
    `attached` are the names of what hangs on it, which is not read. `beside` are the lines that are no part of the
    answer and that a person has to look at: no courtesy, no notice and none of our own. `in_html` says that the
    answer stands in HTML alone, though there is plain text as well.
    """

    codes: tuple[str, ...]
    answer: Answer
    words: str
    sender: str
    attached: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    in_html: bool = False


LONGEST: Final = 20_000
"""Characters in `words`: what a record can hold."""

_GROUPS = "[0-9A-Za-z]{4}(?:\\s{0,3}-\\s{0,3}[0-9A-Za-z]{4}){4}"  # a mail program may break the line at a hyphen
_SPACED = "[0-9A-Z]{4}(?:[\\s-]{0,3}[0-9A-Z]{4}){4}"  # only behind “version” or “code”: five words could look like it
_CODE = re.compile(
    rf"(?:\b(?:(?i:version|code))[ :#]{{1,3}}(?P<named>{_GROUPS}|{_SPACED})|(?<![\w-])(?P<alone>{_GROUPS}))(?![\w-])"
)
_NAMES = re.compile(r"\w+")
_GREETING = re.compile(r"(?:dear|hello|hi|good (?:morning|afternoon|evening))\b[^.!?]{0,60}[,.!]?", re.IGNORECASE)


class _ParsedReply(Struct, frozen=True):
    """A reply as one of its texts has it: its lines and the answer among them, and the lines that were left out."""

    reply: Reply
    lines: list[str]
    found: Found
    left_out: list[str]


def read_reply(data: bytes) -> Reply:
    """Return what an .eml file says. Raise Refused, with a sentence that says what to do, where that is not clear."""
    message = received(data)
    text, other = texts_of(message)
    read = _read(message, without_quoted_pack(text, message.subject), other)
    _refuse_question(read)
    elsewhere = left_out(plain_lines(other), message.people, message.subject)
    beside = left_out(read.left_out, message.people, message.subject).and_only_in(elsewhere, plain_lines(text))
    _refuse_turned(read, beside)
    reply = replace(read.reply, in_html=bool(message.plain) and text != joined(message.plain))
    if read.found.answer == "agree":
        others = [*read.lines[: read.found.line], "", *read.lines[read.found.line + 1 :]]
        written = left_out(others, message.people, message.subject)
        return replace(reply, beside=tuple(dict.fromkeys((*written.lines, *beside.lines))))
    above = left_out(read.lines[: read.found.line], message.people, message.subject).own
    words = _short_enough("\n\n".join(filter(None, ("\n".join(above), read.reply.words))))
    return replace(reply, words=words, beside=beside.lines)


def as_recorded(data: bytes) -> Reply:
    """Return what an .eml file says as replies were read at first: its first text alone, and nothing that is left out.

    For records of then, which are judged as they were made. Raises as `read_reply` does.
    """
    message = received(data)
    text, *others = (shown.replace(STRUCK_OUT, "") for shown in (*message.plain[:1], *message.html[:1]))
    return _read(message, text, "".join(others)).reply


def _read(message: IncomingMail, text: str, other: str) -> _ParsedReply:
    parted = parted_reply(text)
    written = "\n".join(parted.written)
    lines = _without_own_name(_without_codes(written), message.name)
    found = _answer(lines)
    _refuse_two_tongues(other, found)
    words = _short_enough(_words(lines, found))
    reply = Reply(
        codes=_codes(message, written),
        answer=found.answer,
        words=words,
        sender=message.sender,
        attached=message.attached,
    )
    return _ParsedReply(reply, lines, found, parted.left_out)


def _short_enough(words: str) -> str:
    if len(words) > LONGEST:
        _refuse(f"The reply holds more than {LONGEST:,} characters", "Ask for a shorter one.")
    return words


def _refuse_question(read: _ParsedReply) -> None:
    line = read.lines[read.found.line]
    if read.found.answer == "agree" and "?" in line:
        _refuse(f"“{line[:80]}” is a question, and no answer", "Ask for one of the three answers.")


def _refuse_turned(read: _ParsedReply, beside: OmittedLines) -> None:
    """Raise Refused where a line that is not read as part of the answer gives another, or turns an agreement."""
    answer = LINES[read.found.answer]
    second = next(filter(speaks, beside.own), "")
    if second:
        _refuse(f"The reply has 2 answers, “{answer}” and, apart from it, “{second[:80]}”", "Ask for one alone.")
    condition = beside.doubtful if read.found.answer == "agree" else ""
    if condition:
        what = f"“{answer}” and, apart from it, “{condition[:80]}” says more than “{AGREE}”"
        _refuse(what, "Ask for one of the three answers alone.")


def _codes(message: IncomingMail, written: str) -> tuple[str, ...]:
    said = (HYPHENS.sub("-", message.subject), written)
    found = (each["named"] or each["alone"] for text in said for each in _CODE.finditer(text))
    return tuple(dict.fromkeys(found))


def _without_codes(written: str) -> list[str]:
    """Return the lines without codes: a code beside an answer is no part of what it says."""
    return _CODE.sub(lambda found: "\n" * found[0].count("\n"), written).split("\n")


def _without_own_name(lines: list[str], name: str) -> list[str]:
    """Return the lines without a last one that is the sender's own name, or a part of it with initials.

    Letters end with such a line.
    """
    own = set(_NAMES.findall(name.casefold()))
    last = next((place for place in reversed(range(len(lines))) if lines[place].strip()), 0)
    said = set(_NAMES.findall(lines[last].casefold())) if lines else set()
    initials = {word[0] for word in own}
    return lines[:last] if said & own and said <= own | initials else lines


def _answer(lines: list[str]) -> Found:
    found = list(answers_in(lines))
    if not found:
        struck = next((f". “{line[:80]}” is no answer" for line in lines if line.startswith(STRUCK_OUT)), "")
        _refuse(
            f"The reply has none of the three answers at the beginning of a line{struck}",
            f"Ask for one, above the message that it answers: {'; '.join(LINES.values())}.",
        )
    if len(found) > 1:
        names = "; ".join(f"“{LINES[each.answer]}”" for each in found)
        _refuse(f"The reply has {len(found)} answers, {names}", "Ask for one alone.")
    return found[0]


def _refuse_two_tongues(other: str, found: Found) -> None:
    """Check that a message in two forms, which may be shown in either, has the same answer in both."""
    others = list(answers_in(parted_reply(other).written))
    if len(others) == 1 and others[0].answer != found.answer:
        names = f"“{LINES[found.answer]}” as plain text and “{LINES[others[0].answer]}” in HTML"
        _refuse(f"The reply says {names}", "Ask for another, in plain text alone.")


def _words(lines: list[str], found: Found) -> str:
    line = lines[found.line].lstrip("-•*“\"' ")
    beside = ANSWERS[found.answer].sub("", line, count=1)
    if found.answer == "agree":
        others = [*lines[: found.line], *lines[found.line + 1 :]]
        return _beside_agreement(line, beside, [each for each in others if not _GREETING.fullmatch(each)])
    if found.answer == "not-agreed" and not (BECAUSE.search(line) and _joined([beside, *lines[found.line + 1 :]])):
        _refuse("The reply does not agree and gives no reason", f"Ask for it: “{LINES['not-agreed']}”.")
    words = _joined([beside, *lines[found.line + 1 :]])
    if not words:
        _refuse("The reply does not say what is needed", f"Ask for it: “{LINES['need']}”.")
    return words


def _beside_agreement(line: str, beside: str, others: list[str]) -> str:
    """Return what else was written. “I agree, but …” is not “I agree”, on one line or on two."""
    condition = next((each for each in others if CONDITION.search(each)), "")
    if re.search(r"\w", beside) or condition:
        more = f"“{line[:80]}”" if re.search(r"\w", beside) else f"“{line[:20]}” and “{condition[:80]}”"
        _refuse(f"{more} says more than “{AGREE}”", "Ask for one of the three answers alone.")
    return _joined(others)


def _joined(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(" \n.…")


def _refuse(what: str, remedy: str) -> NoReturn:
    raise Refused(what, remedy=remedy)
