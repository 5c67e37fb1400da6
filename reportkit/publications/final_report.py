"""The report as it is published [113, 117]: its edition, its date, and the finished file held against what it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.repeated_sentences import Repeated
from reportkit.inspection.sensitive import Withheld
from reportkit.publications.report import Edition
from reportkit.rules.advised import named

FINAL: Final = Edition(notice="", marking="", head="inspection report")
"""Nothing on its cover or across its pages marks it: it is the report."""

PLAYED: Final = replace(FINAL, marking="DEMONSTRATION")
"""The same in a demonstration, where every document says on its pages what it is."""


def dated(inspection: Inspection, on: dt.date) -> Inspection:
    """Return the inspection with the day on which its report comes out: a report's date is no other."""
    particulars = inspection.particulars
    return replace(inspection, particulars=replace(particulars, dates=replace(particulars.dates, report=on)))


class Read(Struct, frozen=True):
    """A finished report as it was read again: its paragraphs, and the words at the edges of its pages."""

    paragraphs: tuple[str, ...]
    beside: tuple[str, ...]


def against_report(read: Read, whole: Inspection, public: Withheld, advised: Iterable[str]) -> tuple[str, ...]:
    """Return everything that speaks against a finished report, as clauses; () where nothing does.

    It says both judgements and names both bodies, holds every finding that it should, none that is withheld nor
    a sentence of one, and no authority that was advised to buy help in. `whole` is the inspection with all findings.
    """
    texts = tuple(" ".join(each.split()) for each in (*read.paragraphs, *read.beside))
    everything = "\n".join(texts)
    return (
        *_left_out(everything, public.shown),
        *_withheld_titles(everything, whole, public),
        *_quoted(texts, whole, public),
        *(f"it names {name}, which was advised" for name in named(advised, texts, whole.particulars.authority.name)),
    )


def _left_out(everything: str, inspection: Inspection) -> Iterator[str]:
    particulars = inspection.particulars
    for body in (particulars.authority.name, particulars.almo.name if particulars.almo else ""):
        if body not in everything:
            yield f"it does not name {body}"
    ratings = (particulars.judgements.service.rating, particulars.judgements.prospects.rating)
    for question, rating in zip(("how good the service is", "its prospects"), ratings, strict=True):
        if rating is None or f" {rating}" not in everything:
            yield f"it does not say {rating or 'anything'} of {question}"
    for finding in inspection.findings:
        if _words(finding.title) not in everything:
            yield f"the finding {finding.id} is not in it"


def _withheld_titles(everything: str, whole: Inspection, public: Withheld) -> Iterator[str]:
    for finding in whole.findings:
        if finding.id in public.findings and _words(finding.title) in everything:
            yield f"it gives away the finding {finding.id}, which is sensitive and not cleared"
    for recommendation in whole.recommendations:
        if recommendation.id in public.recommendations and _words(recommendation.title) in everything:
            yield f"it gives away the recommendation {recommendation.id}, which answers only what is withheld"


def _quoted(texts: tuple[str, ...], whole: Inspection, public: Withheld) -> Iterator[str]:
    """Yield what is withheld, quoted by a narrative, a reason or whatever else stays."""
    known = Repeated(texts)
    for finding in whole.findings:
        sentence = known.of(finding) if finding.id in public.findings else None
        if sentence and sentence != _words(finding.title):
            yield f"it quotes the finding {finding.id}, which is sensitive and not cleared: “{sentence}”"


def _words(text: str) -> str:
    return " ".join(text.split())
