"""How much of an ALMO inspection an earlier result makes lighter, service by service [100–103].

Only an indicative inspection lightens: of the whole service (all four areas of Appendix 1) where it
was rated good or excellent with prospects at least promising, and a transfer followed [102]; else of
the part that it covered, where that was rated good or excellent [103]. Whatever it did not cover, and
whatever was rated poor or fair, is inspected in full [103]. Of several earlier inspections the last one
that covered a service counts for it.

Our reading: prospects below promising leave a whole service without [102], and [103] is for parts alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from reportkit.guidance.areas import AREAS
from reportkit.inspection.bodies import Almo
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.particulars import Depth, ScopedService
from reportkit.inspection.previous_inspection import Predecessor

_HIGH: Final = frozenset(("good", "excellent"))
_HOPEFUL: Final = frozenset(("promising", "excellent"))
_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_WHOLE: Final = frozenset(AREAS)

FOCUS: Final = (
    "Governance, and how well the new organisation is led",
    "A light check that every service has kept its standard",
    "A check that what the earlier inspection recommended was carried out",
)
"""What an ALMO inspection looks at where the whole service is looked at more lightly [102]."""


class Ruling(Struct, frozen=True, kw_only=True):
    """The depth at which a service is to be inspected, and why.

    `breach` is the rule that a lighter inspection would break, "" where it may be lighter; `known` is
    False where a fact is missing and the service is in full only until it is known.
    """

    depth: Depth
    why: str
    paragraph: str
    breach: str = ""
    known: bool = True


class ScopedNow(Struct, frozen=True, kw_only=True):
    """One service: what the earlier results allow, and what inspection.yaml says (None: it has no scope yet)."""

    id: str
    title: str
    ruling: Ruling
    written: Depth | None


class Scope(Struct, frozen=True, kw_only=True):
    """Every service of an inspection, and its focus where the whole service is lighter."""

    services: tuple[ScopedNow, ...]
    focus: tuple[str, ...]


def scope_of(inspection: Inspection) -> Scope:
    """Return what is inspected how deeply: the scope as it is written, else the four areas of Appendix 1."""
    written = {each.id: each for each in inspection.particulars.scope}
    services = tuple(_scoped(inspection, each, written.get(each)) for each in written or AREAS)
    lighter = {each.id for each in services if each.ruling.paragraph == "102"}
    return Scope(services=services, focus=FOCUS if lighter else ())


def what_follows(inspection: Inspection) -> Scope:
    """For an indicative inspection: what an ALMO inspection after it could look at more lightly."""
    particulars = inspection.particulars
    covered = tuple(each.id for each in particulars.scope)
    judged = particulars.judgements
    itself = Predecessor(
        name="this inspection",
        inspection=inspection.slug,
        kind=particulars.kind,
        service=judged.service.rating,
        prospects=judged.prospects.rating,
        services=covered or None,
    )
    written = {each.id: each for each in particulars.scope}
    services = tuple(
        ScopedNow(id=each, title=_title(each, written.get(each)), ruling=_after((itself,), each, None), written=None)
        for each in {**dict.fromkeys(AREAS), **dict.fromkeys(written)}
    )
    return Scope(services=services, focus=FOCUS if any(each.ruling.paragraph == "102" for each in services) else ())


def _scoped(inspection: Inspection, name: str, written: ScopedService | None) -> ScopedNow:
    particulars = inspection.particulars
    if particulars.kind == "almo":
        ruling = _after(inspection.predecessors, name, particulars.almo)
    else:
        ruling = _full("only an ALMO's first inspection can be lighter", "102, 103", "")
    return ScopedNow(id=name, title=_title(name, written), ruling=ruling, written=written.depth if written else None)


def _title(name: str, written: ScopedService | None) -> str:
    area = AREAS.get(name)
    return (written and written.title) or (area.title if area else name)


def _after(before: tuple[Predecessor, ...], name: str, almo: Almo | None) -> Ruling:
    if not before:
        return _unknown("no earlier inspection is named")
    for each in before:
        if each.services is None:
            return _cover_not_said(each)
        if name in each.services:
            return _covered(each, almo)
    return _full(f"{before[0].called} did not cover it", "103", "C06")


def _cover_not_said(before: Predecessor) -> Ruling:
    if before.service is not None and before.service not in _HIGH:
        return _full(f"{before.called} rated the service {before.service}, or did not cover it", "103", "C06")
    return _unknown(f"which services {before.called} covered is not said")


def _covered(before: Predecessor, almo: Almo | None) -> Ruling:
    if before.service is None:
        return _unknown(f"how {before.called} rated the service is not said")
    if before.service not in _HIGH:
        return _full(f"{before.called} rated it {before.service}", "103", "C06")
    against = next(_against(before, almo), None)
    if against is not None:
        return against
    rated = f"{before.called} rated it {before.service}"
    if _is_whole(before):
        why = f"{rated}, as the whole service, with prospects {before.prospects}"
        return Ruling(depth="lighter", why=why, paragraph="102")
    return Ruling(depth="lighter", why=f"{rated}, as a part of the service", paragraph="103")


def _against(before: Predecessor, almo: Almo | None) -> Iterator[Ruling]:
    """Yield what keeps a service that was rated well from a lighter inspection."""
    if before.kind is None:
        yield _unknown(f"whether {before.called} was an indicative inspection is not said")
    elif before.kind != "indicative":
        yield _full(f"{before.called} was no indicative inspection", "102, 103", "C07")
    if almo is not None and almo.went_live is not None and _came_after(before, almo.went_live):
        why = f"{before.called} came after the transfer of {almo.went_live}, not before it"
        yield _full(why, "102", "C07")
    if not _is_whole(before):
        return
    if before.prospects is None:
        yield _unknown(f"what prospects {before.called} saw is not said")
    elif before.prospects not in _HOPEFUL:
        yield _full(f"{before.called} saw prospects that are only {before.prospects}", "102", "C07")


def _came_after(before: Predecessor, transfer: dt.date) -> bool:
    """Return whether it surely did: a date in words, or of the same month or year alone, proves nothing."""
    date = before.date or ""
    return _DATE.fullmatch(date) is not None and transfer.isoformat()[: len(date)] < date


def _is_whole(before: Predecessor) -> bool:
    return before.services is not None and _WHOLE.issubset(before.services)


def _full(why: str, paragraph: str, breach: str) -> Ruling:
    return Ruling(depth="full", why=why, paragraph=paragraph, breach=breach)


def _unknown(why: str) -> Ruling:
    return Ruling(depth="full", why=why, paragraph="102, 103", breach="C07", known=False)
