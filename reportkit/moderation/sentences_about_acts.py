"""What was done about an earlier act, in plain words: it was answered, taken back, undone, replaced, sent off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec import Struct

from reportkit.moderation import comment_events as co
from reportkit.moderation import events as ev
from reportkit.moderation import outcome_events as an
from reportkit.moderation.attribution import day_of
from reportkit.moderation.blocker import short
from reportkit.moderation.causal_order import Chronicle, Entry
from reportkit.moderation.phrasing import bodies_of, in_a_line, shortened
from reportkit.moderation.policy import Policy
from reportkit.moderation.sentences_to_bodies import (
    TO,
    VERDICTS,
    because,
    counted_files,
    letters_sentence,
)

_LONGEST: Final = 60
"""Characters of what is quoted from an earlier act."""


class Before(Struct, frozen=True):
    """The earlier records, the people, and how any act is put as a clause."""

    chronicle: Chronicle
    policy: Policy
    tell: Callable[[ev.Details], str]

    def named(self, digest: str, kind: str) -> str:
        """Return an earlier act in words: “the sign-off of 2004-06-14”.

        By its `kind` and number where it is not here.
        """
        entry = self.find(digest)
        return self._words(entry) if entry else f"{kind} {short(digest)}"

    def find(self, digest: str) -> Entry | None:
        """Return an earlier act, where it is here."""
        place = self.chronicle.places.get(digest)
        return None if place is None else self.chronicle.entries[place]

    def _words(self, entry: Entry) -> str:
        match entry.record.details:
            case ev.Query(asks=asks):
                return f"the query of {self.policy.name_of(entry.record.person)}, {_quoted(asks)}"
            case co.Comment(says=str(says), bodies=bodies):
                return f"the comment of {bodies_of(bodies)}, {_quoted(says)}"
            case ev.SignOff():
                return f"the sign-off of {day_of(entry.record)}"
            case an.Letters(date=date):
                return f"the letters of {date}"
            case an.Correction(document=document):
                return document
            case details:
                return f"an act of {day_of(entry.record)}, {_quoted(self.tell(details))}"


def _quoted(text: str) -> str:
    words = in_a_line(text).translate({ord("“"): "‘", ord("”"): "’"})
    return f"“{shortened(words, _LONGEST)}”"


def _answer(details: ev.QueryAnswer, before: Before) -> str:
    changed = f" ({counted_files(details.changed)} changed since)" if details.changed else ""
    return f"answered {before.named(details.query, 'query')}{changed}: {in_a_line(details.says)}"


def _comment_answer(details: co.CommentAnswer, before: Before) -> str:
    changed = f" ({counted_files(details.changed)} changed since the draft)" if details.changed else ""
    unchanged = " (nothing was to be changed)" if details.without_change else ""
    comment, verdict = before.named(details.comment, "comment"), VERDICTS[details.verdict].lower()
    return f"answered {comment}, {verdict}{changed}{unchanged}{because(details.reason)}"


def _withdrawal(details: ev.Withdrawal, before: Before) -> str:
    return f"took back {before.named(details.of, 'act')}{because(details.reason)}"


def _reversal(details: ev.Reversal, before: Before) -> str:
    return f"undid {before.named(details.of, 'act')}{because(details.reason)}"


def _letters(details: an.Letters, before: Before) -> str:
    again = f", in place of {before.named(details.replaces, 'act')}" if details.replaces else ""
    return letters_sentence(details, again)


def _dispatch(details: an.Dispatch, before: Before) -> str:
    way = {"e-mail": "by e-mail", "post": "by post", "by-hand": "by hand"}[details.way]
    return f"sent {_sent(details, before)} to {TO[details.to]} {way} on {details.on}{because(details.note, ': ')}"


def _sent(details: an.Dispatch, before: Before) -> str:
    entry = before.find(details.of)
    if entry and isinstance(entry.record.details, an.Letters):
        return f"the {'press release' if details.to == 'press' else 'letter'} of {entry.record.details.date}"
    return before.named(details.of, "what was issued by act")


BACK: Final[Mapping[type[ev.Details], Callable[[Any, Before], str]]] = {
    ev.QueryAnswer: _answer,
    ev.Withdrawal: _withdrawal,
    ev.Reversal: _reversal,
    co.CommentAnswer: _comment_answer,
    an.Letters: _letters,
    an.Dispatch: _dispatch,
}
"""For each event that is about an earlier act, what tells of it."""
