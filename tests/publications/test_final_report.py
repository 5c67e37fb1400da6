"""The finished report, held against what it should be."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from reportkit.inspection.sensitive import withheld
from reportkit.publications.final_report import Read, against_report, dated
from tests.publications.elm_homes import ELM_HOMES

ALL = tuple(finding.title for finding in ELM_HOMES.findings)
BODIES = (ELM_HOMES.particulars.authority.name, ELM_HOMES.particulars.almo.name)
RATINGS = (
    f"We judge the service to be {ELM_HOMES.particulars.judgements.service.rating}.",
    f"Its prospects are {ELM_HOMES.particulars.judgements.prospects.rating}.",
)
SECRET = ELM_HOMES.findings[0]
ALL_BUT_ONE = ELM_HOMES.findings[1:]
MARKED = replace(ELM_HOMES, findings=(replace(SECRET, sensitive=True), *ELM_HOMES.findings[1:]))


def told(*paragraphs: str, inspection=ELM_HOMES, advised: tuple[str, ...] = ()) -> tuple[str, ...]:
    return against_report(Read(paragraphs, ()), inspection, withheld(inspection), advised)


def test_nothing_speaks_against_a_report_that_holds_what_it_should():
    assert told(*BODIES, *RATINGS, *ALL) == ()


def test_its_date_is_the_day_on_which_it_comes_out():
    day = dt.date(2004, 2, 12)
    assert dated(ELM_HOMES, day).particulars.dates.report == day


@pytest.mark.parametrize("lost", BODIES)
def test_a_body_that_is_not_named_is_told(lost: str):
    rest = tuple(each for each in BODIES if lost not in each)
    assert f"it does not name {lost}" in told(*rest, *RATINGS, *ALL)


def test_a_judgement_that_is_not_told_is_missed():
    (one,) = told(*BODIES, RATINGS[0], *ALL)
    assert one == f"it does not say {ELM_HOMES.particulars.judgements.prospects.rating} of its prospects"


def test_a_finding_that_is_left_out_is_told():
    assert told(*BODIES, *RATINGS, *ALL[1:]) == (f"the finding {SECRET.id} is not in it",)


def test_a_finding_that_is_withheld_may_not_stand_there():
    assert told(*BODIES, *RATINGS, *ALL[1:], inspection=MARKED) == ()
    assert told(*BODIES, *RATINGS, *ALL, inspection=MARKED) == (
        f"it gives away the finding {SECRET.id}, which is sensitive and not cleared",
    )


SENTENCE = "A tenant’s call was played to strangers in the shop."


def test_a_sentence_of_a_finding_that_is_withheld_may_not_be_quoted_anywhere():
    marked = replace(MARKED, findings=(replace(MARKED.findings[0], text=f"It was so. *{SENTENCE}*"), *ALL_BUT_ONE))
    rest = (*BODIES, *RATINGS, *ALL[1:])
    assert told(*rest, "It was so.", inspection=marked) == ()
    (one,) = told(*rest, f"What is not: a TENANT’S call  {SENTENCE[16:]} That hurt.", inspection=marked)
    assert one.startswith(f"it quotes the finding {SECRET.id}, which is sensitive and not cleared: “*A tenant’s call")
    cleared = replace(marked, findings=(replace(marked.findings[0], sensitive=False), *ALL_BUT_ONE))
    assert told(*rest, SECRET.title, SENTENCE, inspection=cleared) == ()


def test_an_advised_authority_may_not_stand_there_not_even_at_the_foot_of_a_page():
    read = Read((*BODIES, *RATINGS, *ALL), ("With thanks to Oak Council",))
    assert against_report(read, ELM_HOMES, withheld(ELM_HOMES), ("Oak Council",)) == (
        "it names Oak Council, which was advised",
    )
