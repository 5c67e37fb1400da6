"""What stands in the way of publishing once the score is told: letters not recorded as sent [117]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.moderation.attribution import day_of
from reportkit.moderation.blocker import Blocker
from reportkit.moderation.blocker_context import BlockerContext
from reportkit.moderation.dispatches import unsent
from reportkit.moderation.outcome_events import Addressee

_PAPERS: Final[dict[Addressee, str]] = {
    "authority": "The letter to the authority",
    "almo": "The letter to the ALMO",
    "odpm": "The letter to the ODPM",
    "press": "The press release",
}


def unsent_letters(context: BlockerContext) -> Iterator[Blocker]:
    """Yield each document of the last letters, or of a correction of them, that is not sent yet. It is due at once."""
    for to, entry in unsent(context.ledger):
        issued = day_of(entry.record)
        late = ", and is late" if issued < context.now else ""
        yield Blocker(
            rule="K01",
            about=f"{to}-{entry.digest[:12]}",
            what=f"{_PAPERS[to]}, issued on {issued}, is not sent yet{late}",
            command=f"reportkit notify sent {context.case.inspection} --to {to} --by …",
            holds="publish",
            who=context.policy.able(context.policy.may_notify, context.now),
            due=issued,
        )
