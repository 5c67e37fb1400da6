"""The score letters [117]: what a template is given to write one, and the letter as a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from reportkit.document.blocks import Block, Document, LineBreak, Paragraph, Text
from reportkit.inspection.casework import Addressee, Contact
from reportkit.inspection.repository import Inspectorate
from reportkit.inspection.value_words import KINDS
from reportkit.publications import template_blocks
from reportkit.publications.announcement import ODPM, Announcement, Recipient, organisation
from reportkit.publications.from_template import issued_by, worded
from reportkit.publications.function_arguments import Made, Texts
from reportkit.publications.phrases import day
from reportkit.publications.score_words import (
    QUESTIONS,
    SCALE,
    correction,
    inspected,
    judgement_1,
    judgement_2,
    money,
    publication,
    scope_of_score,
)
from reportkit.wording.values import Kept, Template

LETTER: Final[Mapping[Recipient, str]] = {
    "authority": "letters/authority.md.j2",
    "almo": "letters/almo.md.j2",
    "odpm": "letters/odpm.md.j2",
}
"""The template of each letter."""


class Issuer(Struct, frozen=True):
    """Whose documents they are, and what is written across every page of them ("" for nothing)."""

    inspectorate: Inspectorate
    marking: str = ""


def letter(
    announcement: Announcement,
    recipient: Recipient,
    issuer: Issuer,
    templates: Mapping[str, Template],
    kept: Kept | None = None,
) -> Document:
    """Return the score letter to one of the bodies. Raises Refused for a template that does not work."""
    values = letter_values(announcement, recipient, issuer)
    blocks = worded(LETTER[recipient], values, LETTER_FUNCTIONS, templates, kept, template_blocks.gap_slot)
    return announced(announcement, issuer, f"letter-{recipient}", "score letter", blocks)


def letter_values(announcement: Announcement, recipient: Recipient, issuer: Issuer) -> dict[str, object]:
    """Return what a letter's template is given.

    These are words alone: everything else in a letter is the template's.
    """
    to, signatory = announcement.addressee(recipient), announcement.casework.signatory
    return {
        **common_values(announcement, issuer),
        "subject": _subject(announcement),
        "addressee": {
            "lines": _lines(to, organisation(announcement, recipient)) if to else (),
            "salutation": _salutation(to) if to else None,
        },
        "reference": announcement.reference,
        "inspected": inspected(announcement),
        "money": money(announcement),
        "also_told": _other_recipients(announcement, recipient),
        "publication": publication(announcement),
        "contact": contact_words(announcement.casework.contact),
        "signatory": (signatory.name, signatory.office) if signatory else (),
    }


def common_values(announcement: Announcement, issuer: Issuer) -> dict[str, object]:
    """Return what letters and release are given alike."""
    particulars = announcement.particulars
    almo = particulars.almo
    return {
        "sender": (issuer.inspectorate.name, *issuer.inspectorate.address),
        "date": day(announcement.date),
        "correction": correction(announcement),
        "kind": KINDS[particulars.kind],
        "authority": {"name": announcement.authority},
        "almo": {"name": almo.name, "short": almo.short or almo.name} if almo else None,
        "score": {
            "service": judgement_1(announcement),
            "prospects": judgement_2(announcement),
            "questions": QUESTIONS,
            "scale": SCALE,
            "of": scope_of_score(announcement),
        },
        "notices": (particulars.notice,) if particulars.notice else (),
    }


def lines(texts: Texts) -> tuple[Block, ...]:
    """Texts as the lines of one paragraph: an address."""
    runs = (run for text in texts for run in (LineBreak(), Text(text)))
    return (Paragraph(tuple(runs)[1:]),) if texts else ()


def signed(texts: Texts) -> tuple[Block, ...]:
    """Return the same below room for a signature."""
    return tuple(Paragraph((*_ROOM, *block.runs)) for block in lines(texts) if isinstance(block, Paragraph))


_ROOM: Final = (LineBreak(),) * 3

LETTER_FUNCTIONS: Final[Mapping[str, Callable[..., Made]]] = {
    "lines": lines,
    "signed": signed,
    "gap": template_blocks.gap,
}
"""What the templates of letters and release may call."""


def announced(
    announcement: Announcement, issuer: Issuer, name: str, called: str, blocks: tuple[Block, ...]
) -> Document:
    """Return a document of the announcement: dated by it, so that the same announcement gives the same bytes."""
    marked = f"{issuer.marking.capitalize()}: " if issuer.marking else ""
    document = Document(
        blocks=blocks,
        title=f"{announcement.about}: {called}",
        subject=f"{KINDS[announcement.particulars.kind]} of {announcement.authority}",
        made=dt.datetime.combine(announcement.date, dt.time(), dt.UTC),
        marking=issuer.marking,
        properties=(
            ("reportkit document", name),
            ("reportkit inspection", announcement.inspection.slug),
            ("reportkit reference", announcement.reference),
        ),
    )
    return replace(issued_by(issuer.inspectorate, document), running_head=f"{marked}{document.title}")


def contact_words(contact: Contact | None) -> str | None:
    """Return a contact on one line: name, office, telephone, e-mail."""
    if contact is None:
        return None
    return ", ".join(filter(None, (contact.name, contact.office, contact.telephone, contact.email)))


def _subject(announcement: Announcement) -> str:
    bodies = " and ".join(filter(None, (announcement.authority, announcement.almo)))
    return f"{KINDS[announcement.particulars.kind]}: {bodies}"


def _lines(to: Addressee, body: str) -> tuple[str, ...]:
    return tuple(line for line in (to.name, to.office, body, *to.address) if line)


def _salutation(to: Addressee) -> str:
    return to.salutation or f"Dear {to.name}"


def _other_recipients(announcement: Announcement, recipient: Recipient) -> str:
    """Return who else hears of it, on the same day."""
    names = {"authority": announcement.authority, "almo": announcement.almo, "odpm": f"the {ODPM}"}
    others = tuple(str(names[each]) for each in announcement.recipients if each != recipient)
    if not others:
        return "This letter goes to no one else."
    return f"We write to {' and to '.join(others)} on the same day."
