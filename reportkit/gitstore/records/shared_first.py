"""A record that is shared first: what goes out to others is recorded in the shared place, or not at all."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from reportkit.gitstore.checkout import Checkout
from reportkit.gitstore.fetch_and_push import hand_over, note_seen
from reportkit.gitstore.progress_report import TellProgress
from reportkit.gitstore.read_back import Written
from reportkit.gitstore.records.append import append
from reportkit.gitstore.records.store import GitRecordStore
from reportkit.gitstore.remote import shared_place
from reportkit.moderation.store import OutOfDate, Receipt, Recording


class SharedFirstStore(GitRecordStore):
    """The same record, whose acts are in the shared place before they are in this copy; without one, as ever."""

    def __init__(self, root: Path, repository: str, progress: TellProgress | None = None) -> None:
        super().__init__(root, repository)
        self._progress = progress

    def append(self, act: Recording) -> Receipt:
        """Record the act. Raises OutOfDate where another was quicker, Refused or Trouble; then nothing is recorded."""
        return append(self._root, self._reader, act, self.version_at, partial(_hand_over, self._progress))


def _hand_over(progress: TellProgress | None, checkout: Checkout, commit: Written) -> bool:
    place = shared_place(checkout)
    if place is None:
        return False
    if not hand_over(checkout, place, commit, progress).is_done:
        raise OutOfDate("Another person shared changes at the same moment", remedy="Nothing was recorded; try again.")
    note_seen(checkout, place, commit)
    return True
