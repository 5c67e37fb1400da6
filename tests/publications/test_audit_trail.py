"""The audit trail as a Word table."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from reportkit.document.block_text import text_of
from reportkit.document.blocks import Document, Table
from reportkit.errors import Refused
from reportkit.publications.audit_trail import TEMPLATE, AuditRow, history
from reportkit.word.write import write
from reportkit.wording.values import Template
from tests.publications.builders import ROOT, SETTING

SIGNED = AuditRow(
    when=dt.datetime(2004, 7, 1, 8, 30, tzinfo=dt.UTC),
    who="Ann Lee",
    role="senior manager",
    what="signed off",
    content="1a2b 3c4d 5e6f",
    sure="reported by Pia Grün",
)


def document(*acts: AuditRow) -> Document:
    text = (ROOT / "templates" / TEMPLATE).read_text(encoding="utf-8")
    return history(acts, "Elm Homes", SETTING, {TEMPLATE: Template(TEMPLATE, text, f"templates/{TEMPLATE}")})


def test_each_act_is_a_row_with_everything_that_is_known_of_it() -> None:
    later = replace(
        SIGNED, when=dt.datetime(2004, 12, 1, 8, 30, tzinfo=dt.UTC), what="decided {{ 1 }} | *", sure="proven"
    )
    assert text_of(document(SIGNED, later).blocks).splitlines()[2:] == [
        "Table 1: What was recorded",
        "When\tWho, in which role\tWhat\tOn which content\tHow sure",
        "1 July 2004, 09:30\tAnn Lee, senior manager\tsigned off\t1a2b 3c4d 5e6f\treported by Pia Grün",
        "1 December 2004, 08:30\tAnn Lee, senior manager\tdecided {{ 1 }} | *\t1a2b 3c4d 5e6f\tproven",
    ]


def test_an_empty_record_says_so() -> None:
    made = document()
    assert not [block for block in made.blocks if isinstance(block, Table)]
    assert "Nothing has been recorded yet." in text_of(made.blocks)
    assert f"{SETTING.inspectorate.name}. What was recorded" in text_of(made.blocks)  # of no day, where there is none


def test_it_says_of_itself_what_it_is_and_is_the_same_each_time() -> None:
    house = (ROOT / "templates" / "house.docx").read_bytes()
    assert document(SIGNED).title == "Elm Homes: audit trail"
    assert write(document(SIGNED), house) == write(document(SIGNED), house)


def test_in_a_demonstration_it_says_so_on_every_page() -> None:
    played = replace(SETTING, marking="DEMONSTRATION")
    text = (ROOT / "templates" / TEMPLATE).read_text(encoding="utf-8")
    template = Template(TEMPLATE, text, f"templates/{TEMPLATE}")
    assert document(SIGNED).marking == ""
    assert history((SIGNED,), "Elm Homes", played, {TEMPLATE: template}).marking == "DEMONSTRATION"


def test_a_template_of_ones_own_that_does_not_work_is_told_with_its_line() -> None:
    with pytest.raises(Refused, match=r"^templates/history\.md\.j2:2: "):
        history((), "X", SETTING, {TEMPLATE: Template(TEMPLATE, "#\n{{ nothing }}", f"templates/{TEMPLATE}")})
