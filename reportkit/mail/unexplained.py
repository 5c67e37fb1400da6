"""What of an agreeing e-mail is not known to say nothing, read strictly: all that is shown, wherever it stands.

Known are the lines of our own messages and the head above them, greetings, farewells, the moderator's listed name,
role and address, and a notice that a person accepted in an earlier reply. A person looks at everything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from msgspec import Struct

from reportkit.mail.courteous_phrases import is_courtesy, is_stub
from reportkit.mail.courtesies import names_in, without_courtesies
from reportkit.mail.left_out import DOUBT, PART, only_in_one, squeezed
from reportkit.mail.message import reply_lines
from reportkit.mail.notices import is_impersonal
from reportkit.mail.own_lines import OWN, without_own_lines
from reportkit.mail.quotation_heads import without_heads
from reportkit.mail.reply_codes import without_codes
from reportkit.mail.reply_context import ReplyContext, digest_of_paragraph

_AGREEMENT = re.compile(r"(?:[-•*·] )?[“\"']?I agree[”\"']?(?: ?[.,;!]){0,2}(?: ?\( ?\) ?\.?)?[”\"']?", re.IGNORECASE)
_SECOND = re.compile(r"I do not agree because\b", re.IGNORECASE)
_THREE: Final = frozenset(map(squeezed, reply_lines()))
_EMPTY = re.compile(r"[\s.,()]*")

Paragraph = tuple[str, ...]


class FormOfReply(Struct, frozen=True):
    """One form of a message, in plain text or in HTML: what is known in it, and what is not.

    `agrees` is true where one unmarked line of it is a plain agreement and no more. `known` are the lines that say
    nothing, without those of our own message; `stub` is true for a text that only names the other form.
    """

    agrees: bool
    unknown: tuple[Paragraph, ...]
    known: tuple[str, ...]
    stub: bool = False


def form_of(lines: list[str], subject: str, context: ReplyContext) -> FormOfReply:
    """Return what is known and what is not in one form of a message, whose lines are plain already."""
    shown = ["" if line == PART else line for line in lines]
    agreement = _agreement(shown)
    beside = [line for place, line in enumerate(shown) if place not in agreement]
    own = without_own_lines(map(_unmarked, beside), subject, context)
    others = without_codes("\n".join(without_heads([line.strip(" *") for line in own], context))).split("\n")
    known = tuple(line for line in others if line not in ("", OWN) and is_courtesy(line, context))
    return FormOfReply(
        agrees=bool(agreement),
        unknown=tuple(each for each in _paragraphs(others, context) if not _was_accepted(each, context)),
        known=known,
        stub=is_stub(shown),
    )


def only_in(form: FormOfReply, other: FormOfReply) -> tuple[Paragraph, ...]:
    """Return the paragraphs of one form that the other does not have among its own."""
    lines = [line for paragraph in other.unknown for line in paragraph]
    whole = [" ".join(paragraph) for paragraph in other.unknown]
    alone = set(only_in_one((" ".join(paragraph) for paragraph in form.unknown), [*lines, *whole]))
    return tuple(each for each in form.unknown if " ".join(each) in alone)


def _agreement(lines: list[str]) -> tuple[int, ...]:
    """Return the place of the line that agrees and says no more, and of what is left of its code; or nothing."""
    bare = without_codes("\n".join(lines)).split("\n")
    for place, line in enumerate(bare):
        if _AGREEMENT.fullmatch(line.strip(" *")) and not _SECOND.match(_next(bare, place)):
            broken = bare[place + 1 : place + 2] == [""] and bool(lines[place + 1])
            return (place, place + 1) if broken else (place,)
    return ()


def _next(lines: list[str], place: int) -> str:
    return next((line for line in lines[place + 1 :] if line), "")


def _unmarked(line: str) -> str:
    """Return a line without the marks of a quotation; one of the three lines that is marked is ours."""
    if not line.startswith(">") or line.endswith(">>>"):
        return line
    said = line.lstrip("> ").strip()
    return OWN if said and squeezed(said) in _THREE else said


def _paragraphs(lines: Iterable[str], context: ReplyContext) -> Iterator[Paragraph]:
    """Yield the lines that are not known, in groups as they stand together."""
    marked = ("" if _EMPTY.fullmatch(line) or line == OWN or is_courtesy(line, context) else line for line in lines)
    for says_something, group in groupby(marked, bool):
        if says_something:
            yield tuple(group)


def _was_accepted(paragraph: Paragraph, context: ReplyContext) -> bool:
    """Return whether a person accepted these words beside an earlier answer, and they are a notice or signature."""
    return digest_of_paragraph(list(paragraph)) in context.accepted and _may_come_again(paragraph, context)


def _may_come_again(paragraph: Paragraph, context: ReplyContext) -> bool:
    if is_impersonal(" ".join(paragraph)):
        return True
    return not without_courtesies(list(paragraph), names_in(context.moderator.name), DOUBT)
