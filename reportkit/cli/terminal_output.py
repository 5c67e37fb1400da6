"""Sentences said as wide as the terminal is: broken between words, and never within a command to be copied."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from typing import Final, TextIO

import click

_COMMAND: Final = "(?:reportkit|git|ssh-keygen) "
_TOKEN: Final = re.compile(rf"(\s*)((?<=: ){_COMMAND}.*|(?:`[^`]*`|\S)+)")
"""A gap and a word; a command in backticks, or behind a colon to the line's end, is one word."""

_NARROWEST: Final = 40
_DEEPER: Final = "  "


def say(text: str, *, err: bool = False) -> None:
    """Say it on stdout or stderr. What is no terminal gets each line whole, for other programs."""
    width = width_of(sys.stderr if err else sys.stdout)
    click.echo(fitted(text, width) if width else text, err=err)


def width_of(stream: TextIO) -> int | None:
    """Return how many columns a terminal has; None for what is none, or does not say."""
    if not stream.isatty():
        return None
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except OSError:
        return None
    return columns if columns >= _NARROWEST else None


def fitted(text: str, width: int) -> str:
    """Return the text with no line wider than this where it can be helped.

    What goes on is set in deeper than its line.
    """
    return "\n".join(part for line in text.split("\n") for part in _parts(line, width))


def _parts(line: str, width: int) -> Iterator[str]:
    margin = line[: len(line) - len(line.lstrip())]
    if _columns(line) <= width or re.match(_COMMAND, line.lstrip()):
        yield line
        return
    part = ""
    for gap, word in _TOKEN.findall(line):
        if part.strip() and _columns(f"{part}{gap}{word}") > width:
            yield part
            part = f"{margin}{_DEEPER}{word}"
        else:
            part += f"{gap}{word}"
    yield part


def _columns(line: str) -> int:
    """Return how wide it looks: colours take no room."""
    return len(click.unstyle(line))
