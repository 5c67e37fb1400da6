"""A document for each body, and the message that brings it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from reportkit.actions.body_names import name_of
from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Message, Paper
from reportkit.cli.terminal_output import say
from reportkit.inspection.casework import Addressee
from reportkit.inspection.milestones import Body
from reportkit.mail.message import Attachment, Correspondent
from reportkit.reading.casework import casework_path


class BodyCopy(Struct, frozen=True, kw_only=True):
    """One body's copy: the body, its addressee where casework names one, the document as it is kept."""

    body: Body
    to: Addressee | None
    paper: Paper

    @property
    def attachment(self) -> Attachment:
        """The document as it goes with a message."""
        return Attachment(self.paper.name, self.paper.data)


Write = Callable[[BodyCopy, Correspondent, str | None], bytes]
"""Writes the message that brings a copy to somebody, who is saluted in these words (None: by name)."""


def copy_for(case_file: CaseFile, body: Body, paper: Paper) -> BodyCopy:
    """The copy with whom it goes to, as casework says now."""
    return BodyCopy(body=body, to=case_file.casework.addressees.of(body), paper=paper)


def messages(
    case_file: CaseFile, copies: Iterable[BodyCopy], folder: Path, what: str, write: Write
) -> Iterator[Message]:
    """A message for each body whose address is known; for the others it is said where to write it down."""
    for each in copies:
        if each.to is None or not each.to.email:
            who, where = name_of(each.body, case_file.inspection), casework_path(case_file.slug)
            say(f"No message is made for {who}: {where} names no e-mail address of theirs.", err=True)
            continue
        target = folder / f"{case_file.slug}-{what}-{each.body}.eml"
        data = write(each, Correspondent(each.to.name, each.to.email), each.to.salutation)
        yield Message(each.to.name, target, data)
