"""Everything that rules look up, gathered from an inspection in one pass before they run.

Something is *claimed* when a finding or a piece of evidence says that it speaks of it: a finding by
its `question`, `also` and `covers`, evidence by its `questions` and `covers`. Ids that can be claimed:

- a key question, a question or a sub-question: `2`, `2.2`, `P2`, `P2.2`, `P2.2a`, `G3.4`, `1.1-rent-3`;
- a cell of Appendix 1, its question and its area's short name: `1.1-rent`;
- a topic: `standard-complaints`.

What is claimed for a part is claimed for the whole: `1.1-rent-3` for `1.1-rent`, `P2.2a` for `P2.2`.
It is not the other way round: a finding on P2 as a whole answers none of its questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product
from typing import Final, TypeVar

from msgspec import Struct

from reportkit.guidance.areas import AREAS
from reportkit.guidance.indicators import normal_code
from reportkit.guidance.questions import settled_set
from reportkit.inspection.bodies import Almo
from reportkit.inspection.casework import Casework
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.finding import Finding
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import ProspectsRating, ServiceRating
from reportkit.inspection.milestones import NOTHING_YET, Milestones
from reportkit.inspection.particulars import InspectionKind, Particulars
from reportkit.inspection.source_place import Place
from reportkit.rules.prose import Passage, Prose, prose_of
from reportkit.rules.remark import spot

QUESTION_SET: Final = "2003-03"
"""The questions on prospects of March 2003: for ALMO inspections, re-inspections and where they are named [31, 32]."""

_QUESTIONS = frozenset("123PG")
_GOVERNANCE = re.compile(r"G\d")
_LAST_PART = re.compile(r"(?<=\d)[a-z]$|\.\d+$|-\d+$|-[a-z]+$")

T = TypeVar("T")


class Index(Struct, frozen=True, kw_only=True, dict=True):
    """An inspection and its indexes, and the milestones it has reached. Every mapping is read only.

    `indicators` holds one of each code: that of the newest year.
    """

    inspection: Inspection
    milestones: Milestones = NOTHING_YET
    others: tuple[Inspection, ...] = ()
    findings_on: Mapping[str, list[Finding]]
    evidence_on: Mapping[str, list[Evidence]]
    evidence: Mapping[str, Evidence]
    indicators: Mapping[str, Indicator]
    service: tuple[Finding, ...]
    prospects: tuple[Finding, ...]
    folder: str

    @property
    def particulars(self) -> Particulars:
        """inspection.yaml."""
        return self.inspection.particulars

    @property
    def kind(self) -> InspectionKind:
        """The kind of inspection."""
        return self.particulars.kind

    @property
    def almo(self) -> Almo | None:
        """The ALMO, where there is one."""
        return self.particulars.almo

    @property
    def service_rating(self) -> ServiceRating | None:
        """Judgement 1."""
        return self.particulars.judgements.service.rating

    @property
    def prospects_rating(self) -> ProspectsRating | None:
        """Judgement 2."""
        return self.particulars.judgements.prospects.rating

    @property
    def asks_2003_questions(self) -> bool:
        """Return whether its prospects are judged by the questions of Appendices 2 and 3."""
        named = self.particulars.questions
        return named == QUESTION_SET or (named is None and settled_set(self.kind) is not None)

    def claimed(self, thing: str) -> bool:
        """Return whether a finding or evidence speaks of this question, cell or topic."""
        return thing in self.findings_on or thing in self.evidence_on

    def found(self, thing: str) -> bool:
        """Return whether a finding speaks of it, not evidence alone."""
        return thing in self.findings_on

    def claimants(self, thing: str) -> Iterator[str]:
        """Yield the ids of the findings and evidence that speak of it; an id may come twice."""
        yield from (each.id for each in self.findings_on.get(thing, ()))
        yield from (each.id for each in self.evidence_on.get(thing, ()))

    def cited(self, finding: Finding) -> Iterable[Evidence]:
        """Return the evidence that a finding rests on, without ids that no evidence has."""
        return (self.evidence[each] for each in finding.evidence if each in self.evidence)

    @cached_property
    def prose(self) -> Prose:
        """Its texts, looked through when a rule first asks for them: what only counts findings need not wait."""
        return prose_of(self.inspection)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The texts that are worth a look."""
        return self.prose.passages

    @cached_property
    def worded(self) -> tuple[Passage, ...]:
        """The texts in which a watched word stands."""
        return tuple(each for each in self.passages if each.words)

    @property
    def casework(self) -> Casework:
        """casework.yaml; an empty one where there is none."""
        return self.milestones.casework

    def in_casework(self, key: str) -> Place:
        """Return the place of a key of casework.yaml, or of the file where it is not written."""
        origin = self.casework.origin
        return spot(origin, key) if origin.file else Place(f"moderation/{self.inspection.slug}/casework.yaml")

    def file(self, name: str) -> Place:
        """Return the place of a whole file or folder of the inspection: where something missing belongs."""
        return Place(f"{self.folder}/{name}")


def ledger_of(
    inspection: Inspection, milestones: Milestones = NOTHING_YET, others: tuple[Inspection, ...] = ()
) -> Index:
    """Gather everything once. Linear in the number of findings and evidence.

    `others` are the inspections that fact sheets compare this one with.
    """
    findings = inspection.findings
    main_file = inspection.particulars.origin.file or f"inspections/{inspection.slug}/inspection.yaml"
    return Index(
        inspection=inspection,
        milestones=milestones,
        others=others,
        findings_on=_findings_by_claim(findings),
        evidence_on=_evidence_by_claim(inspection.evidence),
        evidence={each.id: each for each in inspection.evidence},
        indicators={normal_code(each.code): each for each in sorted(inspection.indicators, key=_year)},
        service=tuple(each for each in findings if (each.question or "")[:1] in {"1", "2", "3"}),
        prospects=tuple(each for each in findings if (each.question or "")[:1] in {"P", "G"}),
        folder=main_file.rpartition("/")[0],
    )


def _year(indicator: Indicator) -> str:
    return indicator.year or ""


def cell_of(question: str, area: str) -> str | None:
    """Return the id of a cell of Appendix 1, `1.1-rent`; None for an area that is none of its columns."""
    column = AREAS.get(area)
    return None if column is None else f"{question}-{column.short}"


def wholes_of(thing: str) -> Iterator[str]:
    """Yield what a question or cell is part of, nearest first: `1.1-rent-3` is part of `1.1-rent`, `1.1` and `1`."""
    while thing[:1] in _QUESTIONS:
        whole = "P3" if _GOVERNANCE.fullmatch(thing) else _LAST_PART.sub("", thing)
        if whole == thing:
            return
        yield whole
        thing = whole


def _findings_by_claim(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    claims: dict[str, list[Finding]] = {}
    cells: dict[tuple[str, str], list[Finding]] = {}
    for each in findings:
        questions = each.also if each.question is None else (each.question, *each.also)
        for question in questions:
            claims.setdefault(question, []).append(each)
            if each.area is not None:
                cells.setdefault((question, each.area), []).append(each)
        for topic in each.covers:
            claims.setdefault(topic, []).append(each)
    return _with_wholes(claims, cells)


def _evidence_by_claim(evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    claims: dict[str, list[Evidence]] = {}
    cells: dict[tuple[str, str], list[Evidence]] = {}
    for each in evidence:
        for thing in (*each.questions, *each.covers):
            claims.setdefault(thing, []).append(each)
        for question, area in product(each.questions, each.areas):
            cells.setdefault((question, area), []).append(each)
    return _with_wholes(claims, cells)


def _with_wholes(claims: dict[str, list[T]], cells: dict[tuple[str, str], list[T]]) -> dict[str, list[T]]:
    """Return the claims, and for each of them the wholes that it is part of; one claimant may stand there twice."""
    everything = {thing: list(claimants) for thing, claimants in claims.items()}
    for thing, claimants in claims.items():
        for whole in wholes_of(thing):
            everything.setdefault(whole, []).extend(claimants)
    for (question, area), claimants in cells.items():
        cell = cell_of(question, area)
        if cell is not None:
            everything.setdefault(cell, []).extend(claimants)
    return everything
