"""What got worse for the bodies since they saw the draft: a judgement lowered, a weakness added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from msgspec import Struct

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import ProspectsRating, ServiceRating


class Worse(Struct, frozen=True):
    """One thing that got worse: `about` names it, and what became of it; `what` says so in a clause."""

    about: str
    what: str


def worse(before: Inspection, now: Inspection) -> tuple[Worse, ...]:
    """Return everything that got worse from one version of an inspection to another."""
    return (*_judgements(before, now), *_weaknesses(before, now))


def _judgements(before: Inspection, now: Inspection) -> Iterator[Worse]:
    old, new = before.particulars.judgements, now.particulars.judgements
    for name, title, one, other, scale in (
        ("service", "judgement 1", old.service.rating, new.service.rating, get_args(ServiceRating)),
        ("prospects", "judgement 2", old.prospects.rating, new.prospects.rating, get_args(ProspectsRating)),
    ):
        if one and other and _rank(other, scale) < _rank(one, scale):
            yield Worse(f"{name}:{other}", f"{title} was lowered from {one} to {other}")


def _rank(rating: str, scale: Sequence[str]) -> int:
    """Return the ratings of both scales are written from the lowest to the highest."""
    return scale.index(rating)


def _weaknesses(before: Inspection, now: Inspection) -> Iterator[Worse]:
    known = {finding.id for finding in before.findings if finding.kind == "weakness"}
    for finding in now.findings:
        if finding.kind == "weakness" and finding.id not in known:
            yield Worse(finding.id, f"the weakness {finding.id} was added")
