"""What a body says, entered: its words, what it is about, and the e-mail or letter itself."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import click
from msgspec import Struct

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent, Paper
from reportkit.actions.sent_drafts import DraftPassage, SentCopy, draft_on
from reportkit.actions.signed_content import issued_name
from reportkit.cli.editor import open_in_editor
from reportkit.cli.parameters.act_options import TEXT
from reportkit.errors import Refused, WrongUse
from reportkit.inspection.milestones import Body
from reportkit.moderation.comment_events import Comment, DraftSent
from reportkit.reading.outside_file import read_sent
from reportkit.workspace.workspace import Workspace

_LARGEST = 25_000_000  # bytes of a file that is kept for ever
_LONGEST_TEXT = 100_000  # bytes; the record itself takes 20,000 characters


class Asked(Struct, frozen=True, kw_only=True):
    """The options, as they were given."""

    bodies: tuple[Body, ...]
    received: dt.date | None = None
    paragraph: int | None = None
    finding: str | None = None
    section: str | None = None
    kept: Path | None = None


def adding(workspace: Workspace, case_file: CaseFile, asked: Asked, says: str | None) -> Intent:
    """What is intended: the comment (None: there is none), and the file that it came in."""
    received = asked.received or case_file.clock.today
    entry, draft = draft_on(case_file, received)
    passage = _passage(workspace, case_file, asked, draft)
    papers = _papers(workspace, case_file, asked)
    details = Comment(
        draft=entry.digest,
        bodies=asked.bodies,
        received=received,
        says=says,
        finding=passage.finding,
        section=passage.section,
        paragraph=passage.paragraph,
        file=papers[0].name if papers else None,
    )
    return Intent(details=details, papers=papers)


def words_of(workspace: Workspace, text: str | None, file: Path | None) -> str:
    """What they say: as it was given, out of a text file, or written in an editor. Raises WrongUse or Refused."""
    if text is not None and file is not None:
        raise WrongUse("--text and --file-text both say what the comment is", remedy="Leave one of them out.")
    if text is not None:
        return text
    if file is not None:
        return _checked(read_sent(workspace.start / file, _LONGEST_TEXT))
    if not workspace.may_ask:
        raise WrongUse("It is not said what the comment is", remedy="Give --text or --file-text.")
    return _checked(_from_editor())


def _passage(workspace: Workspace, case_file: CaseFile, asked: Asked, draft: DraftSent) -> DraftPassage:
    given = [each for each in (asked.paragraph, asked.finding, asked.section) if each is not None]
    if len(given) > 1:
        raise WrongUse("A comment is about one thing", remedy="Give --paragraph, --finding or --section.")
    copy = SentCopy(workspace, case_file, draft, asked.bodies[0])
    if asked.paragraph is not None:
        return copy.paragraph(asked.paragraph)
    if asked.finding is not None:
        return copy.finding(asked.finding)
    return copy.section(asked.section) if asked.section is not None else DraftPassage()


def _papers(workspace: Workspace, case_file: CaseFile, asked: Asked) -> tuple[Paper, ...]:
    if asked.kept is None:
        return ()
    data = read_sent(workspace.start / asked.kept, _LARGEST)
    what = f"comment-{'-'.join(asked.bodies)}"
    return (Paper(issued_name(f"{case_file.clock.today:%Y%m%d}", what, data, asked.kept.name), data),)


def _checked(data: bytes) -> str:
    """The words as the record takes them. Raises WrongUse for what is empty, too long, hidden or no text."""
    try:
        return str(TEXT.convert(data.decode("utf-8-sig"), None, None))
    except UnicodeDecodeError:
        raise WrongUse("The comment is no text in UTF-8", remedy="Save it as plain text, or give --text.") from None
    except click.BadParameter as error:
        raise WrongUse(f"The comment cannot be recorded. {error.message}") from None


def _from_editor() -> bytes:
    with tempfile.TemporaryDirectory(prefix="reportkit-comment-") as folder:
        path = Path(folder) / "comment.txt"
        path.write_bytes(b"")
        trouble = open_in_editor(path)
        if trouble:
            raise Refused(f"No comment was written: {trouble}", remedy="Give --text or --file-text.")
        return read_sent(path, _LONGEST_TEXT)
