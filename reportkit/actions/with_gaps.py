"""A draft sent with gaps: why is recorded, and each gap is marked as to be completed."""

from __future__ import annotations

from msgspec.structs import replace

from reportkit.actions.case_file import CaseFile
from reportkit.document.blocks import Document
from reportkit.errors import WrongUse
from reportkit.moderation.blocker import GAP
from reportkit.publications.to_be_completed import to_be_completed


def set_aside(*, with_gaps: bool, reason: str | None) -> frozenset[str]:
    """Return the subjects of blockers that sending sets aside. Raises WrongUse where a reason is missing, or alone."""
    if with_gaps and reason is None:
        raise WrongUse("Why the draft goes out with gaps is not said", remedy='Say it: --with-gaps --reason "…".')
    if reason is not None and not with_gaps:
        raise WrongUse("A reason is given for gaps alone", remedy="Give --with-gaps too, or say it with --note.")
    return frozenset((GAP,)) if with_gaps else frozenset()


def note_of(case_file: CaseFile, note: str | None, reason: str | None) -> str | None:
    """Return the note of a draft that is sent: with how many gaps, and why, where it is sent with any."""
    count = sum(each.rule == GAP for each in case_file.standing.blockers)
    if reason is None or not count:
        return note
    gaps = "1 gap" if count == 1 else f"{count} gaps"
    return " ".join(filter(None, (note, f"Sent with {gaps}, because: {reason}")))


def marked(document: Document) -> Document:
    """Return a copy for a body with every gap marked as to be completed; the same where there is none."""
    return replace(document, blocks=to_be_completed(document.blocks))
