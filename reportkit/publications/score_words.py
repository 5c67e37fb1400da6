"""What letters and release say of the score and the money: in one fixed wording, which the read-back looks for.

A template chooses the place and everything around it; these sentences are the same in every document.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportkit.inspection.casework import Allocation
from reportkit.inspection.judgement import STARS as STARS_OF
from reportkit.inspection.judgement import WEAK_PROSPECTS
from reportkit.inspection.value_words import STARS
from reportkit.publications.announcement import Announcement
from reportkit.publications.phrases import day
from reportkit.rules.figure_words import pounds

QUESTIONS: Final = (
    "An inspection asks two questions: how good is the service, and what are its prospects for improvement?"
)
SCALE: Final = (
    "A service is rated poor (no stars), fair (one star), good (two stars) or excellent (three stars). "
    "Its prospects are rated poor, uncertain, promising or excellent."
)
WHAT_AN_ALMO_IS: Final = (
    "An ALMO, or arm’s length management organisation, is a company that a council sets up to manage and improve its "
    "homes. The council stays the landlord, and the tenants stay its secure tenants."
)


def stars(announcement: Announcement) -> str:
    """Return the stars of judgement 1, in words."""
    return STARS[STARS_OF[announcement.service]]


def judgement_1(announcement: Announcement) -> str:
    """Return the sentence for judgement 1."""
    return f"Judgement 1: the service is {announcement.service}, {stars(announcement)}."


def judgement_2(announcement: Announcement) -> str:
    """Return the sentence for judgement 2."""
    return f"Judgement 2: its prospects for improvement are {announcement.prospects}."


def inspected(announcement: Announcement) -> str:
    """Return whose services were inspected: the authority is the inspected body, and the ALMO acts for it [87]."""
    authority, provider = announcement.authority, announcement.runs_the_service
    if provider:
        return (
            f"We have inspected the housing services that {provider} provides for {authority}. The authority is the "
            "inspected body, and the ALMO acts for it."
        )
    before = f", before {announcement.almo} takes them over" if announcement.almo else ""
    return f"We have inspected the housing services of {authority}, which is the inspected body{before}."


def scope_of_score(announcement: Announcement) -> tuple[str, ...]:
    """Return what the score is of: one for all services [104], and of a partial ALMO alone [106]."""
    told = "Judgement 1 is one rating for all the services that we inspected."
    almo = announcement.particulars.almo
    if almo is None or not almo.partial or not announcement.concerns_funding:
        return (told,)
    alone = f"The score is that of {almo.name} alone: it manages some of the homes of {announcement.authority}."
    return (told, alone)


def money(announcement: Announcement) -> tuple[str, ...]:
    """Return what the letters say of funding, a paragraph each; nothing at all where no money follows [101]."""
    if not announcement.concerns_funding:
        return ()
    words = _qualifies(announcement) if announcement.qualifies else _does_not_qualify(announcement)
    return (*words, *_prospects_and_money(announcement))


def _qualifies(announcement: Announcement) -> Iterator[str]:
    """Yield the letter's date, the one that counts, whatever the stars above two [15–17, 117]."""
    letter = "our letter that this one corrects" if announcement.corrects else "this letter"
    yield (
        f"{announcement.almo} qualifies for additional funding from {day(announcement.counts)}, the date of {letter}: "
        "the ODPM goes by this date."
    )
    allocation = announcement.casework.allocation
    if allocation:
        yield f"The ODPM’s conditional allocation is {_allocation(allocation)}."
    else:
        yield "We hold no notice of a conditional allocation, so this letter names no sum."


def _allocation(allocation: Allocation) -> str:
    years = " and ".join(allocation.years)
    return f"{pounds(Decimal(allocation.amount))} for {years} ({allocation.source})"


def _does_not_qualify(announcement: Announcement) -> Iterator[str]:
    """Nothing is awarded, and nothing is said to be kept back for later [118]."""
    yield f"With this judgement 1, {announcement.almo} does not qualify for additional funding."
    yield (
        f"We will settle the day of a re-inspection with {announcement.authority}. What the need for it means for the "
        f"allocation is for the ODPM to say: it will advise {announcement.almo}."
    )


def _prospects_and_money(announcement: Announcement) -> Iterator[str]:
    """Prospects never decide money; doubtful ones are talked over with the ODPM [30]."""
    yield "Judgement 2 has no part in this: funding goes by judgement 1 alone."
    if announcement.prospects in WEAK_PROSPECTS:
        yield "We discuss with the ODPM what prospects such as these mean."


def money_for_the_press(announcement: Announcement) -> tuple[str, ...]:
    """Return what the release says of funding, a paragraph each; nothing where no money follows or none is on file."""
    if not announcement.concerns_funding:
        return ()
    if not announcement.qualifies:
        refusal = f"{announcement.almo} does not qualify for additional funding."
        return (f"{refusal} A date for a re-inspection will be agreed with {announcement.authority}.",)
    told = f"{announcement.almo} qualifies for additional funding from {day(announcement.counts)}."
    allocation = announcement.casework.allocation
    if allocation is None:
        return (told,)
    sum_and_years = f"{pounds(Decimal(allocation.amount))} for {' and '.join(allocation.years)}"
    return (f"{told} The ODPM’s conditional allocation is {sum_and_years}.",)


def correction(announcement: Announcement) -> str | None:
    """Return what a corrected document says of the one in whose place it comes: no score and no finding changes so."""
    if announcement.corrects is None:
        return None
    return (
        f"This takes the place of what we issued on {day(announcement.corrects)}, in which a slip is put right. "
        "The score and that date stay as they were."
    )


def publication(announcement: Announcement) -> str:
    """Return when the report will be published."""
    planned = announcement.casework.planned.publication
    if planned is None:
        return "We will publish the report once it is final, and will say beforehand on which day."
    if planned <= announcement.date:
        return f"The report was planned for {day(planned)}."
    return f"We plan to publish the report on {day(planned)}."
