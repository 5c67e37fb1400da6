"""Score letter, press release and funding [117, 118]: what must be on file before the score is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from reportkit.inspection.judgement import QUALIFYING
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, wrong
from reportkit.rules.rule import FactSheet, Principle, Rule, fact_sheet, principle, rule

_AHEAD: Final = dt.timedelta(weeks=2)
_CALLED: Final = {"authority": "the authority", "almo": "the ALMO", "odpm": "the ODPM"}


@rule(
    "K01",
    remedy="Write name, office and address of each under `addressees` in casework.yaml, and the `signatory`.",
    example="addressees: {odpm: {name: Ms Jane Hall, office: Head of the ALMO programme, address: [London]}}",
)
def no_addressee(index: Index) -> Iterator[Remark]:
    """The outcome goes to the authority, the ALMO and the ODPM; an indicative one to the authority and a shadow ALMO.

    It is asked for from the day on which the inspection was handed to its moderators.
    """
    if index.milestones.submitted is None:
        return
    to = index.casework.addressees
    there = {"authority": to.authority, "almo": to.almo, "odpm": to.odpm}
    for body in _bodies(index):
        if there[body] is None:
            remedy = f"Write it under `addressees`, `{body}`."
            yield missing(
                index.in_casework("addressees"), f"Whom to write to at {_CALLED[body]} is not on file", remedy
            )
    if index.casework.signatory is None:
        message = "Who signs the letters is not on file"
        yield missing(index.in_casework("signatory"), message, "Write `name` and `office` under `signatory`.")


def _bodies(index: Index) -> tuple[str, ...]:
    if index.particulars.concerns_funding:
        return ("authority", "almo", "odpm")
    return ("authority", "almo") if index.almo else ("authority",)


@fact_sheet(
    "K04",
    remedy="Nothing; the letter's date is the day on which it is issued.",
    example="Letter of 2004-09-16: the ALMO qualifies from that day",
)
def qualifying_day(index: Index) -> Iterator[str]:
    """From a good rating upward the ODPM goes by the letter's date, weeks before the report is out."""
    told, rating = index.milestones.letters, index.service_rating
    if rating is None:
        yield "Judgement 1 is not made yet"
    elif rating not in QUALIFYING:
        yield f"The service is {rating}: there is no qualifying day"
    elif told is None:
        yield f"The service is {rating}: the ALMO qualifies from the letter's date, and no letter is out yet"
    else:
        yield f"Letter of {told}: the ALMO qualifies from that day"


@rule(
    "K07",
    remedy="Plan the letters before the report, or let a named person set K07 aside with a reason.",
    example="planned: {letters: 2004-07-23, publication: 2004-08-20}",
)
def report_before_the_letters(index: Index) -> Iterator[Remark]:
    """The letters come several weeks before the report, so that the money can be drawn on early.

    A report on the letters' day or before it is an error; less than two weeks after it a warning, which is a guess.
    """
    planned, reached = index.casework.planned, index.milestones
    letters, report = reached.letters or planned.letters, reached.published or planned.publication
    if letters is None or report is None or report - letters >= _AHEAD:
        return
    where = index.in_casework("planned.publication")
    message = f"The report is to be out on {report}, and the letters are of {letters}"
    if report <= letters:
        remedy = "Put `publication` or `letters` under `planned` right, or set K07 aside with a reason."
        yield wrong(where, message, remedy)
    else:
        remedy = "Plan the report later, or answer K07 in answers.yaml."
        yield replace(wrong(where, message, remedy), mild=True)


@rule(
    "K10",
    remedy="Give the ALMO's addressee no other ALMO's name: each partial ALMO has letters of its own.",
    example="almo: {name: Harrowmere East Homes, partial: true}",
)
def a_letter_for_another_almo(index: Index) -> Iterator[Remark]:
    """Each partial ALMO is inspected by itself, so each has letters of its own: our reading of that."""
    to, almo = index.casework.addressees.almo, index.almo
    if almo and almo.partial and to and to.organisation and to.organisation != almo.name:
        message = f"This inspection is of {almo.name}, and its letter is addressed to {to.organisation}"
        remedy = "Put `organisation` right, or set K10 aside with a reason."
        yield wrong(index.in_casework("addressees.almo.organisation"), message, remedy)


@rule(
    "K11",
    remedy="Answer every comment, then decide the score: `reportkit moderate decide`.",
    example="reportkit moderate decide harrowmere-homes --service agreed --prospects agreed",
)
def not_decided(index: Index) -> Iterator[Remark]:
    """The score is final once the comments are considered; record and dates of both are needed to tell it."""
    reached = index.milestones
    if reached.submitted is None:
        return
    if reached.unanswered:
        message = f"{reached.unanswered} comments of the bodies are not answered"
        yield missing(
            index.file("inspection.yaml"), message, "Answer them with `reportkit comments answer`.", "comments"
        )
    if reached.decided is None:
        message = "The score is not decided"
        yield missing(index.file("inspection.yaml"), message, "Decide it with `reportkit moderate decide`.")


@fact_sheet(
    "K12",
    remedy="Nothing; comment periods are policy, and an embargo is only printed where casework.yaml asks for one.",
    example="Embargo: none. The guidance knows none, nor a comment period, nor an appeal",
)
def no_embargo_in_the_guidance(index: Index) -> Iterator[str]:
    """No comment period, embargo, confidentiality or appeal is in the guidance: none is cited from it."""
    embargo = index.casework.press.embargo
    yield f"Embargo: {f'until {embargo.time} on {embargo.day}' if embargo else 'none'}. The guidance knows none"


@rule(
    "K13",
    remedy="Write the ODPM's notice under `allocation` in casework.yaml, or answer K13 in answers.yaml.",
    example="allocation: {amount: 12500000, years: [2003/04, 2004/05], source: ODPM letter of 12 March 2003}",
)
def no_allocation_on_file(index: Index) -> Iterator[Remark]:
    """What a letter says of money rests on a conditional allocation; without one on file it names no sum."""
    waits = index.milestones.submitted is not None and index.service_rating in QUALIFYING
    if waits and index.casework.allocation is None:
        message = f"The service is {index.service_rating}, and no conditional allocation is on file"
        remedy = "Write it under `allocation` in casework.yaml, or answer K13 in answers.yaml."
        yield missing(index.in_casework("allocation"), message, remedy)


NOTIFICATION: tuple[Rule, ...] = (
    no_addressee,
    report_before_the_letters,
    a_letter_for_another_almo,
    not_decided,
    no_allocation_on_file,
)
FACTS_OF_NOTIFICATION: tuple[FactSheet, ...] = (qualifying_day, no_embargo_in_the_guidance)

_NOTIFY = "reportkit notify harrowmere-homes"
_SPECIMEN = "reportkit notify harrowmere-homes --dry-run"
_WORDS = "Correct the template or the quotation that the refusal names."

KEPT_BY_LETTERS: Final[tuple[Principle, ...]] = (
    principle(
        "K02",
        why="The press release is issued at the same time as the letters. They are made, dated and recorded in one "
        "act, and an ALMO's letters do not go without it.",
        remedy="Fill in `press` in casework.yaml; the release then goes with the letters.",
        example=_NOTIFY,
    ),
    principle(
        "K03",
        why="The score is both judgements. Each stands in a paragraph of its own, in fixed words, and a finished "
        "document that lacks one is refused with its name.",
        remedy=_WORDS,
        example=_SPECIMEN,
    ),
    principle(
        "K05",
        why="Below good nothing is awarded. The letters say so in fixed words, and neither a template nor a quotation "
        "may speak of an award or a qualifying day.",
        remedy=_WORDS,
        example=_SPECIMEN,
    ),
    principle(
        "K06",
        why="Funding goes by judgement 1 alone. Whether the ALMO qualifies is taken from it and from nothing else, and "
        "every letter says so.",
        remedy="Nothing to do.",
        example="Judgement 2 has no part in this: funding goes by judgement 1 alone.",
    ),
    principle(
        "K08",
        why="Letters, release, report and record tell one score and the same names: our reading. Each finished file is "
        "read again and held against the decision; what is not among its values is refused.",
        remedy=_WORDS,
        example=_SPECIMEN,
    ),
    principle(
        "K09",
        why="An indicative inspection brings no money. Its letters have no words on funding, and a quotation or a "
        "template that has some is refused.",
        remedy=_WORDS,
        example=_SPECIMEN,
    ),
    principle(
        "K14",
        why="Freedoms for three stars were proposed and not decided. No document promises them; a template or a "
        "quotation that does is refused.",
        remedy=_WORDS,
        example=_SPECIMEN,
    ),
    principle(
        "K15",
        why="Below good it is for the ODPM to say what becomes of the allocation, which cannot be held for ever. The "
        "letters say so in fixed words, and nothing else may be said of it.",
        remedy=_WORDS,
        example=_SPECIMEN,
    ),
)
