"""The drafts that were sent, the copies as they were sent, and the passages that paragraph numbers stand for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from reportkit.actions.case_file import CaseFile
from reportkit.errors import Refused, WrongUse
from reportkit.inspection.milestones import Body
from reportkit.moderation.attribution import day_of
from reportkit.moderation.blocker import comments
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.comment_events import DraftSent
from reportkit.moderation.record_paths import issued_folder
from reportkit.similar_names import choose
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace

if TYPE_CHECKING:
    from reportkit.word.read.numbered_paragraphs import Numbered

_FINDINGS = "findings/"


class DraftPassage(Struct, frozen=True, kw_only=True):
    """The place that a comment is about: a finding or section of the document, and the paragraph's number."""

    finding: str | None = None
    section: str | None = None
    paragraph: int | None = None


def last_draft(case_file: CaseFile) -> tuple[Entry, DraftSent]:
    """Return the draft that was sent last. Raises Refused where none was."""
    if case_file.ledger.sent is None:
        what = f"The draft of {case_file.slug} was not sent to anyone yet"
        raise Refused(what, remedy=f"Send it: `{comments('send', case_file.slug)}`.")
    return case_file.ledger.sent


def draft_on(case_file: CaseFile, received: dt.date) -> tuple[Entry, DraftSent]:
    """Return the draft that a body had on a day: the last that was sent by then, or else the first."""
    last_draft(case_file)
    drafts = tuple(case_file.ledger.of(DraftSent))
    return next((each for each in reversed(drafts) if day_of(each[0].record) <= received), drafts[0])


class SentCopy:
    """The copy of a draft that a body had."""

    def __init__(self, workspace: Workspace, slug: str, draft: DraftSent, body: Body) -> None:
        self._workspace = workspace
        self._slug = slug
        self._draft = draft
        self._name = next((copy.document for copy in draft.copies if copy.body == body), draft.copies[0].document)

    def paragraph(self, number: int) -> DraftPassage:
        """Return what the paragraph of that number came from. Raises WrongUse where there is none."""
        there = self._paragraphs()
        if not 1 <= number <= len(there):
            what = f"The copy that was sent has no paragraph {number}"
            raise WrongUse(what, remedy=f"Its paragraphs are numbered from 1 to {len(there)}.")
        found = there[number - 1]
        finding = next((name for name in self._findings() if found.is_of(f"finding/{name}")), None)
        section = None if finding else found.heading or None
        return DraftPassage(finding=finding, section=section, paragraph=number)

    def finding(self, name: str) -> DraftPassage:
        """Return the finding of that id, with its paragraph's number. Raises WrongUse where the draft had none."""
        known = self._findings()
        if name not in known:
            remedy = choose(name, list(known)) or "Name a finding’s id, or the number of its paragraph."
            raise WrongUse(f"The draft that was sent has no finding `{name}`", remedy=remedy)
        found = next((each.number for each in self._paragraphs() if each.is_of(f"finding/{name}")), None)
        return DraftPassage(finding=name, paragraph=found)

    def section(self, words: str) -> DraftPassage:
        """Return the section under that heading. Raises WrongUse where the copy has none."""
        headings = tuple(dict.fromkeys(each.heading for each in self._paragraphs() if each.heading))
        found = next((each for each in headings if each.casefold() == words.casefold()), None)
        if found is None:
            remedy = choose(words, list(headings)) or "Name the heading as the copy shows it."
            raise WrongUse(f"The copy that was sent has no section “{words}”", remedy=remedy)
        return DraftPassage(section=found)

    def _paragraphs(self) -> tuple[Numbered, ...]:
        # Word is heavy, and an answer to a comment needs none.
        from reportkit.word.read.numbered_paragraphs import numbered_paragraphs

        path = f"{issued_folder(self._slug)}/{self._name}"
        return numbered_paragraphs(self._workspace.saved.read(path), path)

    def _findings(self) -> tuple[str, ...]:
        """Return the ids of the draft's findings, from the names of its files."""
        folder = f"{INSPECTIONS}/{self._slug}"
        files = self._workspace.folder_at(folder, self._draft.content.inspection)
        names = (path.removeprefix(f"{folder}/{_FINDINGS}") for path in files.under(f"{folder}/findings"))
        return tuple(name.removesuffix(".md") for name in names if name.endswith(".md"))
