"""What has happened to an inspection outside its folder: plain dates and facts from the record and from casework.

Rules look at it and never at the record, so that they stay pure and know no moderation. Everything is optional: what is
not there has not happened yet, or was not entered.
"""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

from msgspec import Struct

from reportkit.inspection.casework import Casework

Body = Literal["authority", "almo"]
"""The two bodies that see the draft and comment on it [115]."""

Turn = Literal["before", "after"]
"""Whether written comments come before the round table or after it."""


class DraftCopy(Struct, frozen=True, kw_only=True):
    """A copy of the draft that went to a body: when, and by when its written comments were invited [115]."""

    to: Body
    sent: dt.date
    due: dt.date | None = None


class BodyReply(Struct, frozen=True, kw_only=True):
    """A body's reply on a day: comments, or the word that it has none."""

    from_: Body
    received: dt.date


class RoundTableHeld(Struct, frozen=True, kw_only=True):
    """The round-table discussion of the draft, or a presentation to a wider audience: when, and who was there."""

    on: dt.date
    present: tuple[str, ...] = ()


class Reinspection(Struct, frozen=True, kw_only=True):
    """A re-inspection that was agreed: for which day, when and with whom, and why then [118].

    `provisional`: agreed before the report was out. `inspection` is the folder that was made for it.
    """

    on: dt.date
    agreed: dt.date | None = None
    with_: tuple[str, ...] = ()
    provisional: bool = False
    inspection: str | None = None
    why: str | None = None


class Cleared(Struct, frozen=True, kw_only=True):
    """A sensitive finding was cleared: for which public papers, and the SHA-256 of its file as it then was."""

    finding: str
    digest: str
    papers: tuple[str, ...]


class RecommendationProgress(Struct, frozen=True, kw_only=True):
    """The progress of the work on a recommendation, as last recorded."""

    recommendation: str
    state: str
    on: dt.date
    note: str | None = None


class Milestones(Struct, frozen=True, kw_only=True):
    """Everything that rules may know of an inspection besides its folder, in the order in which it happens.

    `casework` is what is planned and on file. Draft and comments [115, 116]: the copies sent, in which `turn` with the
    round table and with whom that was agreed, what came back, how many comments there are and how many of them wait
    for an answer; the round table, whether a wider presentation was wanted, and the presentation itself.
    Score and after [117, 118]: the decision, the letters, the press release, the report and why it took the time it
    took, the re-inspection, the talk with the ODPM [30]; what was cleared for public papers; how far recommendations
    have come.
    """

    casework: Casework = Casework()
    submitted: dt.date | None = None
    drafts: tuple[DraftCopy, ...] = ()
    turn: Turn | None = None
    turn_agreed_with: tuple[str, ...] = ()
    replies: tuple[BodyReply, ...] = ()
    comments: int = 0
    unanswered: int = 0
    round_table: RoundTableHeld | None = None
    wider_wanted: bool | None = None
    wider: RoundTableHeld | None = None
    decided: dt.date | None = None
    letters: dt.date | None = None
    release: dt.date | None = None
    published: dt.date | None = None
    why_not_in_time: str | None = None
    reinspection: Reinspection | None = None
    odpm_discussion: dt.date | None = None
    cleared: tuple[Cleared, ...] = ()
    progress: tuple[RecommendationProgress, ...] = ()

    @property
    def bodies_sent(self) -> frozenset[Body]:
        """The bodies to which a copy of the draft went."""
        return frozenset(copy.to for copy in self.drafts)

    @property
    def draft_sent(self) -> dt.date | None:
        """Return when the draft last went out."""
        return max((copy.sent for copy in self.drafts), default=None)


NOTHING_YET: Final = Milestones()
"""Where the record was not read, or is empty."""
