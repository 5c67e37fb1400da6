"""Suggestions for a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable

from reportkit.cli.command_table import Group
from reportkit.similar_names import most_similar


def hint(name: str, known: Iterable[str], listing: str) -> str:
    """Return the remedy for an unknown name: the known name most like it, or the command that lists them."""
    near = most_similar(name, known)
    return f"Did you mean '{near}'?" if near else f"`{listing}` lists them."


def command_hint(name: str, group: Group, path: str) -> str:
    """Return the remedy for a name that is no subcommand of a group, which `path` calls.

    It may be a subcommand of one of the group's own groups, or the name that another program gives to a command.
    """
    known = _paths(group)
    meant = group.called_elsewhere.get(name) or known.get(most_similar(name, known))
    return f"Did you mean '{meant}'?" if meant else group.listing or f"`{path} --help` lists them."


def _paths(group: Group) -> dict[str, str]:
    """Return what to type for each name: the group's own first; of two of one name below it, the one listed first."""
    paths = {name: name for name in group.subcommands}
    for name, command in group.subcommands.items():
        below = command.group.subcommands if command.group else ()
        paths = {**{each: f"{name} {each}" for each in below}, **paths}
    return paths
