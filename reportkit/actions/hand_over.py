"""Handing issued documents over: copies in a folder, and a message with each letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Paper
from reportkit.cli.terminal_output import say
from reportkit.errors import ReportkitError
from reportkit.gitstore.records.paths import issued_folder
from reportkit.inspection.casework import Casework
from reportkit.mail.letter_mail import letter_message
from reportkit.mail.message import DOCX, Attachment, Correspondent
from reportkit.moderation.outcome_events import Letter
from reportkit.moderation.sentences_to_bodies import TO
from reportkit.workspace.deliver import deliver

_KINDS: Final = {".docx": DOCX, ".pdf": "application/pdf"}


@contextmanager
def after_recording(slug: str) -> Iterator[None]:
    """What keeps copies from their place is said, and no more: the act is recorded, and its documents are kept."""
    try:
        yield
    except (ReportkitError, OSError) as obstacle:
        kept = f"All of them lie in {issued_folder(slug)}/."
        say(f"It is recorded; not every copy could be put in its place. {obstacle} {kept}", err=True)


def put_copies(papers: Iterable[Paper], folder: Path) -> Iterator[Path]:
    """Put each paper into the folder, and say where it is."""
    return (deliver(folder / paper.name, paper.data) for paper in papers)


def hand_over(
    case_file: CaseFile, letters: Iterable[Letter], casework: Casework, papers: tuple[Paper, ...], folder: Path
) -> None:
    """Put copies of what was issued into the folder, with a message for each addressee, and say what is to do."""
    for paper in papers:
        _say_if_prepared_otherwise(folder / paper.name, paper)
    for path in put_copies(papers, folder):
        click.echo(path)
    by_name = {paper.name: paper for paper in papers}
    for letter in letters:
        _write_message(case_file, letter, casework, by_name, folder)
    say(f"Record how each went off: reportkit notify sent {case_file.slug} --to … --by e-mail|post.", err=True)


def _say_if_prepared_otherwise(path: Path, paper: Paper) -> None:
    """A Word copy that was prepared, and is not what was issued: whatever was printed of it is void."""
    if path.suffix == ".docx" and path.is_file() and path.read_bytes() != paper.data:
        say(f"{path.name} was prepared otherwise: what was printed of it does not hold.", err=True)


def _write_message(
    case_file: CaseFile, letter: Letter, casework: Casework, papers: Mapping[str, Paper], folder: Path
) -> None:
    to = casework.addressees.of(letter.body)
    if to is None or to.email is None:
        say(f"There is no message for {TO[letter.body]}: casework.yaml has no e-mail address.", err=True)
        return
    there = (papers[name] for name in (letter.document, *letter.copies) if name in papers)
    attachments = tuple(Attachment(each.name, each.data, _KINDS[Path(each.name).suffix]) for each in there)
    sender = Correspondent(case_file.person.name, case_file.person.email)
    about = case_file.inspection.particulars.judged
    data = letter_message(Correspondent(to.name, to.email), sender, about, attachments, case_file.clock.now)
    click.echo(deliver(folder / f"{letter.document.removesuffix('.docx')}.eml", data))
