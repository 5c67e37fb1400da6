"""Findings that texts mention as `finding:<id>`: each must be one that there is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.origin import Place
from reportkit.inspection.problem import Problem
from reportkit.inspection.written import Written, written
from reportkit.reading.problems import choose, wrong

_MENTION = re.compile(r"(?:\]\(|<)finding:([^)>\s]*)[)>]")


def lost_mentions(inspection: Inspection, unread: Collection[str]) -> Iterator[Problem]:
    """A problem for each mention of a finding that there is not. `unread` ones are there, but cannot be read."""
    findings = [finding.id for finding in inspection.findings]
    known = frozenset(findings) | frozenset(unread)
    for text in written(inspection):
        if "finding:" in text.text:
            yield from _lost_in(text, findings, known)


def _lost_in(text: Written, findings: list[str], known: frozenset[str]) -> Iterator[Problem]:
    for found in _MENTION.finditer(text.text):
        if found[1] not in known:
            line = text.line + text.text.count("\n", 0, found.start())
            message = f"`finding:{found[1]}` names no finding of this inspection"
            yield wrong(Place(text.file, line), message, choose(found[1], findings) or "Name one that there is.")
