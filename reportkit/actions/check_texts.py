"""What is wrong inside the texts in Markdown: what a report cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Place
from reportkit.publications.text_blocks import flaws_of
from reportkit.reading.problems import wrong


def problems_in_texts(inspection: Inspection) -> Iterator[Problem]:
    """Yield every flaw of every text: a draft would be refused for the same."""
    for flaw in flaws_of(inspection):
        yield wrong(Place(flaw.file, flaw.line), flaw.message, flaw.remedy)
