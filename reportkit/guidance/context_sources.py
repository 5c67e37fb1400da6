"""The ten sources of context that inspectors draw on besides what they see [63]."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct


class ContextSource(Struct, frozen=True):
    """A kind of paper that sets the service in its context; `id` is an evidence file's `source`."""

    id: str
    title: str
    paragraph: str


CONTEXT_SOURCES: Final[Mapping[str, ContextSource]] = {
    source.id: source
    for source in (
        ContextSource("community-strategies", "Community strategies", "63"),
        ContextSource("bvpps", "Best Value Performance Plans", "63, 81"),
        ContextSource("plans", "Plans: corporate, for a neighbourhood, or for a service", "63"),
        ContextSource("indicators", "Performance indicators, national and above all local", "63, 66-77"),
        ContextSource("government-office", "The Government Office on the council's housing strategy", "63, 78"),
        ContextSource("lpsas", "Local Public Service Agreements", "63, 79"),
        ContextSource("inspection-reports", "Earlier inspection reports", "63, 80"),
        ContextSource("external-audit", "Assessments by the external auditor", "63, 81"),
        ContextSource("ombudsman", "Ombudsman's reports on the housing service", "63, 82"),
        ContextSource("beacon", "Beacon status won for a service concerned", "63"),
    )
}
