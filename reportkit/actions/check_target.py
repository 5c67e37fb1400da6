"""What to check: the inspections and findings that were named, or those of the folder one stands in, or all."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from msgspec import Struct

from reportkit.errors import WrongUse
from reportkit.similar_names import choose
from reportkit.workspace.inspection_folders import INSPECTIONS, inspection_names
from reportkit.workspace.workspace import Workspace


class Target(Struct, frozen=True):
    """The inspections to check, and the findings to show (none: all)."""

    inspections: tuple[str, ...]
    findings: frozenset[str]


def target(workspace: Workspace, names: Sequence[str]) -> Target:
    """Sort the names into inspections and findings.

    Raises WrongUse for a name that is neither, Damaged for an inspection of which only the record is there.
    """
    there = inspection_names(workspace.root)
    inspections = tuple(dict.fromkeys(name for name in names if name in there)) or _not_named(workspace, there)
    findings = frozenset(name for name in names if name not in there)
    for name in sorted(findings):
        _refuse_unknown(workspace, name, inspections, there)
    return Target(inspections, findings)


def _not_named(workspace: Workspace, there: tuple[str, ...]) -> tuple[str, ...]:
    here = workspace.inspection_here()
    return (here,) if here in there else there


def _refuse_unknown(workspace: Workspace, name: str, inspections: tuple[str, ...], there: tuple[str, ...]) -> None:
    folders = [workspace.root / INSPECTIONS / slug / "findings" for slug in inspections]
    findings = {path.stem for folder in folders for path in folder.glob("*.md")}
    if name in findings:
        return
    with suppress(WrongUse):
        workspace.inspection(name)  # one whose record alone is there is damage, and no wrong name
    remedy = choose(name, [*there, *findings]) or "`reportkit check --help` says what can be named."
    raise WrongUse(f"`{name}` is neither an inspection nor a finding", remedy=remedy)
