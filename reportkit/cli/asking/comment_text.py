"""The words of a comment as the person at the terminal gives them: typed, in a text file, or in an editor."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from reportkit.cli.editor import open_in_editor
from reportkit.cli.parameters.act_options import TEXT
from reportkit.cli.session import Session
from reportkit.errors import Refused, WrongUse


def comment_text(session: Session, text: str | None, file: str | None) -> str:
    """Return the words of a comment, as the record takes them. Raises WrongUse or Refused."""
    from reportkit.actions.add_comment import read_comment

    if text is not None and file is not None:
        raise WrongUse("--text and --file-text both say what the comment is", remedy="Leave one of them out.")
    if text is not None:
        return text
    if file is not None:
        return _checked(read_comment(session.start / file))
    if not session.may_ask:
        raise WrongUse("It is not said what the comment is", remedy="Give --text or --file-text.")
    return _checked(_from_editor())


def _checked(words: str) -> str:
    """Return the words with plain line ends. Raises WrongUse where they are empty, too long, or partly hidden."""
    try:
        return str(TEXT.convert(words, None, None))
    except click.BadParameter as error:
        raise WrongUse(f"The comment cannot be recorded. {error.message}") from None


def _from_editor() -> str:
    from reportkit.actions.add_comment import read_comment

    with tempfile.TemporaryDirectory(prefix="reportkit-comment-") as folder:
        path = Path(folder) / "comment.txt"
        path.write_bytes(b"")
        trouble = open_in_editor(path)
        if trouble:
            raise Refused(f"No comment was written: {trouble}", remedy="Give --text or --file-text.")
        return read_comment(path)
