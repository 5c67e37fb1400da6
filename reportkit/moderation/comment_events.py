"""What happens with the bodies: the draft goes to them, they comment, each comment is answered [115, 116].

How long they have to comment, and that every comment is answered, is policy and our reading; the guidance says neither.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from reportkit.inspection.milestones import Body, Turn
from reportkit.moderation.events import Content, Details
from reportkit.moderation.words import Digest, FileName, Id, Line, Text

Verdict = Literal["accepted", "in-part", "not-accepted", "noted"]
"""What becomes of a comment."""


class Drawn(Details, frozen=True, kw_only=True):
    """Documents that are drawn from what was signed: the base of whatever goes out.

    `rests_on` are the sign-offs that held, in order. `final` is the subject at the final stage, where a decision
    stood: what final sign-offs are of. The record's own subject is that of the draft.
    """

    content: Content
    rests_on: tuple[Digest, ...]
    final: Digest | None = None

    def __post_init__(self) -> None:
        if not self.rests_on or list(self.rests_on) != sorted(set(self.rests_on)):
            raise ValueError("the sign-offs that it rests on are in order, each once")


class Copy(Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True, forbid_unknown_fields=True):
    """The copy of the draft that went to a body: its file in issued/, to whom, and by when comments are due."""

    body: Body
    document: FileName
    to: Line | None = None
    due: dt.date


class _ToBodies:
    """A sending to the bodies, a document for each: the draft, and what became of their comments."""

    __slots__ = ()
    copies: tuple[Copy | AnswersCopy, ...]

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies that it went to."""
        return tuple(copy.body for copy in self.copies)

    @property
    def documents(self) -> tuple[str, ...]:
        """The files in issued/ that it names."""
        return tuple(copy.document for copy in self.copies)

    def refuse_two_for_one(self, what: str) -> None:
        """Raise ValueError where no body, or one of them twice, gets what is named."""
        if not self.bodies or len(set(self.bodies)) != len(self.bodies):
            raise ValueError(f"each body gets one {what}")


class TurnAgreed(Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True, forbid_unknown_fields=True):
    """The agreed turn of written comments and round table: before or after, when, and with whom [115]."""

    turn: Turn
    on: dt.date | None = None
    with_: tuple[Line, ...] = field(name="with", default=())


class DraftSent(_ToBodies, Drawn, frozen=True, kw_only=True):
    """The signed draft goes to the bodies, and written comments are invited [115].

    `period` is what policy gave them, in working days of England; each copy says the day that it came to, which is
    never worked out again. `wider` says whether the authority prefers a presentation to a wider audience [116].
    """

    copies: tuple[Copy, ...]
    period: Annotated[int, Meta(ge=0, le=1_000)]
    agreed: TurnAgreed | None = None
    wider: bool | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        self.refuse_two_for_one("copy")


class Comment(Details, frozen=True, kw_only=True):
    """A comment of one body, or both together, on the draft that was sent with the record `draft`.

    `says` is None where a body says that it has no comments. It is about a finding, a section (the anchor that it has
    in the document), or the whole; `paragraph` is its number in the copy that was sent. `file` is the e-mail or the
    letter itself, as it is kept in issued/.
    """

    draft: Digest
    bodies: tuple[Body, ...]
    received: dt.date
    says: Text | None = None
    finding: Id | None = None
    section: Line | None = None
    paragraph: Annotated[int, Meta(ge=1, le=100_000)] | None = None
    file: FileName | None = None

    def __post_init__(self) -> None:
        if not self.bodies or len(set(self.bodies)) != len(self.bodies):
            raise ValueError("a comment names the bodies that it is from once")
        if self.finding is not None and self.section is not None:
            raise ValueError("a comment is on a finding or on a section, not on both")
        if self.says is None and (self.finding or self.section or self.paragraph):
            raise ValueError("who has no comments has none on a paragraph either")

    @property
    def is_none(self) -> bool:
        """Return whether a body says that it has no comments."""
        return self.says is None

    @property
    def documents(self) -> tuple[str, ...]:
        """The file in issued/ that it names."""
        return (self.file,) if self.file else ()


class ChangedFile(Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True, forbid_unknown_fields=True):
    """A file of the inspection that differs from the draft that was sent: the SHA-256 of what it is now.

    `digest` is None where it is there no longer.
    """

    path: Line
    digest: Digest | None = None


class CommentAnswer(Details, frozen=True, kw_only=True):
    """The answer to a comment, and why; the last answer to a comment is the one that holds.

    `changed` are the files in which it was taken up. What is accepted changes something, or `without_change` says that
    it was considered and nothing was to be changed.
    """

    comment: Digest
    verdict: Verdict
    reason: Text
    changed: tuple[ChangedFile, ...] = ()
    without_change: bool = False

    def __post_init__(self) -> None:
        paths = [each.path for each in self.changed]
        if paths != sorted(set(paths)):
            raise ValueError("the files that changed are in order, each once")
        if self.without_change and (self.changed or self.verdict != "accepted"):
            raise ValueError("only what is accepted, and changes nothing, says so")
        if self.verdict == "accepted" and not self.changed and not self.without_change:
            raise ValueError("what is accepted changes something, or says that nothing was to be changed")


class AnswersCopy(Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True, forbid_unknown_fields=True):
    """The table of comments and answers that went to a body: its file in issued/, and to whom."""

    body: Body
    document: FileName
    to: Line | None = None


class ResponseSent(_ToBodies, Details, frozen=True, kw_only=True):
    """The bodies that commented are told what became of their comments: `answers` are those that they are told.

    That they are told is our reading: the guidance wants comments considered, and names no answer to the bodies.
    """

    answers: tuple[Digest, ...]
    copies: tuple[AnswersCopy, ...]

    def __post_init__(self) -> None:
        self.refuse_two_for_one("table of its comments")
        if not self.answers or list(self.answers) != sorted(set(self.answers)):
            raise ValueError("the answers to the bodies are in order, each once")


class RoundTable(Details, frozen=True, kw_only=True):
    """The draft was discussed at a round table [115], or (`wider`) presented to a wider audience [116]."""

    on: dt.date
    present: tuple[Line, ...]
    wider: bool = False
    note: Text | None = None

    def __post_init__(self) -> None:
        if not self.present or len(set(self.present)) != len(self.present):
            raise ValueError("a round table names everyone who was there once")


class Extension(Details, frozen=True, kw_only=True):
    """A body has until another day to comment on the draft that was sent with the record `draft`."""

    draft: Digest
    body: Body
    until: dt.date
    reason: Text | None = None
