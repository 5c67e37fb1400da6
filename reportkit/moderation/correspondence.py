"""What went to the bodies and came back: the draft sent last, who was heard, what waits for an answer [115]."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from msgspec import Struct

from reportkit.inspection.milestones import Body
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.comment_events import Comment, CommentAnswer, DraftSent, Extension, ResponseSent
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.words import BODIES


class Exchange(Struct, frozen=True, kw_only=True):
    """The state of the exchange with the bodies.

    `sent` is the record of the draft that was sent last, `due` each body's last day to comment on it, as recorded.
    `heard` are the bodies that commented on it, or said that they have no comments. `comments` are all of them, of
    earlier drafts too, without those that say nothing; `answers` gives each comment's last answer, by its digest.
    `told` are the answers that each body was told last, by their digests.
    """

    sent: tuple[Entry, DraftSent] | None = None
    due: Mapping[Body, dt.date] = {}
    heard: frozenset[Body] = frozenset()
    comments: tuple[tuple[Entry, Comment], ...] = ()
    answers: Mapping[str, tuple[Entry, CommentAnswer]] = {}
    told: Mapping[Body, tuple[str, ...]] = {}

    @property
    def open(self) -> tuple[tuple[Entry, Comment], ...]:
        """Return the comments without an answer."""
        return tuple((entry, comment) for entry, comment in self.comments if entry.digest not in self.answers)

    def answers_to(self, bodies: Iterable[Body]) -> tuple[str, ...] | None:
        """Return the answers to every comment of these bodies, by their digests in order; None while one is open."""
        of_them = {entry.digest for entry, comment in self.comments if {*comment.bodies} & {*bodies}}
        if of_them - self.answers.keys():
            return None
        return tuple(sorted(self.answers[digest][0].digest for digest in of_them))

    @property
    def untold(self) -> tuple[Body, ...]:
        """The bodies all of whose comments are answered, and that were not told these answers."""
        commented = {body for _, comment in self.comments for body in comment.bodies}
        answered = {body: self.answers_to((body,)) or () for body in BODIES if body in commented}
        return tuple(body for body, answers in answered.items() if not {*answers} <= {*self.told.get(body, ())})

    def awaited(self, on: dt.date) -> tuple[Body, ...]:
        """Return the bodies that were not heard yet and still have time on that day."""
        return tuple(body for body, due in self.due.items() if body not in self.heard and on <= due)


def exchange(ledger: Ledger) -> Exchange:
    """Return what the record says of it."""
    sent, comments = ledger.sent, tuple(ledger.of(Comment))
    return Exchange(
        sent=sent,
        due=_due(ledger, *sent) if sent else {},
        heard=frozenset(body for _, each in comments if sent and each.draft == sent[0].digest for body in each.bodies),
        comments=tuple((entry, each) for entry, each in comments if not each.is_none),
        answers={answer.comment: (entry, answer) for entry, answer in ledger.of(CommentAnswer)},
        told={body: response.answers for _, response in ledger.of(ResponseSent) for body in response.bodies},
    )


def _due(ledger: Ledger, entry: Entry, sent: DraftSent) -> dict[Body, dt.date]:
    """As it was recorded when the draft was sent, and as it was extended."""
    due = {copy.body: copy.due for copy in sent.copies}
    due |= {each.body: each.until for _, each in ledger.of(Extension) if each.draft == entry.digest}
    return due
