"""What is wrong inside the texts in Markdown: what a report cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.document.markdown import parse
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.origin import Place
from reportkit.inspection.problem import Problem
from reportkit.inspection.written import written
from reportkit.reading.problems import wrong


def problems_in_texts(inspection: Inspection) -> Iterator[Problem]:
    """Every flaw of every text."""
    for text in written(inspection):
        for flaw in parse(text.text, text.file, text.line).flaws:
            yield wrong(Place(flaw.file, flaw.line), flaw.message, flaw.remedy)
