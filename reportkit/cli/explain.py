"""`reportkit explain`: a rule, its paragraph, why it is there and what to do."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import Final

import click

from reportkit.cli.parameters.rule_names import RULE, row_named
from reportkit.cli.terminal_output import width_of
from reportkit.guidance.rule_list import ALL_ROWS, CHAPTERS, OWN_CHAPTER, OWN_TITLE
from reportkit.guidance.rule_rows.row import RuleRow
from reportkit.guidance.stories import STORIES

_WIDTH: Final = 88
_MARGIN: Final = 10


@click.command(epilog="An example: reportkit explain E04")
@click.argument("rule", required=False, type=RULE)
def command(rule: str | None) -> None:
    """Explain a rule: where it comes from, why it is there, what to do, and an example.

    `reportkit check` ends each line with a rule's id, such as E04. Without RULE all are listed, chapter
    by chapter, with the paragraphs that they come from.
    """
    click.echo("\n".join(_explained(rule) if rule else _listed()))


def _explained(name: str) -> Iterator[str]:
    row = row_named(name)
    from reportkit.rules.explain import ENTRIES  # the list alone does not need the rules

    entry = ENTRIES[row.id]
    yield f"{row.id}  {row.title}"
    yield ""
    yield from _source(row)
    yield from _told("Level", _level(row))
    yield from _told("For", ", ".join(row.kinds))
    yield from _told("Protects", ", ".join(row.protects))
    yield from _told("Why", entry.why)
    yield from _told("Do", entry.remedy)
    yield from _told("Example", entry.example)


def _source(row: RuleRow) -> Iterator[str]:
    """The guidance's paragraphs, or the news story; a row of our own may have neither."""
    if row.paragraph in STORIES:
        return _told("Story", STORIES[row.paragraph])
    return _told("Guidance", row.paragraph)


def _level(row: RuleRow) -> str:
    notes = [
        *([row.condition] if row.condition else []),
        *(["a named person may set it aside with a reason"] if row.override else []),
        *(["our reading of the guidance"] if row.our_reading else []),
    ]
    return f"{row.level} ({'; '.join(notes)})" if notes else row.level


def _told(label: str, words: str) -> Iterator[str]:
    """A label and what follows it, the lines after the first set in below it; lines of an example stay lines."""
    lines = [part for line in words.splitlines() for part in _wrapped(line)]
    for number, line in enumerate(lines):
        yield f"{f'{label}:':<{_MARGIN}}{line}" if number == 0 else f"{'':<{_MARGIN}}{line}"


def _wrapped(line: str) -> list[str]:
    """A line of an example keeps the spaces it begins with."""
    start = line[: len(line) - len(line.lstrip())]
    width = min(_WIDTH, (width_of(sys.stdout) or _WIDTH + _MARGIN) - _MARGIN)
    return textwrap.wrap(line, width, initial_indent=start, subsequent_indent=start) or [""]


def _listed() -> Iterator[str]:
    titles = {**CHAPTERS, OWN_CHAPTER: OWN_TITLE}
    for chapter, rows in groupby(ALL_ROWS.values(), key=lambda row: row.chapter):
        yield f"{chapter}  {titles[chapter]}"
        yield from map(_line, rows)
        yield ""


def _line(row: RuleRow) -> str:
    source = f" [{row.paragraph}]" if row.paragraph else ""
    return f"   {row.id:<5} {row.title}{source}"
