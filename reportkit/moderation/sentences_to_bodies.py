"""What happened beyond the house, in plain words: with the bodies, and once the score is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from reportkit.moderation import comment_events as co
from reportkit.moderation import outcome_events as an
from reportkit.moderation.events import Details
from reportkit.moderation.phrasing import bodies_of, in_a_line
from reportkit.moderation.policy import Policy
from reportkit.moderation.words import BODIES

TO: Final[Mapping[an.Addressee, str]] = {
    "authority": BODIES["authority"],
    "almo": BODIES["almo"],
    "odpm": "the ODPM",
    "press": "the press",
}
"""Whom documents go to, as people call them."""

VERDICTS: Final[Mapping[co.Verdict, str]] = {
    "accepted": "Accepted",
    "in-part": "Accepted in part",
    "not-accepted": "Not accepted",
    "noted": "Noted",
}
"""What people call what becomes of a comment."""


def counted_files(files: Sequence[object]) -> str:
    """Return how many files these are, in words."""
    return f"{len(files)} {'file' if len(files) == 1 else 'files'}"


def because(reason: str | None, joint: str = ", because: ") -> str:
    """Return a reason after what was done, or ""."""
    return f"{joint}{in_a_line(reason)}" if reason else ""


def _draft_sent(details: co.DraftSent) -> str:
    until = ", ".join(f"{BODIES[copy.body]} until {copy.due}" for copy in details.copies)
    return f"sent the draft to {bodies_of(details.bodies)}, for comments from {until}{because(details.note, ': ')}"


def _comment(details: co.Comment) -> str:
    if details.says is None:
        return f"noted that {bodies_of(details.bodies)} had no comments, on {details.received}"
    about = details.finding or details.section
    place = f" on {about}" if about else ""
    number = f" (paragraph {details.paragraph})" if details.paragraph else ""
    whose = f"entered a comment of {bodies_of(details.bodies)}, of {details.received}"
    return f"{whose}{place}{number}: {in_a_line(details.says)}"


def _response_sent(details: co.ResponseSent) -> str:
    number = len(details.answers)
    return f"told {bodies_of(details.bodies)} what became of {number} comment{'' if number == 1 else 's'}"


def _round_table(details: co.RoundTable) -> str:
    what = "the presentation to a wider audience" if details.wider else "the round table"
    return f"noted {what} of {details.on} with {', '.join(details.present)}{because(details.note, ': ')}"


def _extension(details: co.Extension) -> str:
    return f"gave {BODIES[details.body]} until {details.until} to comment{because(details.reason)}"


def letters_sentence(details: an.Letters, again: str) -> str:
    """Return what letters said, and to whom; `again` says in place of which, or is ""."""
    to = ", ".join(TO[letter.body] for letter in details.letters)
    release = f" and press release {details.release.number}" if details.release else ""
    money = "; it qualifies for money from that day" if details.qualifies else ""
    return (
        f"issued the letters to {to}{release}, dated {details.date}{again}: "
        f"the service {details.service}, the prospects {details.prospects}{money}"
    )


def _correction(details: an.Correction) -> str:
    return f"corrected {details.original}, dated {details.dated}, by {details.document}{because(details.reason)}"


def _published(details: an.Published) -> str:
    number = len(details.left_out)
    left_out = f", without {number} sensitive finding{'' if number == 1 else 's'}" if number else ""
    return f"published the final report on {details.on}{left_out}{because(details.reason)}"


def _reinspection(details: an.ReinspectionAgreed) -> str:
    kind = "a provisional re-inspection" if details.provisional else "a re-inspection"
    where = f", in inspections/{details.inspection}" if details.inspection else ""
    return f"agreed {kind} for {details.on}{where}, the service being {details.judgement}{because(details.reason)}"


def _discussion(details: an.OdpmDiscussion) -> str:
    return f"discussed the prospects with the ODPM on {details.on}: {in_a_line(details.note)}"


def _clearance(details: an.Clearance) -> str:
    return f"noted that {details.by} cleared {details.finding} for {', '.join(details.for_)}{because(details.reason)}"


def _progress(details: an.Progress) -> str:
    state = details.state.replace("-", " ")
    return f"noted recommendation {details.recommendation} as {state} on {details.on}{because(details.note, ': ')}"


_HERE: Final[Mapping[type[Details], Callable[[Any], str]]] = {
    co.DraftSent: _draft_sent,
    co.Comment: _comment,
    co.ResponseSent: _response_sent,
    co.RoundTable: _round_table,
    co.Extension: _extension,
    an.Correction: _correction,
    an.Published: _published,
    an.ReinspectionAgreed: _reinspection,
    an.OdpmDiscussion: _discussion,
    an.Clearance: _clearance,
    an.Progress: _progress,
}


def beyond(details: Details, _: Policy) -> str:
    """Return what was done, as a clause without its subject."""
    return _HERE[type(details)](details)


BEYOND: Final[Mapping[type[Details], Callable[[Any, Policy], str]]] = dict.fromkeys(_HERE, beyond)
"""For each of these events, what tells of it."""
