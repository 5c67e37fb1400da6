"""Letters and press release made in Word from one decision, and read back before they go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from reportkit.actions.draft import written_with
from reportkit.actions.intent import Paper
from reportkit.actions.template_cache import kept_code
from reportkit.document.blocks import Document
from reportkit.errors import Refused
from reportkit.publications.announcement import Announcement, Recipient
from reportkit.publications.letters import Issuer, letter, letter_values
from reportkit.publications.press_release import press_release, release_values
from reportkit.publications.readback import Readable, against
from reportkit.word.read.read_document import read_document
from reportkit.wording.values import Template

RELEASE = "press-release"


class Work(Struct, frozen=True, kw_only=True):
    """The means to make documents with.

    `templates` and `house` are those that were signed; `strangers` are names that no document may contain.
    `again` ends the names of a later set or a correction, to tell it from the first.
    """

    announcement: Announcement
    issuer: Issuer
    templates: Mapping[str, Template]
    house: bytes
    strangers: tuple[str, ...] = ()
    again: str = ""

    def file_name(self, name: str) -> str:
        """Return the file name of a document in issued/."""
        return f"{self.announcement.inspection.slug}-{self.announcement.date}-{name}{self.again}.docx"


class NotAsDecided(Refused):
    """Finished documents differ from the decision. `wrong` says how, each with the document's name."""

    def __init__(self, wrong: tuple[str, ...]) -> None:
        remedy = "Correct the template or casework.yaml; docs/letters.md says what they may contain."
        super().__init__("No document can go out", remedy=remedy)
        self.wrong = wrong

    def __str__(self) -> str:
        return "\n".join((f"{self.what}:", *(f"  {each}." for each in self.wrong), self.remedy))


def letter_name(recipient: Recipient) -> str:
    """Return the name of the letter to one of the bodies."""
    return f"letter-{recipient}"


def make(work: Work, names: Iterable[str]) -> tuple[Paper, ...]:
    """Return the Word documents of these names: a letter's or RELEASE.

    Each finished file is opened again and read. Raises NotAsDecided with everything in them that was not decided, and
    everything decided that is missing.
    """
    made = tuple(_one(work, name) for name in names)
    wrong = [each for paper in made for each in paper.wrong]
    if wrong:
        raise NotAsDecided(tuple(wrong))
    return tuple(paper.paper for paper in made)


class _Made(Struct, frozen=True):
    paper: Paper
    wrong: tuple[str, ...]


def _one(work: Work, name: str) -> _Made:
    document, values = _document(work, name)
    data = written_with(document, work.house)
    told = read_document(data)
    readable = Readable(work.file_name(name), told.paragraphs, told.beside)
    return _Made(Paper(work.file_name(name), data), against(readable, work.announcement, values, work.strangers))


def _document(work: Work, name: str) -> tuple[Document, Mapping[str, object]]:
    announcement, issuer = work.announcement, work.issuer
    for recipient in announcement.recipients:
        if name == letter_name(recipient):
            values = letter_values(announcement, recipient, issuer)
            return letter(announcement, recipient, issuer, work.templates, kept_code()), values
    return press_release(announcement, issuer, work.templates, kept_code()), release_values(announcement, issuer)
