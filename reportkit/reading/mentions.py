"""Findings that texts mention as `finding:<id>`: each must be one that there is."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.problem import Problem
from reportkit.inspection.texts import mentions, written
from reportkit.reading.problems import wrong
from reportkit.similar_names import choose


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
