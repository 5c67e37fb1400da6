"""The list of what changed since the draft that the bodies saw."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from reportkit.document.block_text import text_of
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.sensitive import withheld
from reportkit.inspection.warning_answer import Answer
from reportkit.publications.since_draft import TEMPLATE, since_draft
from reportkit.wording.values import Template
from tests.publications.builders import ROOT, SETTING
from tests.publications.elm_homes import ELM_HOMES

SHIPPED = {TEMPLATE: Template(TEMPLATE, (ROOT / "templates" / TEMPLATE).read_text(encoding="utf-8"), TEMPLATE)}
SENT = dt.date(2004, 1, 5)
FIRST, *REST = ELM_HOMES.findings


def told(before: Inspection, after: Inspection) -> str:
    return text_of(since_draft(before, withheld(after), SENT, SETTING, SHIPPED).blocks)


def test_where_nothing_changed_it_says_so():
    text = told(ELM_HOMES, ELM_HOMES)
    assert "on 5 January 2004" in text
    assert text.endswith("Nothing has changed.\n")


def test_what_came_what_went_and_what_is_different_stand_there():
    after = replace(ELM_HOMES, findings=(replace(FIRST, title="It is otherwise"), *REST[1:]))
    text = told(ELM_HOMES, after)
    assert f"{REST[0].title}\tFinding\tRemoved" in text
    assert "It is otherwise" in text


def test_answers_to_warnings_are_no_ones_business():
    answered = replace(ELM_HOMES, answers=(*ELM_HOMES.answers, Answer(rule="E05", answer="It may stand.", by="Ann")))
    assert told(ELM_HOMES, answered).endswith("Nothing has changed.\n")


def test_what_is_withheld_stays_untold_whatever_it_was_before():
    changed = replace(FIRST, sensitive=True, title="Money is missing")
    text = told(ELM_HOMES, replace(ELM_HOMES, findings=(changed, *REST)))
    assert "Money is missing" not in text
    assert FIRST.title not in text


def test_what_quoted_a_withheld_finding_is_not_told_though_it_went():
    secret = replace(FIRST, sensitive=True, text="The money for the lifts was spent on cars.")
    quotes = replace(ELM_HOMES.narratives[0], text="We saw that the money for the lifts was spent on cars.")
    others = ELM_HOMES.narratives[1:]
    before = replace(ELM_HOMES, findings=(secret, *REST), narratives=(quotes, *others))
    after = replace(before, narratives=(replace(quotes, text="We saw much."), *others))
    text = told(before, after)
    assert "cars" not in text
    assert "Not told, for it quotes what is withheld." in text


def test_a_finding_that_was_sensitive_and_is_no_more_comes_as_a_new_one():
    then = replace(ELM_HOMES, findings=(replace(FIRST, sensitive=True), *REST))
    assert FIRST.title in told(then, ELM_HOMES)
