"""What is wrong inside the texts in Markdown: what a report cannot hold, and references that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from reportkit.document.markdown import parse
from reportkit.inspection.driver import Driver
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.origin import Origin, Place
from reportkit.inspection.problem import Problem
from reportkit.inspection.recommendation import Recommendation
from reportkit.reading.problems import choose, wrong

_REFERENCE = re.compile(r"(?:\]\(|<)finding:([^)>\s]*)[)>]")


class _Written(Struct, frozen=True):
    """One text, and where its first line stands."""

    text: str
    file: str
    line: int


def problems_in_texts(inspection: Inspection) -> Iterator[Problem]:
    """Every flaw of every text, and every reference to a finding that there is not."""
    findings = [finding.id for finding in inspection.findings]
    known = frozenset(findings)
    for written in _texts(inspection):
        for flaw in parse(written.text, written.file, written.line).flaws:
            yield wrong(Place(flaw.file, flaw.line), flaw.message, flaw.remedy)
        if "finding:" in written.text:
            yield from _lost_references(written, findings, known)


def _texts(inspection: Inspection) -> Iterator[_Written]:
    for finding in inspection.findings:
        if finding.text:
            yield _Written(finding.text, finding.origin.file, finding.text_line)
    for narrative in inspection.narratives:
        yield _Written(narrative.text, narrative.origin.file, narrative.text_line)
    for evidence in inspection.evidence:
        yield from _in_yaml(evidence.seen or "", evidence.origin, "seen")
    entries: tuple[Recommendation | Driver, ...] = (
        *inspection.recommendations,
        *inspection.drivers,
        *inspection.barriers,
    )
    for entry in entries:
        yield from _in_yaml(entry.text, entry.origin, "text")


def _in_yaml(text: str, origin: Origin, key: str) -> Iterator[_Written]:
    """A text of several lines begins on the line after its key."""
    if text:
        place = origin.at(key)
        yield _Written(text, place.file, place.line + ("\n" in text.strip()))


def _lost_references(written: _Written, findings: list[str], known: frozenset[str]) -> Iterator[Problem]:
    for found in _REFERENCE.finditer(written.text):
        if found[1] not in known:
            line = written.line + written.text.count("\n", 0, found.start())
            message = f"`finding:{found[1]}` names no finding of this inspection"
            yield wrong(Place(written.file, line), message, choose(found[1], findings) or "Name one that there is.")
