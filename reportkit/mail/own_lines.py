"""The lines of our own messages, known again word for word where a reply has them below or between its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from reportkit.mail.message import reply_lines
from reportkit.mail.pack_mail import ASKS, ATTACHED, CODE_IS, HOLDS
from reportkit.mail.recorded_mail import IF_NOT, KEPT, NUMBER, RECORDED, SHOWN_AS

OWN: Final = "\x00"
"""Stands where a line of ours was taken out; no message has this character when it is read."""

_GAP: Final = r"\s+"
_CODE: Final = r"[0-9A-Za-z]{4}(?:-\s?[0-9A-Za-z]{4}){4}"
_FORMS: Final = {
    "round": r"\d{1,3}",
    "code": _CODE,
    "day": r"\d{1,2}\s+\w{3,9}\s+\d{4}",
    "name": r"[^\n,.;:!?]{1,80}",
    "number": "[0-9a-f]{6,64}",
    "digest": "[0-9a-f]{64}",
}
"""What stands in our sentences for what differs from message to message."""

_AGREES: Final = r"^The record now says that [^.:;!?]{1,200}\s+agrees\."
_DEAR: Final = r"(?:^Dear [^\n,.;:!?]{1,80},\s+)?"
_NAME: Final = r"(?:\s+^(?:[^\W\d_][\w.'-]*)(?: [^\W\d_][\w.'-]*){1,3}$)?"
_TITLE = re.compile(r"(?:\w{1,5}: ?)*(?P<title>.{1,200}?): (?:moderation|recorded in your name)\b", re.IGNORECASE)


def without_own_lines(lines: Iterable[str], subject: str) -> list[str]:
    """Return the lines without those of our messages; `subject` is the reply's, which names the inspected body."""
    text = "\n".join(lines)
    for each in (*_openings(subject), _HOLDS, _ASKS, _ANSWERS, *_OF_RECORDED):
        text = each.sub(f"\n{OWN}\n", text)
    return text.split("\n")


def without_whole_pack(text: str, subject: str) -> str:
    """Return the text without the whole of the message that brings the pack, where a program quoted it unmarked."""
    (opening, *_) = _openings(subject) or (None,)
    if opening is None:
        return text
    middle = rf"\s+{_pattern(CODE_IS)}\s+{_pattern(ASKS)}\s+{_ANSWERS.pattern}\s+{_HOLDS.pattern}"
    return re.sub(opening.pattern + middle, "", text, flags=re.MULTILINE)


def _openings(subject: str) -> tuple[re.Pattern[str], ...]:
    found = _TITLE.match(subject)
    if not found:
        return ()
    title = _pattern(found["title"].replace("‘", "'"))
    attached, recorded = (_DEAR + _pattern(each).replace(r"\{title\}", title) for each in (ATTACHED, RECORDED))
    return tuple(map(_compiled, (attached, recorded, _pattern(CODE_IS))))


def _pattern(sentence: str) -> str:
    """Return a pattern for a sentence of ours, wherever a mail program broke its lines."""
    words = map(re.escape, sentence.replace("’", "'").split())
    joined = _GAP.join(words)
    for name, form in _FORMS.items():
        joined = joined.replace(rf"\{{{name}\}}", form)
    return joined


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


def _answer(line: str) -> str:
    return _pattern(line.rstrip(" …")) + (r"(?:\s?(?:…|\.\.\.))?" if line.endswith("…") else "")


_ASKS = _compiled(_pattern(ASKS))
_HOLDS = _compiled(_pattern(HOLDS) + _NAME)
_ANSWERS = _compiled("^" + _GAP.join(map(_answer, reply_lines())) + "$")
_OF_RECORDED: Final = (*(_compiled(_pattern(each)) for each in (SHOWN_AS, NUMBER, IF_NOT, KEPT)), _compiled(_AGREES))
