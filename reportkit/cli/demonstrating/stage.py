"""Where the demonstration is played: its people sit down at one computer in turn, and type."""

from __future__ import annotations

import datetime as dt
import io
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import click

from reportkit.cli.demonstrating.players import Player
from reportkit.cli.main import run
from reportkit.errors import Exit, Trouble
from reportkit.gitstore.clone import introduce
from reportkit.gitstore.init import GitUser
from reportkit.gitstore.key_files import KeyFile
from reportkit.workspace.workspace import INSPECTIONS


class Stage:
    """One repository, one inspection, one day at a time. What is typed and what it answers is shown as it happens."""

    def __init__(self, root: Path, inspection: str, today: dt.date) -> None:
        self.root = root
        self.inspection = inspection
        self.today = today

    def opens(self, what: str) -> None:
        """Begin the story, and say what becomes of its inspection."""
        click.echo(f"\nHow {self.inspection} {what}.")

    def scene(self, title: str, days: int = 0) -> None:
        """Begin another part of the story, some days later."""
        self.today += dt.timedelta(days)
        click.echo(f"\n{self.today:%A} {self.today.day} {self.today:%B %Y}: {title}")

    def says(self, remark: str) -> None:
        """Something that whoever watches should know."""
        click.echo(f"  ({remark})")

    def sits_down(self, player: Player, key: KeyFile | None = None) -> None:
        """From now on the computer's user is this person; `key` is what they sign with, if they have one."""
        introduce(self.root, GitUser(player.name, player.email), key)

    def types(self, player: Player, *words: str, expected: Exit = Exit.DONE) -> str:
        """A person types one command, and it ends as the story says. Returns what it printed on stdout.

        Raises Trouble, with what the command said, where it ends otherwise.
        """
        click.echo(f"  {player.name}, {player.office}:\n    $ reportkit {shlex.join(words)}")
        out, said = self._runs(player, words, expected)
        for line in (said + out).splitlines():
            click.echo(f"      {line}".rstrip())
        return out

    def does(self, player: Player, *words: str) -> str:
        """The same, of which the story shows nothing but what was typed."""
        click.echo(f"  {player.name}, {player.office}:\n    $ reportkit {shlex.join(words)}")
        return self._runs(player, words, Exit.DONE)[0]

    def does_as_before(self, player: Player, *words: str) -> None:
        """A person does what an earlier story showed already: here a scene's title tells it, and nothing more."""
        self._runs(player, (*words, *self.on_that_day), Exit.DONE)

    def acts(self, player: Player, act: str, *more: str, expected: Exit = Exit.DONE) -> str:
        """A person does one of moderation's acts on the inspection, on the day that it is in the story."""
        return self.types(player, "moderate", act, self.inspection, *more, *self.on_that_day, expected=expected)

    def reads_out(self, document: str, after: str, until: str) -> None:
        """Show what stands in an issued Word file between two of its paragraphs."""
        from reportkit.word.read.read_document import read_document

        found = read_document((self.issued / document).read_bytes()).paragraphs
        for paragraph in found[found.index(after) + 1 : found.index(until)]:
            click.echo(f"      | {paragraph}")

    @property
    def issued(self) -> Path:
        """The folder of everything that left the house."""
        return self.root / "moderation" / self.inspection / "issued"

    @property
    def finding(self) -> str:
        """The file of the finding that the story is about."""
        return f"{INSPECTIONS}/{self.inspection}/findings/adaptations-slow.md"

    @property
    def on_that_day(self) -> tuple[str, str]:
        """What makes a demonstration's act one of the story's day."""
        return ("--today", self.today.isoformat())

    def edits(self, name: str, old: str, new: str) -> None:
        """Somebody changes some words in one of the project's files, as in any editor."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        if text.count(old) != 1:
            raise Trouble(f"The demonstration wants to change `{old}`", where=str(path), remedy="It stands there once.")
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
        click.echo(f"  In {name}, “{_shown(old)}” becomes “{_shown(new)}”.")

    def _runs(self, player: Player, words: tuple[str, ...], expected: Exit) -> tuple[str, str]:
        with _heard() as (out, said):
            code = run(["-C", str(self.root), "--no-input", *words])
        if code != expected:
            raise Trouble(
                f"In the demonstration, {player.name}’s `reportkit {shlex.join(words)}` ended with {code}, "
                f"not {int(expected)}: {said.getvalue().strip()}",
                remedy="Is the demonstration as it was shipped? `reportkit doctor` looks over this machine.",
            )
        return out.getvalue(), said.getvalue()


def _shown(words: str) -> str:
    """Words of a file on one line."""
    return " / ".join(line.strip() for line in words.splitlines())


@contextmanager
def _heard() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    """What is printed meanwhile goes into these two."""
    out, said = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(said):
        yield out, said
