"""Findings in the report's order: by key question, within it by section, strengths apart from weaknesses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from reportkit.guidance.areas import AREAS
from reportkit.guidance.key_questions import GOVERNANCE, KEY_QUESTIONS, Judgement
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection


class Section(Struct, frozen=True):
    """One section of a key question: its findings' ids, in the order they are shown."""

    title: str
    strengths: tuple[str, ...]
    weaknesses: tuple[str, ...]


class AnsweredQuestion(Struct, frozen=True):
    """A key question and the sections that answer it; a section without findings is not there."""

    id: str
    title: str
    sections: tuple[Section, ...]


class Layout(Struct, frozen=True):
    """The order of findings in the report: the key questions of both judgements [28, 31], and the rest.

    `unplaced` are findings that name no question yet, by area.
    """

    service: tuple[AnsweredQuestion, ...]
    prospects: tuple[AnsweredQuestion, ...]
    unplaced: tuple[Section, ...]

    def places(self) -> dict[str, int]:
        """Return each finding's place among all, so that references to several can be told in their order."""
        questions = (*self.service, *self.prospects)
        sections = (*(section for question in questions for section in question.sections), *self.unplaced)
        shown = (name for section in sections for name in (*section.strengths, *section.weaknesses))
        return {name: place for place, name in enumerate(shown)}


def layout(inspection: Inspection) -> Layout:
    """Return the findings of an inspection in the report's order."""
    titles = _section_titles(inspection)
    by_question = _grouped(inspection.findings)

    def answered(judgement: Judgement) -> tuple[AnsweredQuestion, ...]:
        return tuple(
            AnsweredQuestion(question.id, question.title, _sections(by_question.get(question.id, ()), titles))
            for question in KEY_QUESTIONS.values()
            if question.judgement == judgement
        )

    return Layout(answered("service"), answered("prospects"), _sections(by_question.get("", ()), titles))


def key_question_of(finding: Finding) -> str:
    """Return the key question under which the report shows a finding; "" where it names none yet."""
    question = finding.question or ""
    if question.startswith("G"):
        return "P3"
    return question[:2] if question.startswith("P") else question[:1]


def _grouped(findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(key_question_of(finding), []).append(finding)
    return groups


def _section_titles(inspection: Inspection) -> dict[str, str]:
    """Return the titles in the report's order: no area, Appendix 1's areas, the scope's other services, governance."""
    areas = {area.id: area.title for area in AREAS.values()}
    scoped = {
        service.id: service.title or areas.get(service.id, service.id) for service in inspection.particulars.scope
    }
    return {"": ""} | areas | scoped | {part.id: f"Governance: {part.title}" for part in GOVERNANCE.values()}


def _section_of(finding: Finding) -> str:
    question = finding.question or ""
    return question[:2] if question.startswith("G") else finding.area or ""


def _sections(findings: Iterable[Finding], titles: Mapping[str, str]) -> tuple[Section, ...]:
    by_section: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda finding: finding.place_in_section):
        by_section.setdefault(_section_of(finding), []).append(finding)
    return tuple(
        Section(title, _ids(by_section[section], "strength"), _ids(by_section[section], "weakness"))
        for section, title in titles.items()
        if section in by_section
    )


def _ids(findings: Iterable[Finding], kind: str) -> tuple[str, ...]:
    return tuple(finding.id for finding in findings if finding.kind == kind)
