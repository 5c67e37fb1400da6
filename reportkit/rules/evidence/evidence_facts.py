"""Fact sheets of the evidence: which checks, sources and ways of asking were used, and for what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportkit.guidance.indicators import INDICATORS, NATIONAL_MEANS
from reportkit.guidance.key_questions import KEY_QUESTIONS
from reportkit.rules.coverage_grid import GridItem, lists_of
from reportkit.rules.index import Index
from reportkit.rules.rule import FactSheet, fact_sheet

_SATISFACTION = ("BVPI 74", "BVPI 74 BME", "BVPI 74 non-BME", "BVPI 75", "BVPI 75 BME", "BVPI 75 non-BME")


@fact_sheet(
    "E01",
    remedy="Nothing; the kinds are the `kind` of each evidence file.",
    example="Estates inspected: not used",
)
def reality_checks_used(index: Index) -> Iterator[str]:
    """The guidance names twelve kinds of reality check; seeing which were left out helps to plan the next days."""
    return _used(index, "reality-checks")


@fact_sheet(
    "E07",
    remedy="Nothing; the sources are the `source` of each evidence file.",
    example="Ombudsman's reports on the housing service: not used",
)
def context_sources_seen(index: Index) -> Iterator[str]:
    """Ten sources put what inspectors see into its context."""
    return _used(index, "sources")


@fact_sheet(
    "E09",
    remedy="Nothing; write the questions that evidence serves in its `questions`.",
    example="1 Does the organisation aim clearly, and high enough?: 2 (board-minutes, plan-2003)",
)
def questions_served(index: Index) -> Iterator[str]:
    """A good reality check helps to answer several of the six key questions at once."""
    for question in KEY_QUESTIONS.values():
        served = (each.id for each in index.evidence_on.get(question.id, ()))
        yield listing(f"{question.id} {question.title}", served, "no evidence")


@fact_sheet(
    "E12",
    remedy="Nothing; add the figures to indicators.csv.",
    example="BVPI 74 Tenants satisfied with the landlord overall: 71 (2002/03); national mean 77 in 2000/01",
)
def satisfaction_beside_the_means(index: Index) -> Iterator[str]:
    """Councils report satisfaction every third year, for ethnic minorities and others apart; two means are given."""
    for code in _SATISFACTION:
        indicator = index.indicators.get(code)
        there = indicator is not None and isinstance(indicator.value, Decimal)
        value = f"{indicator.value} ({indicator.year or 'year not given'})" if indicator and there else "not given"
        mean = NATIONAL_MEANS.get(code)
        beside = f"; national mean {mean.value} in {mean.year}" if mean else ""
        yield f"{code} {INDICATORS[code].name}: {value}{beside}"


@fact_sheet(
    "E19",
    remedy="Nothing; write the topic in `covers` of evidence or of a finding.",
    example="Repairs: appointments, workers' manner, speed, quality: 1 (tenant-survey)",
)
def status_topics_covered(index: Index) -> Iterator[str]:
    """The STATUS survey asks about nine things; each has evidence, or there is a reason why not."""
    return (listing(each.title, (*each.findings, *each.evidence), "nothing yet") for each in _listed(index, "status"))


@fact_sheet(
    "E20",
    remedy="Nothing; the ways are the `way` of each evidence file.",
    example="Planning for Real sessions: not used",
)
def ways_of_asking_used(index: Index) -> Iterator[str]:
    """A survey is not the only way to learn what tenants think: nine are named."""
    return _used(index, "ways")


def listing(title: str, ids: Iterable[str], none: str) -> str:
    """Return a line of a fact sheet: a title, how many ids there are and which, or what to say where there is none."""
    distinct = sorted(set(ids))
    return f"{title}: {len(distinct)} ({', '.join(distinct)})" if distinct else f"{title}: {none}"


def _used(index: Index, name: str) -> Iterator[str]:
    """Return one of the lists of checks, sources and ways, item by item, with the evidence of that kind."""
    return (listing(each.title, each.evidence, "not used") for each in _listed(index, name))


def _listed(index: Index, name: str) -> tuple[GridItem, ...]:
    return next(each.items for each in lists_of(index) if each.id == name)


FACTS_OF_EVIDENCE: tuple[FactSheet, ...] = (
    reality_checks_used,
    context_sources_seen,
    questions_served,
    satisfaction_beside_the_means,
    status_topics_covered,
    ways_of_asking_used,
)
