"""What to check: the inspections and findings that were named, or those of the folder one stands in, or all."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportkit.cli.session import INSPECTIONS, Session, inspection_names
from reportkit.errors import WrongUse
from reportkit.reading.problems import choose


class Target(Struct, frozen=True):
    """The inspections to check, and the findings to tell of (none: all)."""

    inspections: tuple[str, ...]
    findings: frozenset[str]


def target(session: Session, names: Sequence[str]) -> Target:
    """Sort the names into inspections and findings. Raises WrongUse for a name that is neither."""
    there = inspection_names(session.root)
    inspections = tuple(dict.fromkeys(name for name in names if name in there)) or _not_named(session, there)
    findings = frozenset(name for name in names if name not in there)
    for name in sorted(findings):
        _refuse_unknown(session, name, inspections, there)
    return Target(inspections, findings)


def _not_named(session: Session, there: tuple[str, ...]) -> tuple[str, ...]:
    here = session.inspection_here()
    return (here,) if here in there else there


def _refuse_unknown(session: Session, name: str, inspections: tuple[str, ...], there: tuple[str, ...]) -> None:
    folders = [session.root / INSPECTIONS / slug / "findings" for slug in inspections]
    findings = {path.stem for folder in folders for path in folder.glob("*.md")}
    if name in findings:
        return
    remedy = choose(name, [*there, *findings]) or "`reportkit check --help` says what can be named."
    raise WrongUse(f"`{name}` is neither an inspection nor a finding", remedy=remedy)
