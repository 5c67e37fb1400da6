"""One story of the demonstration: its people use one computer in turn, and run commands on it."""

from __future__ import annotations

import datetime as dt
import io
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportkit.actions.demo_copy import paragraphs_of, switch_user
from reportkit.cli.demo_story.story_people import StoryPerson
from reportkit.cli.main import run
from reportkit.errors import Exit, Trouble
from reportkit.workspace.inspection_folders import INSPECTIONS

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.gitstore.key_files import KeyFile


class Story:
    """One repository, one inspection, and the day of the story. Each command and its output is printed as it runs."""

    def __init__(self, root: Path, inspection: str, today: dt.date) -> None:
        self.root = root
        self.inspection = inspection
        self.today = today

    def begin(self, what: str) -> None:
        """Print what happens to the inspection in this story."""
        click.echo(f"\nHow {self.inspection} {what}.")

    def scene(self, title: str, days: int = 0) -> None:
        """Begin the next part of the story, some days later."""
        self.today += dt.timedelta(days)
        click.echo(f"\n{self.today:%A} {self.today.day} {self.today:%B %Y}: {title}")

    def remark(self, words: str) -> None:
        """Print a remark for the reader."""
        click.echo(f"  ({words})")

    def switch_user(self, person: StoryPerson, key: KeyFile | None = None) -> None:
        """Make this person the computer's user, who signs with `key` if there is one."""
        switch_user(self.root, person.name, person.email, key)

    def command(self, person: StoryPerson, *words: str, expected: Exit = Exit.DONE) -> str:
        """Run a command, and print it with its output. Returns what it printed on stdout.

        Raises Trouble, with what the command said, where its exit code is not the expected one.
        """
        self._print_command(person, words)
        out, said = self._run(person, words, expected)
        for line in (said + out).splitlines():
            click.echo(f"      {line}".rstrip())
        return out

    def command_without_output(self, person: StoryPerson, *words: str) -> None:
        """Run a command, and print it without its output."""
        self._print_command(person, words)
        self._run(person, words, Exit.DONE)

    def unseen_command(self, person: StoryPerson, *words: str) -> None:
        """Run a command on the story's day and print nothing: the scene's title says it, an earlier story showed it."""
        self._run(person, (*words, *self.day_option), Exit.DONE)

    def moderate(self, person: StoryPerson, act: str, *more: str, expected: Exit = Exit.DONE) -> str:
        """Run an act of `moderate` on the inspection, on the story's day, as `command` does."""
        return self.command(person, "moderate", act, self.inspection, *more, *self.day_option, expected=expected)

    def quote_document(self, document: str, after: str, until: str) -> None:
        """Print what is between two paragraphs of an issued Word file."""
        found = paragraphs_of(self.issued_folder / document)
        for paragraph in found[found.index(after) + 1 : found.index(until)]:
            click.echo(f"      | {paragraph}")

    def edit_file(self, name: str, old: str, new: str) -> None:
        """Change some words in one of the project's files, as a person does in an editor."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        if text.count(old) != 1:
            raise Trouble(f"The demonstration wants to change `{old}`", where=str(path), remedy="It stands there once.")
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
        click.echo(f"  In {name}, “{_on_one_line(old)}” becomes “{_on_one_line(new)}”.")

    @property
    def issued_folder(self) -> Path:
        """The folder of the documents that were issued."""
        return self.root / "moderation" / self.inspection / "issued"

    @property
    def finding_file(self) -> str:
        """The path of the finding that the story is about."""
        return f"{INSPECTIONS}/{self.inspection}/findings/adaptations-slow.md"

    @property
    def day_option(self) -> tuple[str, str]:
        """The option that makes a command run on the story's day."""
        return ("--today", self.today.isoformat())

    def _print_command(self, person: StoryPerson, words: tuple[str, ...]) -> None:
        click.echo(f"  {person.name}, {person.title}:\n    $ reportkit {shlex.join(words)}")

    def _run(self, person: StoryPerson, words: tuple[str, ...], expected: Exit) -> tuple[str, str]:
        with _captured() as (out, said):
            code = run(["-C", str(self.root), "--no-input", *words])
        if code != expected:
            raise Trouble(
                f"In the demonstration, {person.name}’s `reportkit {shlex.join(words)}` ended with {code}, "
                f"not {int(expected)}: {said.getvalue().strip()}",
                remedy="Is the demonstration as it was shipped? `reportkit doctor` looks over this machine.",
            )
        return out.getvalue(), said.getvalue()


def _on_one_line(words: str) -> str:
    return " / ".join(line.strip() for line in words.splitlines())


@contextmanager
def _captured() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    """Capture what is printed on stdout and stderr."""
    out, said = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(said):
        yield out, said
