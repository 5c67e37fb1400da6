"""`reportkit explain`: a rule, its paragraph, why it is there and what to do."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

import click

from reportkit.actions.explain import Chapter, Explanation, all_chapters, explain
from reportkit.cli.parameters.rule_names import RULE
from reportkit.cli.terminal_output import width_of
from reportkit.guidance.rule_rows.row import RuleRow

_WIDTH: Final = 88
_MARGIN: Final = 10


@click.command(epilog="An example: reportkit explain E04")
@click.argument("rule", required=False, type=RULE)
def command(rule: str | None) -> None:
    """Explain a rule: where it comes from, why it is there, what to do, and an example.

    `reportkit check` ends each line with a rule's id, such as E04. Without RULE all are listed, chapter
    by chapter, with the paragraphs that they come from.
    """
    click.echo("\n".join(_explained(explain(rule)) if rule else _listed(all_chapters())))


def _explained(found: Explanation) -> Iterator[str]:
    row = found.row
    yield f"{row.id}  {row.title}"
    yield ""
    yield from _labelled("Story", found.story) if found.story else _labelled("Guidance", row.paragraph)
    yield from _labelled("Level", _level(row))
    yield from _labelled("For", ", ".join(row.kinds))
    yield from _labelled("Protects", ", ".join(row.protects))
    yield from _labelled("Why", found.why)
    yield from _labelled("Do", found.remedy)
    yield from _labelled("Example", found.example)


def _level(row: RuleRow) -> str:
    notes = [
        *([row.condition] if row.condition else []),
        *(["a named person may set it aside with a reason"] if row.override else []),
        *(["our reading of the guidance"] if row.our_reading else []),
    ]
    return f"{row.level} ({'; '.join(notes)})" if notes else row.level


def _labelled(label: str, words: str) -> Iterator[str]:
    """Return a label and its words, later lines set in below the first. Lines of an example stay lines."""
    lines = [part for line in words.splitlines() for part in _wrapped(line)]
    for number, line in enumerate(lines):
        yield f"{f'{label}:':<{_MARGIN}}{line}" if number == 0 else f"{'':<{_MARGIN}}{line}"


def _wrapped(line: str) -> list[str]:
    """Return the line broken to the width. It keeps the spaces that it begins with."""
    start = line[: len(line) - len(line.lstrip())]
    width = min(_WIDTH, (width_of(sys.stdout) or _WIDTH + _MARGIN) - _MARGIN)
    return textwrap.wrap(line, width, initial_indent=start, subsequent_indent=start) or [""]


def _listed(chapters: Iterable[Chapter]) -> Iterator[str]:
    for chapter in chapters:
        yield f"{chapter.letter}  {chapter.title}"
        yield from map(_line, chapter.rows)
        yield ""


def _line(row: RuleRow) -> str:
    source = f" [{row.paragraph}]" if row.paragraph else ""
    return f"   {row.id:<5} {row.title}{source}"
