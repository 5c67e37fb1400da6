"""The twelve kinds of reality check that the guidance names [39]."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct


class RealityCheck(Struct, frozen=True):
    """A way of seeing for oneself how a service is delivered; `id` is an evidence file's `kind`."""

    id: str
    title: str
    paragraph: str


REALITY_CHECKS: Final[Mapping[str, RealityCheck]] = {
    check.id: check
    for check in (
        RealityCheck("interviews-members", "Interviews with leading councillors or board members", "39"),
        RealityCheck("observed-meetings", "Meetings watched where decisions are taken, the board's among them", "39"),
        RealityCheck("interviews-managers", "Interviews with senior managers of the council and the ALMO", "39"),
        RealityCheck("users-met", "Users met, in groups or singly", "39, fn I p10"),
        RealityCheck("service-observed", "Service watched as it is given, at a counter or on site", "39"),
        RealityCheck("case-samples", "Samples of cases: complaints, repairs, rehousing, transfers", "39"),
        RealityCheck("estates-inspected", "Estates inspected", "39"),
        RealityCheck("homes-visited", "Homes visited, let and empty", "39"),
        RealityCheck("staff-focus-groups", "Focus groups of staff", "39"),
        RealityCheck("stakeholders", "Talks with outside bodies that have a stake in the service", "39"),
        RealityCheck("mystery-shopping", "Mystery shopping, complaints included", "39"),
        RealityCheck("satisfaction-surveys", "Surveys of how satisfied customers are", "39"),
    )
}

OTHER_EVIDENCE: Final[Mapping[str, str]] = {
    "document": "A document read",
    "indicators": "Performance indicators",
}
"""Kinds of evidence that are not reality checks, and their titles; indicators alone carry no judgement [66]."""

EVIDENCE_KINDS: Final[frozenset[str]] = frozenset(REALITY_CHECKS) | frozenset(OTHER_EVIDENCE)
"""Everything that an evidence file's `kind` may say."""
