"""The lines of our own messages, known again word for word where a reply has them below or between its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from reportkit.mail.message import reply_lines
from reportkit.mail.pack_mail import ASKS, ATTACHED, CODE_IS, HOLDS, PACK_ALONE
from reportkit.mail.recorded_mail import AGREES, IF_NOT, KEPT, NUMBER, RECORDED, SAYS, SHOWN_AS
from reportkit.mail.reply_context import NOTHING_KNOWN, ReplyContext

OWN: Final = "\x00"
"""Stands where a line of ours was taken out; no message has this character when it is read."""

_GAP: Final = r"\s+"
_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_FORMS: Final = {
    "round": r"\d{1,3}",
    "code": r"[0-9A-Za-z]{4}(?:-\s?[0-9A-Za-z]{4}){4}",
    "day": rf"\d{{1,2}}\s+(?:{_MONTHS})\s+\d{{4}}",
    "number": "[0-9a-f]{6,64}",
    "digest": "[0-9a-f]{64}",
    "does": AGREES.replace(" ", _GAP),
}
"""What stands in our sentences for what differs from message to message."""

_TITLE = re.compile(r"(?:\w{1,5}: ?)*(?P<title>.{1,200}?): (?:moderation|recorded in your name)\b", re.IGNORECASE)


def without_own_lines(lines: Iterable[str], subject: str, context: ReplyContext = NOTHING_KNOWN) -> list[str]:
    """Return the lines without those of our messages, word for word, with no other names in them than are known.

    Where the context does not say what the inspected body is called, the reply's `subject` does.
    """
    text = "\n".join(lines)
    known = _known_words(subject, context)
    for each in (*_openings(known), _holds(known), _ASKS, _ANSWERS, *_of_recorded(known)):
        text = each.sub(f"\n{OWN}\n", text)
    return text.split("\n")


def without_whole_pack(text: str, subject: str, context: ReplyContext) -> str:
    """Return the text without the whole of the message that brings the pack, where a program quoted it unmarked."""
    known = _known_words(subject, context)
    middle = rf"\s+{_pattern(CODE_IS)}\s+{_pattern(ASKS)}\s+{_ANSWERS.pattern}\s+{_holds(known).pattern}"
    for attached in (ATTACHED, PACK_ALONE):
        text = re.sub(_opening(attached, known) + middle, "", text, flags=re.MULTILINE)
    return text


def _known_words(subject: str, context: ReplyContext) -> dict[str, str]:
    """Return the forms of what differs; a name that is not known has one that nothing matches."""
    found = _TITLE.match(subject)
    title = context.title or (found["title"] if found else "")
    people = [each.name for each in (*context.people, context.moderator)]
    of_context = {"title": [title], "name": people, "role": list(context.roles)}
    return _FORMS | {name: _one_of(words) for name, words in of_context.items()}


def _one_of(words: list[str]) -> str:
    forms = [_GAP.join(map(re.escape, _plain(each).split())) for each in words if each]
    return f"(?:{'|'.join(forms)})" if forms else "(?!)"


def _openings(known: dict[str, str]) -> Iterator[re.Pattern[str]]:
    yield from (_compiled(_opening(each, known)) for each in (ATTACHED, PACK_ALONE, RECORDED))
    yield _compiled(_pattern(CODE_IS))


def _opening(sentence: str, known: dict[str, str]) -> str:
    return rf"(?:^Dear\s+{known['name']},\s+)?" + _pattern(sentence, known)


def _holds(known: dict[str, str]) -> re.Pattern[str]:
    return _compiled(_pattern(HOLDS) + rf"(?:\s+^{known['name']}$)?")


def _of_recorded(known: dict[str, str]) -> Iterator[re.Pattern[str]]:
    yield from (_compiled(_pattern(each, known)) for each in (SHOWN_AS, NUMBER, KEPT, SAYS + "."))
    yield _compiled(_pattern(IF_NOT))


def _pattern(sentence: str, known: Mapping[str, str] = _FORMS) -> str:
    """Return a pattern for a sentence of ours, wherever a mail program broke its lines."""
    joined = _GAP.join(map(re.escape, _plain(sentence).split()))
    for name, form in known.items():
        joined = joined.replace(rf"\{{{name}\}}", form)
    return joined


def _plain(words: str) -> str:
    return words.replace("’", "'").replace("‘", "'")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


def _answer(line: str) -> str:
    return _pattern(line.rstrip(" …")) + (r"(?:\s?(?:…|\.\.\.))?" if line.endswith("…") else "")


_ASKS = _compiled(_pattern(ASKS))
_ANSWERS = _compiled("^" + _GAP.join(map(_answer, reply_lines())) + "$")
