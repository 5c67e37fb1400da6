"""Last days of people and keys: given for a planned end only, which is today or later."""

from __future__ import annotations

from collections.abc import Callable

from reportkit.cli.parameters.act_options import Manner
from reportkit.errors import Refused
from reportkit.moderation.endings import days_gone
from reportkit.moderation.policy import POLICY
from reportkit.reading.policy import policy_from
from reportkit.workspace.clock import clock


def without_days_gone(manner: Manner, edit: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """Return the same edit, which raises Refused where it gives a key or a person a last day that is past."""

    def checked(data: bytes) -> bytes:
        after = edit(data)
        old = policy_from(data)
        today = clock(manner.today, demonstration=old.demonstration).today
        gone = next(days_gone(old, policy_from(after), today), None)
        if gone:
            what = f"{gone}, is past, and an end cannot take back what is recorded"
            remedy = f"Give today ({today}) or a later day. A lost key is taken out: `reportkit people keys`."
            raise Refused(what, where=POLICY, remedy=remedy)
        return after

    return checked
