"""Every event of the record by its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reportkit.moderation import announcing, commenting, events

EVENTS: Final[Mapping[str, type[events.Details]]] = {
    "submitted": events.Submitted,
    "meeting": events.Meeting,
    "query": events.Query,
    "answer": events.Answer,
    "sign-off": events.SignOff,
    "refusal": events.Refusal,
    "cover": events.Cover,
    "withdrawal": events.Withdrawal,
    "override": events.Override,
    "draft-sent": commenting.DraftSent,
    "comment": commenting.Comment,
    "comment-answer": commenting.CommentAnswer,
    "response-sent": commenting.ResponseSent,
    "round-table": commenting.RoundTable,
    "extension": commenting.Extension,
    "decision": events.Decision,
    "letters": announcing.Letters,
    "dispatch": announcing.Dispatch,
    "correction": announcing.Correction,
    "published": announcing.Published,
    "re-inspection-agreed": announcing.ReinspectionAgreed,
    "odpm-discussion": announcing.OdpmDiscussion,
    "clearance": announcing.Clearance,
    "progress": announcing.Progress,
    "policy-changed": events.PolicyChanged,
    "reversal": events.Reversal,
}
"""Every event by its name in the record. An event that is not here is refused by its name."""

NAME_OF: Final[Mapping[type[events.Details], str]] = {details: name for name, details in EVENTS.items()}
