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
from reportkit.mail.agreement import beside_agreement
from reportkit.mail.html_marks import STRUCK_OUT, without_marks
from reportkit.mail.incoming_mail import IncomingMail, received
from reportkit.mail.left_out import CONDITION, DOUBT, PART, OmittedLines, left_out
from reportkit.mail.message import AGREE
from reportkit.mail.quotation_heads import beside_our_subject
from reportkit.mail.reply_answers import ANSWERS, BECAUSE, LINES, Answer, Found, answers_in, speaks
from reportkit.mail.reply_codes import codes_in, without_codes
from reportkit.mail.reply_context import NOTHING_KNOWN, ReplyContext
from reportkit.mail.reply_text import HYPHENS, joined, parted_reply, plain_lines, texts_of, without_quoted_pack
from reportkit.mail.signatures import without_signature


class Reply(Struct, frozen=True, kw_only=True):
    """The content of a reply.

    `codes` are those of the versions that it names, as they are written, each once. `line` has the answer, as it is
    written. `words` are the reason, or what is needed; with “I agree” whatever else was written. `sender` is the
    address that the message gives: a claim, no proof. `attached` are the names of what hangs on it, which is not read.
    `beside` are the lines that are no part of the answer and that a person has to look at, and `digests` name them;
    `left_out` are those that say nothing. `in_html` says that the answer stands in HTML alone, though there is plain
    text as well.
    """

    codes: tuple[str, ...]
    answer: Answer
    words: str
    sender: str
    line: str = ""
    attached: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    digests: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    in_html: bool = False


LONGEST: Final = 20_000
"""Characters in `words`: what a record can hold."""

_NAMES = re.compile(r"\w+")
_GREETING = re.compile(r"(?:dear|hello|hi|good (?:morning|afternoon|evening))\b[^.!?]{0,60}[,.!]?", re.IGNORECASE)


class _ParsedReply(Struct, frozen=True):
    """A reply as one of its texts has it: its lines and the answer among them, and the lines that were left out."""

    reply: Reply
    lines: list[str]
    found: Found
    left_out: list[str]


def read_reply(data: bytes, context: ReplyContext = NOTHING_KNOWN) -> Reply:
    """Return what a saved e-mail says. Raise Refused, with a sentence that says what to do, where that is not clear."""
    message = received(data)
    text, other = texts_of(message)
    read = _read(message, without_quoted_pack(text, message.subject, context), other)
    _refuse_question(read)
    elsewhere = left_out(plain_lines(other), message.people, message.subject, context)
    omitted = left_out(read.left_out, message.people, message.subject, context)
    beside = omitted.and_only_in(elsewhere, plain_lines(text))
    _refuse_turned(read, beside, beside_our_subject(message.subject, context) if context.title else "")
    line = read.lines[read.found.line]
    reply = replace(read.reply, line=line, in_html=bool(message.plain) and text != joined(message.plain))
    if read.found.answer == "agree":
        strict = beside_agreement(message, context)
        return replace(
            reply, attached=strict.attached, beside=strict.lines, digests=strict.digests, left_out=strict.left_out
        )
    return _with_its_words(reply, message, read, beside, context)


def _with_its_words(
    reply: Reply, message: IncomingMail, read: _ParsedReply, beside: OmittedLines, context: ReplyContext
) -> Reply:
    """Return a reply that does not agree or needs something, with the lines above it and without the signature."""
    above = left_out(read.lines[: read.found.line], message.people, message.subject, context).own
    unsigned = without_signature(reply.words, message.name, message.people)
    words = _short_enough("\n\n".join(filter(None, ("\n".join(above), unsigned.words))))
    said = {*words.split("\n"), *beside.lines}
    others = (line for line in (*read.lines[: read.found.line], *read.left_out) if line.strip(PART) not in ("", *said))
    unmarked = (line for line in others if not line.startswith(">"))
    return replace(
        reply, words=words, beside=beside.lines, left_out=tuple(dict.fromkeys((*unmarked, *unsigned.signature)))
    )


def as_recorded(data: bytes) -> Reply:
    """Return what an .eml file says as replies were read at first: its first text alone, and nothing that is left out.

    For records of then, which are judged as they were made. Raises as `read_reply` does.
    """
    message = received(data)
    text, *others = (*message.plain[:1], *map(without_marks, message.html[:1]))
    return _read(message, text, "".join(others)).reply


def _read(message: IncomingMail, text: str, other: str) -> _ParsedReply:
    parted = parted_reply(text)
    written = "\n".join(parted.written)
    lines = _without_own_name(without_codes(written).split("\n"), message.name)
    found = _answer(lines)
    _refuse_two_tongues(other, found)
    words = _short_enough(_words(lines, found))
    reply = Reply(
        codes=codes_in(HYPHENS.sub("-", message.subject), written),
        answer=found.answer,
        words=words,
        sender=message.sender,
        attached=tuple(each.name for each in message.hanging if not each.in_text),
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


def _refuse_turned(read: _ParsedReply, beside: OmittedLines, subject: str) -> None:
    """Raise Refused where a line beside the answer, or the subject, gives another or turns an agreement."""
    answer = LINES[read.found.answer]
    second = next(filter(speaks, beside.own), "")
    if second:
        _refuse(f"The reply has 2 answers, “{answer}” and, apart from it, “{second[:80]}”", "Ask for one alone.")
    condition = (beside.doubtful or (subject if DOUBT.search(subject) else "")) if answer == AGREE else ""
    if condition:
        what = f"“{answer}” and, apart from it, “{condition[:80]}” says more than “{AGREE}”"
        _refuse(what, "Ask for one of the three answers alone.")


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
