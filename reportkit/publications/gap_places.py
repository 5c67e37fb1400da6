"""Where a gap of the report is filled in: the file and line, whose it is, and the answer that would close it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.problem import Problem
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.source_place import Origin, Place
from reportkit.publications.answered import OF_EARLIER, OF_FINDINGS, OF_INDICATORS, OF_RECOMMENDATIONS
from reportkit.publications.gaps import Gap
from reportkit.publications.text_blocks import NO_EFFECT, NO_EVIDENCE
from reportkit.wording.asked_values import AskedValue

RULE: Final = "gap"
"""What a gap carries in place of a rule's id."""

_OUR_OWN_WORDS: Final = {NO_EFFECT: "effect", NO_EVIDENCE: "evidence", "no finding is named yet": "findings"}
"""The fields that are missing where a function, and not the template, marks the gap."""

_FILES: Final[Mapping[str, str]] = {
    "service": "findings",
    "prospects": "findings",
    "unplaced": "findings",
    "positive_practice": "findings",
    "drivers": "drivers-and-barriers.yaml",
    "barriers": "drivers-and-barriers.yaml",
    "recommendations": "recommendations",
    "indicators": "indicators.csv",
    "reality_checks": "evidence",
    "documents": "evidence",
    "earlier": "earlier.yaml",
    "support_services": "support-services.yaml",
    "best_value_reviews": "best-value-reviews.yaml",
}
"""The file or folder that a template's value comes from; all others come from inspection.yaml."""


class _Entry(Struct, frozen=True):
    """Something that has a title, and the file that it is written in."""

    id: str
    title: str
    origin: Origin
    by: str = ""


class GapPlaces:
    """Finds for each gap of one inspection's report where it is filled in."""

    def __init__(self, inspection: Inspection, asked: tuple[AskedValue, ...]) -> None:
        self._inspection = inspection
        self._asked: dict[str, list[AskedValue]] = {}
        for each in asked:
            self._asked.setdefault(each.words, []).append(each)
        self._team = {member.id: member.name for member in inspection.particulars.team}
        self._findings = {f"finding/{each.id}": self._of(each) for each in inspection.findings}
        self._entries = sorted(_entries(inspection), key=lambda each: len(each.title), reverse=True)

    def problem(self, gap: Gap) -> Problem:
        """Return a gap as a problem that stands in the way of what would go out."""
        value = self._value(gap)
        entry = self._findings.get(gap.anchor) or self._near(gap)
        return Problem(
            rule=RULE,
            level="error",
            state="not there yet",
            where=self._place(value, entry),
            message=f"The report has a gap{_of_whom(entry, gap)}: {_said(gap)}",
            remedy=_remedy(value.rpartition(".")[2], value.partition(".")[0], entry),
            about=entry.id if entry else "",
        )

    def _of(self, finding: Finding) -> _Entry:
        by = finding.by or ""
        return _Entry(finding.id, finding.title, finding.origin, self._team.get(by, by))

    def _value(self, gap: Gap) -> str:
        """Return the value that is missing; of several gaps with the same words, each is asked for in turn."""
        if gap.words in _OUR_OWN_WORDS:
            return _OUR_OWN_WORDS[gap.words]
        known = self._asked.get(gap.words, [])
        if not known:
            return ""
        return (known.pop(0) if len(known) > 1 else known[0]).value

    def _near(self, gap: Gap) -> _Entry | None:
        """Return the entry whose title stands nearest to the gap."""
        for text in gap.near:
            for entry in self._entries:
                if entry.title in text:
                    return entry
        return None

    def _place(self, value: str, entry: _Entry | None) -> Place:
        if entry:
            return entry.origin.at(value.rpartition(".")[2])
        home = f"inspections/{self._inspection.slug}"
        if value.startswith("narrative/"):
            return Place(f"{home}/{value}.md")
        root = value.partition(".")[0]
        if root in _FILES:
            return Place(f"{home}/{_FILES[root]}")
        return self._inspection.particulars.origin.at(value) if value else Place(home)


def _entries(inspection: Inspection) -> Iterator[_Entry]:
    """Return everything with a title that a line, a row or a heading of the report can be about."""
    titled: tuple[Recommendation | Evidence | Earlier, ...] = (
        *inspection.recommendations,
        *inspection.evidence,
        *inspection.earlier,
    )
    for each in titled:
        yield _Entry(each.id, each.title.rstrip("."), each.origin)
    for service in inspection.support_services:
        yield _Entry("", service.service, service.origin)
    for review in inspection.best_value_reviews:
        yield _Entry("", review.title, review.origin)
    for indicator in inspection.indicators:
        yield _Entry(indicator.code, indicator.name, indicator.origin)
    for member in inspection.particulars.team:
        yield _Entry(member.id, member.name, inspection.particulars.origin)


def _of_whom(entry: _Entry | None, gap: Gap) -> str:
    """Return what the gap is in, and who wrote that."""
    if entry is None:
        heading = gap.near[-1] if gap.near else ""
        return f" under “{heading}”" if heading else ""
    by = f", by {entry.by}" if entry.by else ""
    return f" in “{entry.title}”{by}"


def _said(gap: Gap) -> str:
    words = gap.words.rstrip(".")
    return f"{gap.label}: {words}" if gap.label else words


def _remedy(field: str, root: str, entry: _Entry | None) -> str:
    rule = _closed_by(field, root)
    about = f", about {entry.id}" if entry and entry.id else ""
    return f"Write it there, or answer {rule} in answers.yaml{about}." if rule else "Write it there."


def _closed_by(field: str, root: str) -> str:
    """Return the rule whose answer closes the gap; "" where it can only be filled."""
    if root == "recommendations" or field == "findings":
        return OF_RECOMMENDATIONS[field].rule if field in OF_RECOMMENDATIONS else ""
    if root == "earlier":
        return OF_EARLIER.rule
    return OF_INDICATORS[0] if root == "indicators" else OF_FINDINGS.get(field, "")
