"""Which abbreviations a report uses, and what they stand for [Glossary]."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportkit.guidance.glossary import ABBREVIATIONS
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.written import written

_LOOKS_SHORT = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]\b")


def abbreviations_used(inspection: Inspection, template: str) -> tuple[dict[str, str], ...]:
    """The abbreviations of the glossary that stand in the inspection's words or the template's own, in order."""
    used = {short for text in (*_texts(inspection), template) for short in _LOOKS_SHORT.findall(text)}
    return tuple({"short": short, "full": ABBREVIATIONS[short]} for short in sorted(used & set(ABBREVIATIONS)))


def _texts(inspection: Inspection) -> Iterable[str]:
    yield from (text.text for text in written(inspection))
    yield from (finding.title for finding in inspection.findings)
    yield from (evidence.title for evidence in inspection.evidence)
    yield from (f"{indicator.name} {indicator.code}" for indicator in inspection.indicators)
    yield from inspection.particulars.judgements.service.reasons
    yield from inspection.particulars.judgements.prospects.reasons
