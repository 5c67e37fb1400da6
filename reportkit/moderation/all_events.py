"""Every event of the record by its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reportkit.moderation import comment_events, events, house_events, outcome_events

EVENTS: Final[Mapping[str, type[events.Details]]] = {
    "submitted": events.Submitted,
    "meeting": events.Meeting,
    "query": events.Query,
    "answer": events.QueryAnswer,
    "sign-off": events.SignOff,
    "refusal": events.Refusal,
    "cover": events.Cover,
    "withdrawal": events.Withdrawal,
    "override": events.Override,
    "draft-sent": comment_events.DraftSent,
    "comment": comment_events.Comment,
    "comment-answer": comment_events.CommentAnswer,
    "response-sent": comment_events.ResponseSent,
    "round-table": comment_events.RoundTable,
    "extension": comment_events.Extension,
    "decision": events.Decision,
    "letters": outcome_events.Letters,
    "dispatch": outcome_events.Dispatch,
    "correction": outcome_events.Correction,
    "published": outcome_events.Published,
    "re-inspection-agreed": outcome_events.ReinspectionAgreed,
    "odpm-discussion": outcome_events.OdpmDiscussion,
    "clearance": outcome_events.Clearance,
    "progress": outcome_events.Progress,
    "policy-changed": events.PolicyChanged,
    "reversal": events.Reversal,
    "acknowledgement": house_events.Acknowledgement,
    "agreement": house_events.Agreement,
}
"""Every event by its name in the record. An event that is not here is refused by its name."""

NAME_OF: Final[Mapping[type[events.Details], str]] = {details: name for name, details in EVENTS.items()}
