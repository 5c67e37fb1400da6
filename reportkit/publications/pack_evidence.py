"""What each judgement rests on: kinds of evidence by key question, findings by weight, those that weigh most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from reportkit.guidance.key_questions import KEY_QUESTIONS, Judgement
from reportkit.guidance.reality_checks import OTHER_EVIDENCE, REALITY_CHECKS
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import STARS as STARS_OF
from reportkit.inspection.value_words import STARS
from reportkit.publications.sections import key_question_of
from reportkit.rules.balance import Count, balance_of
from reportkit.rules.coverage_grid import bearing_on
from reportkit.rules.index import Index, ledger_of
from reportkit.rules.moderators import Other, other_of

_KINDS: Final = {**{check.id: check.title for check in REALITY_CHECKS.values()}, **OTHER_EVIDENCE}
_JUDGEMENTS: Final[dict[Judgement, str]] = {"service": "Judgement 1", "prospects": "Judgement 2"}


def rests_on_values(inspection: Inspection, others: tuple[Other, ...]) -> dict[str, object]:
    """Return the names `evidence`, `balance`, `weighty` and `others`."""
    ledger = ledger_of(inspection)
    return {
        "evidence": {"kinds": _kinds(ledger), "all": len(inspection.evidence)},
        "balance": tuple(row for judgement in _JUDGEMENTS for row in _balance(inspection, judgement)),
        "weighty": {
            "service": tuple(_weighty(ledger, each) for each in _weightiest(ledger.service)),
            "prospects": tuple(_weighty(ledger, each) for each in _weightiest(ledger.prospects)),
        },
        "others": _alike(other_of(inspection, "this one"), others),
    }


def _kinds(ledger: Index) -> tuple[dict[str, object], ...]:
    """For each kind, how much evidence of it bears on each key question and on each judgement; "" for none."""
    bearing = {question.id: bearing_on(ledger, question.id) for question in KEY_QUESTIONS.values()}
    columns = {f"on_{name.lower()}": ids for name, ids in bearing.items()}
    for judgement in _JUDGEMENTS:
        under = (bearing[question.id] for question in KEY_QUESTIONS.values() if question.judgement == judgement)
        columns[judgement] = set[str]().union(*under)
    counts = {
        name: Counter(ledger.evidence[each].kind for each in ids if each in ledger.evidence)
        for name, ids in columns.items()
    }
    used = Counter(each.kind for each in ledger.inspection.evidence)
    return tuple(
        {"kind": title, "all": used[kind] or "", **{name: count[kind] or "" for name, count in counts.items()}}
        for kind, title in _KINDS.items()
    )


def _balance(inspection: Inspection, judgement: Judgement) -> Iterable[dict[str, object]]:
    """Yield a row for each key question, and one for the judgement."""
    everything: list[Finding] = []
    for question in KEY_QUESTIONS.values():
        if question.judgement == judgement:
            found = [each for each in inspection.findings if key_question_of(each) == question.id]
            everything += found
            yield {"what": f"{question.id} {question.title}"} | _row(found)
    yield {"what": f"{_JUDGEMENTS[judgement]} together"} | _row(everything)


def _row(found: list[Finding]) -> dict[str, object]:
    balance = balance_of(found)
    return {
        "strengths": balance.strengths.all,
        "high_strengths": balance.strengths.high,
        "weaknesses": balance.weaknesses.all,
        "high_weaknesses": balance.weaknesses.high,
        "without_evidence": sum(not each.evidence for each in found) or "",
    }


def _weightiest(findings: Iterable[Finding]) -> list[Finding]:
    """Return those of high weight, by key question, strengths first."""
    order = list(KEY_QUESTIONS)
    heavy = (each for each in findings if each.weight == "high")
    return sorted(heavy, key=lambda each: (order.index(key_question_of(each)), each.kind, each.question, each.id))


def _weighty(ledger: Index, finding: Finding) -> dict[str, object]:
    checks = [each.kind in REALITY_CHECKS for each in ledger.cited(finding)]
    return {
        "id": finding.id,
        "title": finding.title,
        "kind": finding.kind.capitalize(),
        "question": finding.question or "",
        "checks": sum(checks) or "",
        "papers": len(checks) - sum(checks) or "",
    }


def _alike(this: Other, others: tuple[Other, ...]) -> tuple[dict[str, object], ...]:
    """Return the inspection itself and, below it, the others with the same stars.

    () where there is none to compare with.
    """
    alike = tuple(each for each in others if this.service is not None and each.service == this.service)
    return tuple(_beside(each) for each in (this, *alike)) if alike else ()


def _beside(other: Other) -> dict[str, object]:
    return {
        "name": other.name,
        "round": other.round or "",
        "told": _label(other),
        "stars": "" if other.service is None else STARS[STARS_OF[other.service]],
        "prospects": other.prospects or "",
        "strengths": _by_weight(other.balance.strengths),
        "weaknesses": _by_weight(other.balance.weaknesses),
        "share": "" if other.balance.share is None else f"{other.balance.share}%",
        "influences": f"{other.drivers} / {other.barriers}",
        "far": other.far,
    }


def _label(other: Other) -> str:
    """Return its name, its round, and how far it is: "Elm Homes Limited, round 2, decided"."""
    return ", ".join(filter(None, (other.name, f"round {other.round}" if other.round else "", other.far)))


def _by_weight(count: Count) -> str:
    """Return how many there are: of high, medium and low weight."""
    return f"{count.high}, {count.medium}, {count.low}"
