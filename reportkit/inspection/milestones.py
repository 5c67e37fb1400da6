"""What has happened to an inspection outside its folder: plain dates and facts from the record and from casework.

Rules look at it and never at the record, so that they stay pure and know no moderation. Everything is optional: what is
not there has not happened yet, or nobody has said so.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final, Literal

from msgspec import Struct

Body = Literal["authority", "almo"]
"""The two bodies that see the draft and comment on it [115]."""

Turn = Literal["before", "after"]
"""Whether written comments come before the round table or after it."""


class Agreement(Struct, frozen=True, kw_only=True):
    """Something was agreed: on which day, and with whom, by name."""

    on: dt.date | None = None
    with_: tuple[str, ...] = ()


class DraftCopy(Struct, frozen=True, kw_only=True):
    """A copy of the draft that went to a body: when, and by when its written comments were invited [115]."""

    to: Body
    sent: dt.date
    due: dt.date | None = None


class Reply(Struct, frozen=True, kw_only=True):
    """What came back from a body: on which day; `nothing_to_say` where it said that it has no comments."""

    from_: Body
    received: dt.date
    nothing_to_say: bool = False


class RoundTable(Struct, frozen=True, kw_only=True):
    """The round-table discussion of the draft, or a presentation to a wider audience: when, and who was there."""

    on: dt.date
    present: tuple[str, ...] = ()


class Fee(Struct, frozen=True, kw_only=True):
    """What the inspection costs the authority, in pounds, and what that was worked out from [101, 120].

    `envelope` says whether it lies within the audit and inspection fee envelope; `agreed` is with the Relationship
    Manager.
    """

    pounds: Decimal | None = None
    basis: str | None = None
    envelope: Literal["inside", "outside"] | None = None
    agreed: Agreement | None = None


class Reinspection(Struct, frozen=True, kw_only=True):
    """A re-inspection that was agreed: for which day, when and with whom, and why it is no sooner [118]."""

    on: dt.date
    agreed: Agreement = Agreement()
    provisional: bool = False
    why_later: str | None = None


class Milestones(Struct, frozen=True, kw_only=True):
    """Everything that rules may know of an inspection besides its folder, in the order in which it happens.

    Before the inspection: when the Lead Housing Inspector `agreed` its timing [96], when documents were asked for and
    which [94], when the board was offered a presentation [95] and when plans were discussed with the lead [119]; when
    interest was expressed and the bid made [19]; the conditional allocation, in words [17].
    Draft and comments [115, 116]: the copies sent, in which turn with the round table and with whom that was agreed,
    what came back, how many comments there are and how many of them wait for an answer; the round table and any wider
    presentation, and whether one was wanted.
    Score and after [117, 118]: the decision, the letters and the press release, the report, the re-inspection, the talk
    with the ODPM [30]; the findings marked sensitive that somebody has cleared, by their ids.
    """

    agreed: Agreement | None = None
    documents_asked: dt.date | None = None
    documents: tuple[str, ...] = ()
    board_offered: dt.date | None = None
    discussed_with_lead: dt.date | None = None
    interest_expressed: dt.date | None = None
    bid: dt.date | None = None
    allocation: str | None = None
    fee: Fee | None = None
    submitted: dt.date | None = None
    drafts: tuple[DraftCopy, ...] = ()
    turn: Turn | None = None
    turn_agreed: Agreement | None = None
    replies: tuple[Reply, ...] = ()
    comments: int = 0
    unanswered: int = 0
    round_table: RoundTable | None = None
    wider_wanted: bool | None = None
    wider: RoundTable | None = None
    decided: dt.date | None = None
    letters: dt.date | None = None
    letters_to: tuple[str, ...] = ()
    release: dt.date | None = None
    published: dt.date | None = None
    why_not_in_time: str | None = None
    reinspection: Reinspection | None = None
    odpm_discussion: dt.date | None = None
    cleared: frozenset[str] = frozenset()

    @property
    def bodies_sent(self) -> frozenset[Body]:
        """The bodies to which a copy of the draft went."""
        return frozenset(copy.to for copy in self.drafts)

    @property
    def draft_sent(self) -> dt.date | None:
        """When the draft last went out."""
        return max((copy.sent for copy in self.drafts), default=None)

    @property
    def comments_due(self) -> dt.date | None:
        """The last day on which written comments are due, with any extension."""
        return max((copy.due for copy in self.drafts if copy.due), default=None)


NOTHING_YET: Final = Milestones()
"""Where nobody has looked at the record, or nothing stands in it."""
