"""What sharing did, in words, for every command that shares."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from reportkit.cli.terminal_output import say
from reportkit.inspection.conflicts import settling
from reportkit.workspace.clock import ENGLAND
from reportkit.workspace.sharing import Sharing

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.gitstore.sharing import Synced

_MOST_NAMES: Final = 5
_JUST_NOW: Final = dt.timedelta(minutes=5)


def say_shared(sharing: Sharing) -> None:
    """Say what came of sharing what was recorded or saved here. What cannot be shared is safe here."""
    if sharing.synced is None:
        say(f"Recorded here, not yet shared. {sharing.obstacle}", err=True)
        return
    say_what_to_look_at(sharing.synced)
    say(outcome(sharing.synced), err=True)


def say_how_old(reached: dt.datetime | None) -> None:
    """Say on stderr when this copy last learned what others shared, unless it was just now."""
    if reached is None or dt.datetime.now(dt.UTC) - reached < _JUST_NOW:
        return
    when = reached.astimezone(ENGLAND)
    say(
        f"What others shared was last brought in on {when:%Y-%m-%d} at {when:%H:%M}: `reportkit sync` does it again.",
        err=True,
    )


def outcome(synced: Synced) -> str:
    """Return what came in and what went out, in one line."""
    came = f"Brought in {_versions(synced.received)} by {_names(synced.by)}." if synced.received else ""
    went = f"Shared {_versions(synced.sent)}." if synced.sent else ""
    return " ".join(filter(None, (came, went))) or "Everything was shared already."


def say_what_to_look_at(synced: Synced) -> None:
    """Say on stderr what needs attention now."""
    for path in synced.combined:
        say(f"{path}: you and another person changed different parts of it; it holds both now.", err=True)
    for torn in synced.unsettled:
        how = "removed" if torn.removed else "changed"
        say(
            f"{torn.path}: {torn.who} {how} it while you changed it; both versions are kept. "
            f"See both, then choose: {settling(torn.path)}",
            err=True,
        )
    if synced.put_back:
        say(
            f"Records that had been removed or altered were restored: {', '.join(synced.put_back)}. "
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
        say(f"The versions are safe, but not everything here could follow. {synced.afterwards}", err=True)


def _versions(count: int) -> str:
    return f"{count} version{'' if count == 1 else 's'}"


def _names(people: tuple[str, ...]) -> str:
    more = len(people) - _MOST_NAMES
    return ", ".join(people[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
