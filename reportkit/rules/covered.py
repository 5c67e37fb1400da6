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
from reportkit.guidance.topics import STANDARDS, STATUS, Topic
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.team import Member
from reportkit.rules.ledger import Ledger, cell_of, ledger_of

Depth = Literal["full", "lighter", "out"]
"""How deeply a service is inspected; "out": it is not in the scope."""


class Item(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A question, topic, check, source or way: the ids of the findings on it, and of the evidence that bears on it."""

    id: str
    title: str
    findings: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

    @property
    def touched(self) -> bool:
        """Whether anything speaks of it."""
        return bool(self.findings or self.evidence)


class Cell(Item, frozen=True, kw_only=True, rename="kebab"):
    """A cell of Appendix 1: one question of one service."""

    question: str
    area: str
    depth: Depth

    @property
    def is_wanting(self) -> bool:
        """Whether it is to be looked at in full, and nothing speaks of it yet."""
        return self.depth == "full" and not self.touched


class Part(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A key question of Appendix 2, or a part of Appendix 3, with its questions."""

    id: str
    title: str
    questions: tuple[Item, ...]


class Listed(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One of the guidance's lists, item by item, used or not."""

    id: str
    title: str
    paragraph: str
    items: tuple[Item, ...]


class Owed(Struct, frozen=True, kw_only=True, rename="kebab"):
    """What one member of the team has in hand: their services, what they wrote, and the cells of theirs still empty."""

    id: str
    name: str
    areas: tuple[str, ...]
    findings: int
    empty: tuple[str, ...]


class Coverage(Struct, frozen=True, kw_only=True, rename="kebab"):
    """Everything that was to be looked at. `parts` is empty where the prospects are judged by other questions.

    `unassigned` are the services of the scope that nobody in the team has.
    """

    inspection: str
    cells: tuple[Cell, ...]
    parts: tuple[Part, ...]
    lists: tuple[Listed, ...]
    team: tuple[Owed, ...]
    unassigned: tuple[str, ...]


class Titled(Protocol):
    """Whatever the guidance gives a title."""

    @property
    def title(self) -> str:
        """Its title."""


def coverage_of(inspection: Inspection) -> Coverage:
    """Count one inspection. Linear in what it holds."""
    ledger = ledger_of(inspection)
    cells = tuple(_cell(ledger, question, area) for question in SUB_QUESTIONS for area in AREAS)
    team = inspection.particulars.team
    held = frozenset(area for member in team for area in member.areas)
    services = tuple(each.id for each in inspection.particulars.scope) or tuple(AREAS)
    return Coverage(
        inspection=inspection.slug,
        cells=cells,
        parts=_parts(ledger) if ledger.asks_2003_questions else (),
        lists=lists_of(ledger),
        team=tuple(_owed(inspection, member, cells) for member in team),
        unassigned=tuple(each for each in services if each not in held),
    )


def bearing_on(ledger: Ledger, thing: str) -> set[str]:
    """The ids of the evidence that findings on a question, cell or topic rest on, and of what names it itself."""
    cited = {each.id for finding in ledger.findings_on.get(thing, ()) for each in ledger.cited(finding)}
    return cited | {each.id for each in ledger.evidence_on.get(thing, ())}


def _cell(ledger: Ledger, question: str, area: str) -> Cell:
    name = cell_of(question, area) or ""
    return Cell(
        id=name,
        title=f"{SUB_QUESTIONS[question].title} ({AREAS[area].title})",
        findings=_found(ledger, name),
        evidence=tuple(sorted(bearing_on(ledger, name))),
        question=question,
        area=area,
        depth=_depth(ledger, area),
    )


def _depth(ledger: Ledger, area: str) -> Depth:
    scope = {each.id: each.depth for each in ledger.particulars.scope}
    return scope.get(area, "out" if scope else "full")


def _parts(ledger: Ledger) -> tuple[Part, ...]:
    headings = {
        **{each.id: each.title for each in KEY_QUESTIONS.values() if each.judgement == "prospects"},
        **{each.id: each.title for each in GOVERNANCE.values()},
    }
    return tuple(
        Part(id=part, title=title, questions=tuple(_question(ledger, each) for each in _questions_of(part)))
        for part, title in headings.items()
    )


def _questions_of(part: str) -> Iterable[str]:
    return (question for question in QUESTIONS if question.startswith(f"{part}."))


def _question(ledger: Ledger, question: str) -> Item:
    return _spoken_of(ledger, question, QUESTIONS[question].text)


def _spoken_of(ledger: Ledger, thing: str, title: str) -> Item:
    evidence = tuple(sorted(bearing_on(ledger, thing)))
    return Item(id=thing, title=title, findings=_found(ledger, thing), evidence=evidence)


def _found(ledger: Ledger, thing: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.id for each in ledger.findings_on.get(thing, ())))


def lists_of(ledger: Ledger) -> tuple[Listed, ...]:
    """The guidance's five lists of what to look at and whom to ask."""
    evidence = ledger.inspection.evidence
    checks = _used(ledger, REALITY_CHECKS, ((each.kind, each.id) for each in evidence))
    sources = _used(ledger, CONTEXT_SOURCES, ((each.source, each.id) for each in evidence))
    ways = _used(ledger, WAYS_OF_ASKING, ((each.way, each.id) for each in evidence))
    return (
        Listed(id="reality-checks", title="Reality checks", paragraph="39", items=checks),
        Listed(id="sources", title="Sources of context", paragraph="63", items=sources),
        Listed(id="ways", title="Ways of asking tenants", paragraph="47, T2", items=ways),
        _topics(ledger, "status", "What STATUS asks tenants", "43, T1", STATUS),
        _topics(ledger, "standards", "Standards due everywhere", "53", STANDARDS),
    )


def _used(ledger: Ledger, table: Mapping[str, Titled], used: Iterable[tuple[str | None, str]]) -> tuple[Item, ...]:
    """Each entry with the evidence of its kind, and the findings that rest on some of it."""
    by_kind: dict[str | None, list[str]] = {}
    for kind, each in used:
        by_kind.setdefault(kind, []).append(each)
    return tuple(
        Item(
            id=each,
            title=entry.title,
            findings=_resting_on(ledger, by_kind.get(each, ())),
            evidence=tuple(by_kind.get(each, ())),
        )
        for each, entry in table.items()
    )


def _resting_on(ledger: Ledger, evidence: Collection[str]) -> tuple[str, ...]:
    return tuple(each.id for each in ledger.inspection.findings if not set(evidence).isdisjoint(each.evidence))


def _topics(ledger: Ledger, name: str, title: str, paragraph: str, topics: Iterable[Topic]) -> Listed:
    items = tuple(_spoken_of(ledger, each.id, each.title) for each in topics)
    return Listed(id=name, title=title, paragraph=paragraph, items=items)


def _owed(inspection: Inspection, member: Member, cells: Iterable[Cell]) -> Owed:
    return Owed(
        id=member.id,
        name=member.name,
        areas=member.areas,
        findings=sum(each.by == member.id for each in inspection.findings),
        empty=tuple(
            each.id for each in cells if each.area in member.areas and each.depth == "full" and not each.touched
        ),
    )
