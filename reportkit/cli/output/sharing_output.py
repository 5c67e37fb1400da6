"""What sharing did, in words, for every command that shares."""

from __future__ import annotations

from pathlib import Path

from reportkit.cli.progress_line import shown_progress
from reportkit.cli.terminal_output import say
from reportkit.errors import ReportkitError
from reportkit.gitstore.remote import RemoteState, as_last_seen
from reportkit.gitstore.sharing import Synced, reach, share
from reportkit.inspection.conflicts import settling

_MOST_NAMES = 5


class Attempt:
    """Sharing around an act of one's own: the shared place is asked before it, and told after it.

    What cannot be shared is no failure of the act: it is recorded here, and said so.
    """

    def __init__(self, root: Path, reached: RemoteState | None, obstacle: str = "") -> None:
        self._root = root
        self._reached = reached
        self._obstacle = obstacle

    @classmethod
    def begin(cls, root: Path) -> Attempt:
        """Ask the shared place what is new. Nothing here moves yet."""
        try:
            with shown_progress() as progress:
                return cls(root, reach(root, progress))
        except ReportkitError as obstacle:
            return cls(root, None, str(obstacle))

    @classmethod
    def after_bringing_in(cls, root: Path) -> Attempt:
        """The same where what others shared was brought in just now: it need not be asked twice."""
        return cls(root, as_last_seen(root))

    def finish(self) -> None:
        """Bring in what is new and share what is here, and say what came of it."""
        synced = self._share(self._reached) if self._reached else None
        if synced is None:
            say(f"Recorded here, not yet shared. {self._obstacle}", err=True)
            return
        tell_what_to_look_at(synced)
        say(outcome(synced), err=True)

    def _share(self, reached: RemoteState) -> Synced | None:
        try:
            with shown_progress() as progress:
                return share(self._root, reached, progress)
        except ReportkitError as obstacle:
            self._obstacle = str(obstacle)
            return None


def outcome(synced: Synced) -> str:
    """What came in and what went out, in one line."""
    came = f"Brought in {_versions(synced.received)} by {_names(synced.by)}." if synced.received else ""
    went = f"Shared {_versions(synced.sent)}." if synced.sent else ""
    return " ".join(filter(None, (came, went))) or "Everything was shared already."


def tell_what_to_look_at(synced: Synced) -> None:
    """Say on stderr what somebody must look at now."""
    for torn in synced.unsettled:
        how = "removed" if torn.removed else "changed"
        say(
            f"{torn.path}: {torn.who} {how} it while you changed it; both versions are kept. "
            f"See both, then choose: {settling(torn.path)}",
            err=True,
        )
    if synced.put_back:
        say(
            f"Records that somebody had taken away or altered were put back: {', '.join(synced.put_back)}. "
            "Tell your technical administrator.",
            err=True,
        )
    if synced.rewritten:
        say(
            f"The shared place had lost versions that it held before (up to {synced.rewritten[:7]}); they are "
            "there again. Tell your technical administrator.",
            err=True,
        )
    if synced.afterwards:
        say(f"The versions are safe, but not every file could follow. {synced.afterwards}", err=True)


def _versions(count: int) -> str:
    return f"{count} version{'' if count == 1 else 's'}"


def _names(people: tuple[str, ...]) -> str:
    more = len(people) - _MOST_NAMES
    return ", ".join(people[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
