"""What was looked at and what was not: one count for the terminal, for other programs and for the moderation pack.

Evidence bears on a question where it names the question itself, or where a finding on it rests on that evidence.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal, Protocol

from msgspec import Struct

from reportkit.guidance.areas import AREAS
from reportkit.guidance.asking_tenants import WAYS_OF_ASKING
from reportkit.guidance.context_sources import CONTEXT_SOURCES
from reportkit.guidance.key_questions import GOVERNANCE, KEY_QUESTIONS, SUB_QUESTIONS
from reportkit.guidance.questions import QUESTIONS
from reportkit.guidance.reality_checks import REALITY_CHECKS
from reportkit.guidance.topic_lists import STANDARDS, STATUS, Topic
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.team import Member
from reportkit.rules.index import Index, cell_of, ledger_of

Depth = Literal["full", "lighter", "out"]
"""How deeply a service is inspected; "out": it is not in the scope."""


class GridItem(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A question, topic, check, source or way: the ids of the findings on it, and of the evidence that bears on it."""

    id: str
    title: str
    findings: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

    @property
    def touched(self) -> bool:
        """Return whether anything speaks of it."""
        return bool(self.findings or self.evidence)


class GridCell(GridItem, frozen=True, kw_only=True, rename="kebab"):
    """A cell of Appendix 1: one question of one service."""

    question: str
    area: str
    depth: Depth

    @property
    def is_wanting(self) -> bool:
        """Return whether it is to be looked at in full, and nothing speaks of it yet."""
        return self.depth == "full" and not self.touched


class GridPart(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A key question of Appendix 2, or a part of Appendix 3, with its questions."""

    id: str
    title: str
    questions: tuple[GridItem, ...]


class Listed(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One of the guidance's lists, item by item, used or not."""

    id: str
    title: str
    paragraph: str
    items: tuple[GridItem, ...]


class Owed(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The work of one member of the team: their services, what they wrote, and the cells of theirs still empty."""

    id: str
    name: str
    areas: tuple[str, ...]
    findings: int
    empty: tuple[str, ...]


class Coverage(Struct, frozen=True, kw_only=True, rename="kebab"):
    """Everything that was to be looked at. `parts` is empty where the prospects are judged by other questions.

    `unassigned` are the services of the scope that no member of the team has.
    """

    inspection: str
    cells: tuple[GridCell, ...]
    parts: tuple[GridPart, ...]
    lists: tuple[Listed, ...]
    team: tuple[Owed, ...]
    unassigned: tuple[str, ...]


class GridTitle(Protocol):
    """Whatever the guidance gives a title."""

    @property
    def title(self) -> str:
        """Its title."""


def coverage_of(inspection: Inspection) -> Coverage:
    """Count one inspection. Linear in what it holds."""
    index = ledger_of(inspection)
    cells = tuple(_cell(index, question, area) for question in SUB_QUESTIONS for area in AREAS)
    team = inspection.particulars.team
    held = frozenset(area for member in team for area in member.areas)
    services = tuple(each.id for each in inspection.particulars.scope) or tuple(AREAS)
    return Coverage(
        inspection=inspection.slug,
        cells=cells,
        parts=_parts(index) if index.asks_2003_questions else (),
        lists=lists_of(index),
        team=tuple(_owed(inspection, member, cells) for member in team),
        unassigned=tuple(each for each in services if each not in held),
    )


def bearing_on(index: Index, thing: str) -> set[str]:
    """Return the ids of the evidence behind findings on a question, cell or topic, and of what names it itself."""
    cited = {each.id for finding in index.findings_on.get(thing, ()) for each in index.cited(finding)}
    return cited | {each.id for each in index.evidence_on.get(thing, ())}


def _cell(index: Index, question: str, area: str) -> GridCell:
    name = cell_of(question, area) or ""
    return GridCell(
        id=name,
        title=f"{SUB_QUESTIONS[question].title} ({AREAS[area].title})",
        findings=_found(index, name),
        evidence=tuple(sorted(bearing_on(index, name))),
        question=question,
        area=area,
        depth=_depth(index, area),
    )


def _depth(index: Index, area: str) -> Depth:
    scope = {each.id: each.depth for each in index.particulars.scope}
    return scope.get(area, "out" if scope else "full")


def _parts(index: Index) -> tuple[GridPart, ...]:
    headings = {
        **{each.id: each.title for each in KEY_QUESTIONS.values() if each.judgement == "prospects"},
        **{each.id: each.title for each in GOVERNANCE.values()},
    }
    return tuple(
        GridPart(id=part, title=title, questions=tuple(_question(index, each) for each in _questions_of(part)))
        for part, title in headings.items()
    )


def _questions_of(part: str) -> Iterable[str]:
    return (question for question in QUESTIONS if question.startswith(f"{part}."))


def _question(index: Index, question: str) -> GridItem:
    return _spoken_of(index, question, QUESTIONS[question].text)


def _spoken_of(index: Index, thing: str, title: str) -> GridItem:
    evidence = tuple(sorted(bearing_on(index, thing)))
    return GridItem(id=thing, title=title, findings=_found(index, thing), evidence=evidence)


def _found(index: Index, thing: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.id for each in index.findings_on.get(thing, ())))


def lists_of(index: Index) -> tuple[Listed, ...]:
    """Return the guidance's five lists of what to look at and whom to ask."""
    evidence = index.inspection.evidence
    checks = _used(index, REALITY_CHECKS, ((each.kind, each.id) for each in evidence))
    sources = _used(index, CONTEXT_SOURCES, ((each.source, each.id) for each in evidence))
    ways = _used(index, WAYS_OF_ASKING, ((each.way, each.id) for each in evidence))
    return (
        Listed(id="reality-checks", title="Reality checks", paragraph="39", items=checks),
        Listed(id="sources", title="Sources of context", paragraph="63", items=sources),
        Listed(id="ways", title="Ways of asking tenants", paragraph="47, T2", items=ways),
        _topics(index, "status", "What STATUS asks tenants", "43, T1", STATUS),
        _topics(index, "standards", "Standards due everywhere", "53", STANDARDS),
    )


def _used(index: Index, table: Mapping[str, GridTitle], used: Iterable[tuple[str | None, str]]) -> tuple[GridItem, ...]:
    """Return each entry with the evidence of its kind, and the findings that rest on some of it."""
    by_kind: dict[str | None, list[str]] = {}
    for kind, each in used:
        by_kind.setdefault(kind, []).append(each)
    return tuple(
        GridItem(
            id=each,
            title=entry.title,
            findings=_resting_on(index, by_kind.get(each, ())),
            evidence=tuple(by_kind.get(each, ())),
        )
        for each, entry in table.items()
    )


def _resting_on(index: Index, evidence: Collection[str]) -> tuple[str, ...]:
    return tuple(each.id for each in index.inspection.findings if not set(evidence).isdisjoint(each.evidence))


def _topics(index: Index, name: str, title: str, paragraph: str, topics: Iterable[Topic]) -> Listed:
    items = tuple(_spoken_of(index, each.id, each.title) for each in topics)
    return Listed(id=name, title=title, paragraph=paragraph, items=items)


def _owed(inspection: Inspection, member: Member, cells: Iterable[GridCell]) -> Owed:
    return Owed(
        id=member.id,
        name=member.name,
        areas=member.areas,
        findings=sum(each.by == member.id for each in inspection.findings),
        empty=tuple(
            each.id for each in cells if each.area in member.areas and each.depth == "full" and not each.touched
        ),
    )
