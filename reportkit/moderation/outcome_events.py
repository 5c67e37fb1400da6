"""What goes out to everyone once the score is decided, and what follows from it [30, 113, 117, 118]."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct, field

from reportkit.inspection.judgement import BELOW_GOOD, QUALIFYING, ProspectsRating, ServiceRating
from reportkit.inspection.milestones import Body
from reportkit.moderation.comment_events import Drawn
from reportkit.moderation.events import Details
from reportkit.moderation.words import Digest, FileName, Id, Line, Text

Addressee = Literal["authority", "almo", "odpm", "press"]
"""Whom documents go to: both bodies, the Office of the Deputy Prime Minister, the press."""

Way = Literal["e-mail", "post", "by-hand"]

Paper = Literal["letters", "release", "report"]
"""Public papers, in which a sensitive finding stands only once it is cleared."""

Done = Literal["not-started", "under-way", "done", "dropped"]
"""How far the work on a recommendation has come."""


class Letter(Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True, forbid_unknown_fields=True):
    """A letter with the score: to which body (`to` is the person addressed), and its files in issued/.

    `document` is the Word file; `copies` are the same letter in other forms, such as PDF.
    """

    body: Body | Literal["odpm"]
    to: Line | None = None
    document: FileName
    copies: tuple[FileName, ...] = ()


class Release(Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True, forbid_unknown_fields=True):
    """The press release: its number, its file in issued/, and the embargo line as it is printed, if there is one."""

    number: Line
    document: FileName
    copies: tuple[FileName, ...] = ()
    embargo: Line | None = None


class Letters(Drawn, frozen=True, kw_only=True):
    """The score is told: the letters to authority, ALMO and ODPM and the press release, all of one day [117].

    `qualifies` is the day from which the ALMO qualifies for money, the letters' own; None where it does not, or funding
    is not spoken of. `replaces` is the record of the letters in whose place these come, after a new decision: a changed
    award has a date of its own.
    """

    date: dt.date
    decision: Digest
    service: ServiceRating
    prospects: ProspectsRating
    letters: tuple[Letter, ...]
    release: Release | None = None
    qualifies: dt.date | None = None
    replaces: Digest | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        bodies = [letter.body for letter in self.letters]
        if not bodies or len(set(bodies)) != len(bodies):
            raise ValueError("each body gets one letter")
        if self.qualifies is not None and self.qualifies != self.date:
            raise ValueError("an ALMO qualifies from the day of its letter")
        if self.qualifies is not None and self.service not in QUALIFYING:
            raise ValueError("only a good or an excellent service qualifies")

    @property
    def documents(self) -> tuple[str, ...]:
        """The files in issued/ that it names."""
        release = (self.release.document, *self.release.copies) if self.release else ()
        return (*(name for each in self.letters for name in (each.document, *each.copies)), *release)


class Dispatch(Details, frozen=True, kw_only=True):
    """A document was sent off: the record that issued it (`of`), to whom, how, on which day."""

    of: Digest
    to: Addressee
    way: Way
    on: dt.date
    note: Text | None = None


class Correction(Details, frozen=True, kw_only=True):
    """One document, reissued with a minor correction: an address, a name, the layout.

    No score and no finding changes so: that takes a decision and letters of its own. `original` is the file in whose
    place `document` comes, of the record `of`, and `dated` the day that stands on it: that day stays the one that
    counts. `date` is the correction's own. Its files besides the Word file are `copies`.
    """

    of: Digest
    original: FileName
    dated: dt.date
    document: FileName
    copies: tuple[FileName, ...] = ()
    date: dt.date
    reason: Text

    def __post_init__(self) -> None:
        if self.document == self.original:
            raise ValueError("a correction has a file of its own")
        if self.date < self.dated:
            raise ValueError("a correction is not older than what it corrects")

    @property
    def documents(self) -> tuple[str, ...]:
        """The files in issued/ that it names."""
        return (self.document, *self.copies)


class Published(Drawn, frozen=True, kw_only=True):
    """The final report is published [113, 117].

    `letters` is the record of the letters. `changes` is the list of what changed since the draft that the bodies
    saw. `left_out` are the findings marked sensitive that do not stand in it. `reason` says why it took less than ten
    weeks from arrival on site, or more than sixteen.
    """

    on: dt.date
    letters: Digest
    document: FileName
    copies: tuple[FileName, ...] = ()
    changes: FileName | None = None
    left_out: tuple[Id, ...] = ()
    reason: Text | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if list(self.left_out) != sorted(set(self.left_out)):
            raise ValueError("the findings that are left out are in order, each once")

    @property
    def documents(self) -> tuple[str, ...]:
        """The files in issued/ that it names."""
        return (self.document, *self.copies, *([self.changes] if self.changes else []))


class ReinspectionAgreed(Details, frozen=True, kw_only=True):
    """A re-inspection was agreed for a service below good: for which day, when and with whom [118].

    `provisional`: agreed before the report is out, from whose publication its six months count. `inspection` is the
    folder that was made for it. `reason` says why it comes sooner than that.
    """

    on: dt.date
    judgement: ServiceRating
    agreed_on: dt.date | None = None
    with_: tuple[Line, ...] = field(name="with", default=())
    provisional: bool = False
    inspection: Id | None = None
    reason: Text | None = None

    def __post_init__(self) -> None:
        if self.judgement not in BELOW_GOOD:
            raise ValueError("a re-inspection follows a service that is judged below good")


class OdpmDiscussion(Details, frozen=True, kw_only=True):
    """Poor or uncertain prospects were discussed with the ODPM [30]: on which day, with whom, what came out."""

    on: dt.date
    with_: tuple[Line, ...] = field(name="with", default=())
    note: Text


class Clearance(Details, frozen=True, kw_only=True):
    """A finding marked sensitive may stand in public papers: cleared by whom, by name, for which, and why.

    It holds for exactly the text that was cleared: `digest` is the SHA-256 of the finding's file.
    """

    finding: Id
    digest: Digest
    by: Line
    for_: tuple[Paper, ...] = field(name="for")
    reason: Text | None = None

    def __post_init__(self) -> None:
        if not self.for_ or list(self.for_) != sorted(set(self.for_)):
            raise ValueError("the papers that it is cleared for are in order, each once")


class Progress(Details, frozen=True, kw_only=True):
    """The progress of the work on a recommendation, on which day, and how that is known."""

    recommendation: Id
    state: Done
    on: dt.date
    note: Text | None = None
