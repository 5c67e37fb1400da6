"""A wrong guess at a command: which one was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

_OF_OTHER_PROGRAMS: Final[Mapping[str, str]] = {
    "approve": "moderate sign-off",
    "clone": "join",
    "commit": "save",
    "edit": "add",
    "export": "draft",
    "fetch": "sync",
    "list": "status",
    "log": "history",
    "merge": "settle",
    "open": "draft",
    "pull": "sync",
    "push": "sync",
    "report": "draft",
    "revert": "undo",
    "share": "sync",
    "update": "sync",
    "users": "people",
    "word": "draft",
}
"""What other programs call it, and newcomers who know them: what is spelt alike here does something else."""


def hint(name: str, known: Iterable[str], listing: str) -> str:
    """The remedy for a name that is none of those known: the likeliest of them, or the command that lists them."""
    near = nearest(name, known)
    return f"Did you mean '{near}'?" if near else f"`{listing}` lists them."


def nearest(name: str, known: Iterable[str]) -> str:
    """The likeliest of the names that are known, or ""."""
    from difflib import get_close_matches  # only a wrong guess needs it

    return next(iter(get_close_matches(name, known, n=1)), "")


def command_hint(name: str, commands: Iterable[str]) -> str:
    """The remedy for what is no command: it may be an act of one, or be called otherwise by other programs."""
    acts = _acts()
    meant = _OF_OTHER_PROGRAMS.get(name) or nearest(name, (*commands, *acts))
    return hint(name, (), "reportkit --help") if not meant else f"Did you mean '{acts.get(meant, meant)}'?"


def _acts() -> dict[str, str]:
    """Every act with the command that it belongs to. Where two have one of the same name, the moderators' stands."""
    from reportkit.cli.comments.acts import ACTS as COMMENTING
    from reportkit.cli.moderate.acts import ACTS as MODERATING
    from reportkit.cli.notify.acts import ACTS as ISSUING

    belong = (("notify", ISSUING), ("comments", COMMENTING), ("moderate", MODERATING))
    return {act: f"{command} {act}" for command, acts in belong for act in acts}
