"""The examples in inspections/: each reads, drafts and says what it is; the full one is full, the short ones whole."""

from __future__ import annotations

import io
import re
from collections import Counter
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from reportkit.actions.draft import draft
from reportkit.actions.load import load
from reportkit.guidance.areas import AREAS
from reportkit.guidance.key_questions import SUB_QUESTIONS
from reportkit.guidance.reality_checks import REALITY_CHECKS
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import Milestones
from reportkit.inspection.problem import Problem
from reportkit.publications.sections import layout
from reportkit.reading.casework import read_casework
from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import read_inspection
from reportkit.rules.check import check, stops, wrong
from tests.every_case import every_case

ROOT = Path(__file__).parent.parent
NAMES = sorted(folder.name for folder in (ROOT / "inspections").iterdir())
FULL = "harrowmere-homes"
SHORT = ("ellerwick-2004", "saltbeck-homes")
INVENTED = (FULL, *SHORT)


@cache
def example(name: str) -> Inspection:
    return load(FolderFiles(ROOT), name)


@cache
def problems(name: str) -> tuple[Problem, ...]:
    """Return what the check says of it, with its casework."""
    return check(example(name), milestones=Milestones(casework=read_casework(FolderFiles(ROOT), name)))


@cache
def drafted(name: str) -> bytes:
    return draft(ROOT, name).data


@cache
def paragraphs(name: str) -> list[tuple[str, str]]:
    """Style and words of each paragraph of the Word file."""
    return [(each.style.name, each.text) for each in docx.Document(io.BytesIO(drafted(name))).paragraphs]


def gaps(name: str) -> list[str]:
    """Return what the draft marks as missing, in its text and in its tables."""
    body = docx.Document(io.BytesIO(drafted(name))).element.body
    return [run.text for run in body.iter(qn("w:r")) if run.style == "Gap"]


def test_there_are_seven_examples_three_of_them_invented() -> None:
    assert len(NAMES) == 7
    assert set(INVENTED) < set(NAMES)


@every_case("name", NAMES)
def test_an_example_reads_without_a_problem(name: str) -> None:
    assert read_inspection(FolderFiles(ROOT), name).problems == ()


@every_case("name", NAMES)
def test_nothing_in_an_example_contradicts_the_guidance(name: str) -> None:
    assert wrong(problems(name)) == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_draft_of_an_example_is_a_whole_word_file(name: str, package_problems) -> None:
    assert package_problems(drafted(name)) == []


@every_case("name", NAMES)
def test_the_draft_of_an_example_holds_each_findings_title_once_and_in_order(name: str) -> None:
    places = layout(example(name)).places()
    titles = [finding.title for finding in sorted(example(name).findings, key=lambda each: places[each.id])]
    numbered = [text for style, text in paragraphs(name) if style == "Numbered Para"]
    found = [next((title for title in titles if text.startswith(title)), None) for text in numbered]
    assert [title for title in found if title] == titles


@every_case("name", NAMES)
def test_an_example_says_on_its_cover_whether_it_is_invented_or_real_and_what_it_is_held_against(name: str) -> None:
    notice = example(name).particulars.notice or ""
    start = "This inspection is invented." if name in INVENTED else "A real "
    assert notice.startswith(start)
    assert re.search(r"(?:against|applied).*March 2003", notice)
    assert any(notice in text for _, text in paragraphs(name)[:12])


@pytest.mark.parametrize("name", [name for name in NAMES if name not in INVENTED])
def test_a_thin_example_marks_what_is_not_known_and_lists_it(name: str) -> None:
    assert "[No reality check has been entered yet.]" in gaps(name)
    assert stops(problems(name), "submit")


@pytest.mark.parametrize("name", INVENTED)
def test_an_invented_example_may_be_submitted_and_its_draft_has_no_gap(name: str) -> None:
    assert stops(problems(name), "submit") == ()
    assert gaps(name) == []


def test_the_full_example_has_no_warning_without_an_answer() -> None:
    assert [str(each) for each in problems(FULL) if each.level == "warning" and not each.answered] == []


def test_the_full_example_has_a_finding_in_every_cell() -> None:
    held = Counter((finding.question, finding.area) for finding in example(FULL).findings)
    assert [(question, area) for question in SUB_QUESTIONS for area in AREAS if not held[question, area]] == []
    assert len(SUB_QUESTIONS) * len(AREAS) == 24


def test_the_full_example_is_full_size() -> None:
    full = example(FULL)
    assert len(full.findings) >= 60
    assert {each.kind for each in full.evidence} >= set(REALITY_CHECKS)
    assert len(full.indicators) >= 40
    assert len(full.recommendations) >= 15
    assert full.support_services
    assert full.best_value_reviews
    for influences in (full.drivers, full.barriers):
        assert {each.reach for each in influences} == {"corporate", "service-specific"}


def test_the_full_example_speaks_to_each_question_on_the_prospects() -> None:
    asked = {(finding.question or "")[:2] for finding in example(FULL).findings}
    assert asked >= {"P1", "P2", "P3", "G1", "G2", "G3", "G4", "G5"}
