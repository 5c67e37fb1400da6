"""The press release, of the same day and from the same decision as the letters [117]."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from reportkit.document.blocks import Document
from reportkit.inspection.casework import Embargo, Quotation
from reportkit.inspection.finding import Finding, FindingKind
from reportkit.inspection.sensitive import withheld
from reportkit.publications import template_blocks
from reportkit.publications.announcement import Announcement
from reportkit.publications.from_template import worded
from reportkit.publications.letters import LETTER_FUNCTIONS, Issuer, announced, common_values, contact_words
from reportkit.publications.phrases import day
from reportkit.publications.score_words import (
    QUESTIONS,
    SCALE,
    WHAT_AN_ALMO_IS,
    money_for_the_press,
    publication,
    stars,
)
from reportkit.publications.sections import layout
from reportkit.wording.values import Kept, Template

TEMPLATE: Final = "press-release.md.j2"

LONGEST_HEADLINE: Final = 65
LONGEST_SUMMARY: Final = 160
"""Characters: as much as news pages show."""


def press_release(
    announcement: Announcement, issuer: Issuer, templates: Mapping[str, Template], kept: Kept | None = None
) -> Document:
    """Return the press release. Raises Refused for a template that does not work."""
    values = release_values(announcement, issuer)
    blocks = worded(TEMPLATE, values, LETTER_FUNCTIONS, templates, kept, template_blocks.gap_slot)
    return announced(announcement, issuer, "press-release", "press release", blocks)


def release_values(announcement: Announcement, issuer: Issuer) -> dict[str, object]:
    """Return what the release's template is given: words alone, as for letters."""
    press = announcement.casework.press
    shown = withheld(announcement.inspection, announcement.cleared).shown
    chosen = tuple(finding for finding in shown.findings if finding.press)
    return {
        **common_values(announcement, issuer),
        "number": press.number,
        "embargo": embargo_line(press.embargo) if press.embargo else None,
        "headline": headline(announcement),
        "summary": summary(announcement),
        "strengths": _titles(announcement, chosen, "strength"),
        "weaknesses": _titles(announcement, chosen, "weakness"),
        "recommendations": tuple(
            each.title
            for each in sorted(shown.recommendations, key=lambda each: (each.order or 10**6, each.id))
            if each.press
        ),
        "quotation": _quotation(press.quotation) if press.quotation else None,
        "money": money_for_the_press(announcement),
        "notes": tuple(_notes(announcement)),
        "contact": contact_words(press.contact),
    }


def headline(announcement: Announcement) -> str:
    """Return the headline: the score, with the name where it fits, in at most LONGEST_HEADLINE characters."""
    rating, shown = announcement.service, stars(announcement)
    names = (announcement.runs_the_service, _short(announcement), announcement.authority)
    forms = (f"{name}: {rating} housing service, {shown}" for name in names if name)
    return _first_that_fits((*forms, f"Housing service is {rating}, {shown}"), LONGEST_HEADLINE)


def summary(announcement: Announcement) -> str:
    """Return one sentence with both judgements, in at most LONGEST_SUMMARY characters."""
    rated = f"is {announcement.service} ({stars(announcement)})"
    score = f"{rated}, with {announcement.prospects} prospects for improvement."
    by = (f"that {name} provides for" for name in (announcement.runs_the_service, _short(announcement)) if name)
    forms = (f"The housing service {each} {announcement.authority} {score}" for each in (*by, "of"))
    return _first_that_fits((*forms, f"The housing service {score}"), LONGEST_SUMMARY)


def _short(announcement: Announcement) -> str | None:
    almo = announcement.particulars.almo
    return almo.short if almo and announcement.runs_the_service else None


def _first_that_fits(forms: Iterable[str], longest: int) -> str:
    """Return the first that is short enough; the last always is."""
    listed = tuple(forms)
    return next((form for form in listed if len(form) <= longest), listed[-1])


def _titles(announcement: Announcement, chosen: tuple[Finding, ...], kind: FindingKind) -> tuple[str, ...]:
    """Return the titles of the chosen findings, in the report's order."""
    places = layout(announcement.inspection).places()
    found = (finding for finding in chosen if finding.kind == kind)
    return tuple(finding.title for finding in sorted(found, key=lambda each: places.get(each.id, len(places))))


def embargo_line(embargo: Embargo) -> str:
    """Until when the release may not be used, as it is printed."""
    return f"Not for use before {embargo.time} on {embargo.weekday} {day(embargo.day)}"


def _quotation(quotation: Quotation) -> dict[str, object]:
    by = ", ".join(filter(None, (quotation.by, quotation.office)))
    return {"text": quotation.text, "by": by}


def _notes(announcement: Announcement) -> Iterator[str]:
    yield QUESTIONS
    yield SCALE
    if announcement.authority not in summary(announcement):
        yield f"The authority is {announcement.authority}."  # its name was too long for the summary
    if announcement.almo:
        yield WHAT_AN_ALMO_IS
    yield publication(announcement)
    yield f"Our reference is {announcement.reference}."
