"""Which acts can be undone, and what corrects those that cannot: what was sent outside the organisation stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reportkit.moderation import comment_events as co
from reportkit.moderation import events as ev
from reportkit.moderation import outcome_events as an
from reportkit.moderation.record import Record

_CORRECT: Final = 'Correct a minor mistake openly: `reportkit correct {slug} … --reason "…"`.'

STAYS: Final[Mapping[type[ev.Details], str]] = {
    co.DraftSent: "Once it is put right and signed, send the draft again: `reportkit comments send {slug}`.",
    co.ResponseSent: "Answer anew what was answered wrongly, and send it again: `reportkit comments response {slug}`.",
    an.Letters: f"{_CORRECT} Another score takes a new decision and letters: `reportkit moderate decide {{slug}}`.",
    an.Dispatch: 'Record beside it how it was sent: `reportkit notify sent {slug} --to … --by … --note "…"`.',
    an.Correction: _CORRECT,
    an.Published: "The report stays as it was published: write to both bodies what is wrong in it.",
}
"""The events that sent something outside, with what to do instead of undoing them."""

GOES: Final[frozenset[type[ev.Details]]] = frozenset(
    (
        ev.Submitted,
        ev.Meeting,
        ev.Query,
        ev.QueryAnswer,
        ev.SignOff,
        ev.Refusal,
        ev.Cover,
        ev.Withdrawal,
        ev.Override,
        ev.Decision,
        co.Comment,  # what came in, entered by mistake
        co.CommentAnswer,
        co.RoundTable,
        co.Extension,
        an.ReinspectionAgreed,
        an.OdpmDiscussion,
        an.Clearance,
        an.Progress,
    )
)
"""The events that say what happened inside, or what came in: they sent nothing outside."""


def instead_of_undoing(record: Record) -> str | None:
    """Return what to do instead, as a sentence, where a record sent something outside; None where it may be undone.

    An event of neither table stays, and so does one whose documents went out.
    """
    kind = type(record.details)
    if kind in STAYS:
        return STAYS[kind].format(slug=record.inspection)
    went_out = record.issued and kind is not co.Comment
    return None if kind in GOES and not went_out else "Record what is right now."
