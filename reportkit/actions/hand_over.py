"""What is handed over of issued documents: copies for a folder, and a message with each letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import CopyFile, Paper
from reportkit.actions.ready_copies import copies_in
from reportkit.inspection.casework import Addressee
from reportkit.mail.message import DOCX, Attachment, Correspondent, eml, paragraphs
from reportkit.moderation.outcome_events import Letter
from reportkit.moderation.sentences_to_bodies import TO

_KINDS: Final = {".docx": DOCX, ".pdf": "application/pdf"}


class HandOver(Struct, frozen=True):
    """The copies and messages for a folder, and what the person should do with them."""

    copies: tuple[CopyFile, ...]
    hints: tuple[str, ...]


def hand_over(case_file: CaseFile, letters: Iterable[Letter], papers: tuple[Paper, ...], folder: Path) -> HandOver:
    """Return a copy of each document and then a message for each addressee who has an e-mail address."""
    by_name = {paper.name: paper for paper in papers}
    messages, hints = [], []
    for letter in letters:
        to = case_file.casework.addressees.of(letter.body)
        if to and to.email:
            path = folder / f"{letter.document.removesuffix('.docx')}.eml"
            messages.append(CopyFile(path, _message(case_file, letter, to, to.email, by_name)))
        else:
            hints.append(f"There is no message for {TO[letter.body]}: casework.yaml has no e-mail address.")
    hints.append(f"Record how each was sent: `reportkit notify sent {case_file.slug} --to … --by e-mail|post`.")
    return HandOver((*copies_in(folder, papers), *messages), tuple(hints))


def _message(case_file: CaseFile, letter: Letter, to: Addressee, email: str, papers: Mapping[str, Paper]) -> bytes:
    """Return the message that brings a letter. It does not name the score: the letter does."""
    there = (papers[name] for name in (letter.document, *letter.copies) if name in papers)
    attachments = tuple(Attachment(each.name, each.data, _KINDS[Path(each.name).suffix]) for each in there)
    sender = Correspondent(case_file.person.name, case_file.person.email)
    about = case_file.inspection.particulars.judged
    body = paragraphs(
        f"Dear {to.name},",
        f"Our letter about the inspection of {about} is attached. Its own date is the one that counts.",
        sender.name,
    )
    to_addressee = Correspondent(to.name, email)
    return eml(to_addressee, sender, f"Our letter about {about}", body, attachments, case_file.clock.now)
