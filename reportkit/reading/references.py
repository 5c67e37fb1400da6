"""What an inspection's files say of one another and of the guidance: every name must lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from msgspec import Struct

from reportkit.guidance.areas import AREAS
from reportkit.guidance.asking_tenants import WAYS_OF_ASKING
from reportkit.guidance.context_sources import CONTEXT_SOURCES
from reportkit.guidance.questions import FINDING_QUESTIONS, QUESTION_SETS, QUESTIONS, is_question
from reportkit.guidance.reality_checks import EVIDENCE_KINDS
from reportkit.guidance.topics import TOPICS
from reportkit.inspection.driver import Driver
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.particulars import Particulars
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Origin
from reportkit.inspection.texts import mentions, written
from reportkit.reading.names import as_id, why_no_id
from reportkit.reading.problems import wrong
from reportkit.similar_names import choose

_SUGGESTIONS = 20
"""Likely names are looked for in so many problems: beyond, it is slow and does not help."""


class _Names(Struct, frozen=True):
    """The names that may stand in one place, what such a name is called, and where new ones are made."""

    kind: str
    known: frozenset[str]
    made: str


class _Known(Struct, frozen=True):
    """Everything that can be named in one inspection."""

    areas: _Names
    team: _Names
    findings: _Names
    evidence: _Names


class _Unknown(Struct, frozen=True):
    """A name that leads nowhere."""

    origin: Origin
    key: str
    name: str
    names: _Names


_GUIDANCE = "The guidance's names are in schema/."
_HELD = _Names("question for findings", frozenset(FINDING_QUESTIONS), _GUIDANCE)
_ASKED = _Names("question", frozenset(FINDING_QUESTIONS) | frozenset(QUESTIONS), _GUIDANCE)
_TOPICS = _Names("topic or question", frozenset(TOPICS) | _ASKED.known, _GUIDANCE)
_KINDS = _Names("kind of evidence", EVIDENCE_KINDS, _GUIDANCE)
_SOURCES = _Names("source of context", frozenset(CONTEXT_SOURCES), _GUIDANCE)
_WAYS = _Names("way of asking tenants", frozenset(WAYS_OF_ASKING), _GUIDANCE)
_NONE_UNREAD: Mapping[str, Iterable[str]] = {}


def check_references(inspection: Inspection, unread: Mapping[str, Iterable[str]] = _NONE_UNREAD) -> tuple[Problem, ...]:
    """Return a problem for each name that leads nowhere, and for each id that is given twice or is none.

    `unread` holds, by folder, the ids of files that are there and could not be read: naming them is right.
    """
    known = _known(inspection, unread)
    unknown = chain(
        chain.from_iterable(_of_finding(finding, known) for finding in inspection.findings),
        chain.from_iterable(_of_evidence(evidence, known) for evidence in inspection.evidence),
        chain.from_iterable(_of_driver(driver, known) for driver in (*inspection.drivers, *inspection.barriers)),
        _of_the_rest(inspection, known),
    )
    own_question_set = inspection.particulars.questions not in (None, *QUESTION_SETS)
    counted = (each for each in unknown if not (own_question_set and _of_prospects(each)))
    return (
        *(_problem(each, number) for number, each in enumerate(counted)),
        *_ids(inspection),
        *lost_mentions(inspection, frozenset(unread.get("findings", ()))),
    )


def _of_prospects(unknown: _Unknown) -> bool:
    """Return whether it may be a question of another question set, of which this guidance says nothing [32]."""
    return unknown.names in (_HELD, _ASKED) and unknown.name.startswith("P")


def _known(inspection: Inspection, unread: Mapping[str, Iterable[str]]) -> _Known:
    particulars = inspection.particulars
    findings = frozenset(finding.id for finding in inspection.findings).union(unread.get("findings", ()))
    evidence = frozenset(evidence.id for evidence in inspection.evidence).union(unread.get("evidence", ()))
    scope = frozenset(service.id for service in particulars.scope)
    team = frozenset(member.id for member in particulars.team)
    return _Known(
        areas=_Names("service area", scope.union(AREAS), "Add it to `scope` in inspection.yaml."),
        team=_Names("member of the team", team, "Add them to `team` in inspection.yaml."),
        findings=_Names("finding", findings, "Add it with `reportkit add finding`."),
        evidence=_Names("evidence", evidence, "Add it with `reportkit add evidence`."),
    )


def _of_finding(finding: Finding, known: _Known) -> Iterator[_Unknown]:
    origin = finding.origin
    yield from _one(origin, "question", finding.question, _HELD)
    yield from _one(origin, "area", finding.area, known.areas)
    yield from _one(origin, "by", finding.by, known.team)
    yield from _each(origin, "also", finding.also, _HELD)
    yield from _each(origin, "evidence", finding.evidence, known.evidence)
    yield from _each(origin, "covers", finding.covers, _TOPICS)


def _of_evidence(evidence: Evidence, known: _Known) -> Iterator[_Unknown]:
    origin = evidence.origin
    yield from _one(origin, "kind", evidence.kind, _KINDS)
    yield from _one(origin, "source", evidence.source, _SOURCES)
    yield from _one(origin, "way", evidence.way, _WAYS)
    yield from _each(origin, "by", evidence.by, known.team)
    yield from _each(origin, "questions", evidence.questions, _ASKED)
    yield from _each(origin, "areas", evidence.areas, known.areas)
    yield from _each(origin, "covers", evidence.covers, _TOPICS)


def _of_driver(driver: Driver, known: _Known) -> Iterator[_Unknown]:
    yield from _one(driver.origin, "area", driver.area, known.areas)
    yield from _each(driver.origin, "findings", driver.findings, known.findings)


def _of_the_rest(inspection: Inspection, known: _Known) -> Iterator[_Unknown]:
    for recommendation in inspection.recommendations:
        yield from _each(recommendation.origin, "findings", recommendation.findings, known.findings)
    for each in inspection.earlier:
        yield from _each(each.origin, "findings", each.findings, known.findings)
    for review in inspection.best_value_reviews:
        yield from _one(review.origin, "area", review.area, known.areas)
    for number, member in enumerate(inspection.particulars.team):
        yield from _each(inspection.particulars.origin, f"team.{number}.areas", member.areas, known.areas)


def _one(origin: Origin, key: str, name: str | None, names: _Names) -> Iterator[_Unknown]:
    if name is not None and name not in names.known:
        yield _Unknown(origin, key, name, names)


def _each(origin: Origin, key: str, given: tuple[str, ...], names: _Names) -> Iterator[_Unknown]:
    if not names.known.issuperset(given):
        for number, name in enumerate(given):
            yield from _one(origin, f"{key}.{number}", name, names)


def _problem(unknown: _Unknown, number: int) -> Problem:
    names = unknown.names
    message = f"there is no {names.kind} `{unknown.name}`"
    if names is _HELD and is_question(unknown.name):
        message = f"the question `{unknown.name}` holds no findings of its own"
        return wrong(unknown.origin.at(unknown.key), message, "Name a heading, 1.1 to 3.2, or a question of P or G.")
    near = choose(unknown.name, sorted(names.known)) if number < _SUGGESTIONS else ""
    return wrong(unknown.origin.at(unknown.key), message, near or names.made)


def _ids(inspection: Inspection) -> Iterator[Problem]:
    particulars = inspection.particulars
    yield from _own_ids(particulars, "team", [member.id for member in particulars.team])
    yield from _own_ids(particulars, "scope", [service.id for service in particulars.scope])
    places = [(each.id, each.origin, "id") for each in (*inspection.drivers, *inspection.barriers)]
    yield from _wrong_ids(places)


def _own_ids(particulars: Particulars, head: str, ids: list[str]) -> Iterator[Problem]:
    return _wrong_ids([(name, particulars.origin, f"{head}.{number}.id") for number, name in enumerate(ids)])


def _wrong_ids(places: list[tuple[str, Origin, str]]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for name, origin, key in places:
        where = origin.at(key)
        why = why_no_id(name)
        if why:
            yield wrong(where, f"the id `{name}` {why}", f"Write `{as_id(name)}`.")
        if name in seen:
            yield wrong(where, f"the id `{name}` is given twice, in line {seen[name]} too", "Give each its own.")
        seen.setdefault(name, where.line)


def lost_mentions(inspection: Inspection, unread: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each mention of a finding that there is not. `unread` ones are there, but cannot be read."""
    findings = [finding.id for finding in inspection.findings]
    known = frozenset(findings) | frozenset(unread)
    for text in written(inspection):
        for mention in mentions(text):
            if mention.finding not in known:
                message = f"`finding:{mention.finding}` names no finding of this inspection"
                remedy = choose(mention.finding, findings) or "Name one that there is."
                yield wrong(mention.where, message, remedy)
