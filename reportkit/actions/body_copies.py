"""A document for each body, and the message that brings it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import CopyFile, Message, Paper
from reportkit.inspection.casework import Addressee
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import Body
from reportkit.mail.message import Attachment, Correspondent
from reportkit.reading.casework import casework_path
from reportkit.workspace.workspace import Workspace


class BodyCopy(Struct, frozen=True, kw_only=True):
    """One body's copy: the body, its addressee where casework.yaml names one, the document as it is kept."""

    body: Body
    to: Addressee | None
    paper: Paper

    @property
    def attachment(self) -> Attachment:
        """The document as an attachment of a message."""
        return Attachment(self.paper.name, self.paper.data)

    @property
    def correspondent(self) -> Correspondent | None:
        """The addressee by name and e-mail address; None where casework.yaml names no address."""
        return Correspondent(self.to.name, self.to.email) if self.to and self.to.email else None

    @property
    def salutation(self) -> str | None:
        """The words that greet the addressee; None where the name serves."""
        return self.to.salutation if self.to else None


Write = Callable[[BodyCopy, Correspondent], bytes]
"""A function that writes the message which brings a copy to its addressee."""


def name_of(body: Body, inspection: Inspection) -> str:
    """Return the body's own name."""
    particulars = inspection.particulars
    return particulars.almo.name if body == "almo" and particulars.almo else particulars.authority.name


def copy_for(case_file: CaseFile, body: Body, paper: Paper) -> BodyCopy:
    """Return a body's copy with its addressee as casework.yaml names them now."""
    return BodyCopy(body=body, to=case_file.casework.addressees.of(body), paper=paper)


def folder_for(workspace: Workspace, out: str | None) -> Path:
    """Return the folder for copies and messages: `out` from where the person is, or else out/ in the repository."""
    return workspace.output(None if out is None else Path(out))


def files_of(copies: Iterable[BodyCopy], folder: Path) -> tuple[CopyFile, ...]:
    """Return each body's document as a file in a folder."""
    return tuple(CopyFile(folder / each.paper.name, each.paper.data) for each in copies)


def messages(
    case_file: CaseFile, copies: Iterable[BodyCopy], folder: Path, what: str, write: Write
) -> Iterator[Message]:
    """Yield a message for each body whose e-mail address is known (see `without_address` for the others)."""
    for each in copies:
        if each.correspondent:
            target = folder / f"{case_file.slug}-{what}-{each.body}.eml"
            yield Message(each.correspondent.name, target, write(each, each.correspondent))


def without_address(case_file: CaseFile, copies: Iterable[BodyCopy]) -> tuple[str, ...]:
    """Return a sentence for each body that gets no message, which says where its address can be written down."""
    where = casework_path(case_file.slug)
    return tuple(
        f"No message is made for {name_of(each.body, case_file.inspection)}: {where} names no e-mail address of theirs."
        for each in copies
        if each.correspondent is None
    )
