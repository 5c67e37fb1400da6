"""What stands in the way of publishing once the score is told: letters that nobody has recorded as sent [117]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.moderation.announcing import Addressee
from reportkit.moderation.blocker import Blocker
from reportkit.moderation.dispatching import unsent
from reportkit.moderation.scene import Scene
from reportkit.moderation.sureness import day_of

_PAPERS: Final[dict[Addressee, str]] = {
    "authority": "The letter to the authority",
    "almo": "The letter to the ALMO",
    "odpm": "The letter to the ODPM",
    "press": "The press release",
}


def unsent_letters(scene: Scene) -> Iterator[Blocker]:
    """Each document of the last letters, or of a correction of them, that has not gone off. It is due at once."""
    for to, entry in unsent(scene.ledger):
        issued = day_of(entry.record)
        late = ", and is late" if issued < scene.now else ""
        yield Blocker(
            rule="K01",
            about=f"{to}-{entry.digest[:12]}",
            what=f"{_PAPERS[to]}, issued on {issued}, has not gone off{late}",
            command=f"reportkit notify sent {scene.case.inspection} --to {to} --by …",
            holds="publish",
            who=scene.policy.able(scene.policy.may_notify, scene.now),
            due=issued,
        )
