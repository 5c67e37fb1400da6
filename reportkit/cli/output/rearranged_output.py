"""What renaming, removing and restoring did, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportkit.cli.terminal_output import say

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.gitstore.rearrange import Rearranged


def say_rearranged(what: str, done: Rearranged) -> None:
    """Say what was done and in which version, and where the folder could not follow."""
    say(f"{what} Version {done.version[:7]}.")
    if done.afterwards:
        say(f"The version is safe, but the folder could not follow. {done.afterwards}", err=True)
