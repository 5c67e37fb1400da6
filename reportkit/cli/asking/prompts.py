"""Fields as questions at a terminal: what may be answered is listed, and a wrong answer is asked for again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import click

from reportkit.actions.choices import Choices
from reportkit.actions.field_context import FieldContext
from reportkit.actions.fields import Field, Words, WrongValue, read_fields, value_of
from reportkit.cli.terminal_output import say

ASK: Final = click.Option(["--ask"], is_flag=True, help="At a terminal, ask for what may be left out too.")


def ask_for_needed(fields: Sequence[Field], words: Words, context: FieldContext) -> Words:
    """Return the words given, and an answer for each field that is needed and has no value yet.

    Raises WrongValue for words given that a field cannot have, before anything is asked.
    """
    return _asked([field for field in _unanswered(fields, words, context) if field.needed], words, context)


def ask_for_all(fields: Sequence[Field], words: Words, context: FieldContext) -> Words:
    """Return the words given, and an answer for each field that has a question and no value yet.

    Raises as ask_for_needed.
    """
    return _asked(_unanswered(fields, words, context), words, context)


def _unanswered(fields: Sequence[Field], words: Words, context: FieldContext) -> list[Field]:
    values = read_fields(fields, words, context)
    return [field for field in fields if field.asks and values[field.key] in (None, ())]


def _asked(fields: Sequence[Field], words: Words, context: FieldContext) -> Words:
    return {**words, **{field.key: _ask(field, context) for field in fields}}


def _ask(field: Field, context: FieldContext) -> tuple[str, ...]:
    offered = field.choices(context) if field.choices else {}
    if field.choices and not offered and not field.needed:
        return ()
    _list(field, offered)
    while True:
        typed = click.prompt(_question(field, offered), default="", show_default=False, err=True)
        answer = _by_number(field, typed, offered)
        try:
            value = value_of(field, [answer], context)
        except WrongValue as error:
            say(f"  {error}", err=True)
            continue
        if value not in (None, ()) or not field.needed:
            return (answer,)
        click.echo("  This one needs an answer.", err=True)


def _question(field: Field, offered: Choices) -> str:
    asks = "Number or name" if offered else field.asks
    several = ["several with commas"] if field.kind == "names" else []
    skip = [] if field.needed else ["Enter leaves it out"]
    return f"{asks} ({'; '.join(several + skip)})" if several or skip else asks


def _list(field: Field, offered: Choices) -> None:
    """Show the question, and what may be answered to it, where that is known."""
    if offered:
        click.echo(f"{field.asks}?", err=True)
    width = max(map(len, offered), default=0)
    for number, (name, meaning) in enumerate(offered.items(), start=1):
        say(f"  {number:>2}  {name:<{width}}  {meaning}".rstrip(), err=True)


def _by_number(field: Field, answer: str, offered: Choices) -> str:
    """Return the answer with the numbers of the list as the names that they stand for."""
    if not offered:
        return answer
    names = list(offered)
    words = answer.split(",") if field.kind == "names" else [answer]
    return ",".join(_named(word.strip(), names) for word in words)


def _named(word: str, names: list[str]) -> str:
    if word in names or not word.isdecimal() or not 1 <= int(word) <= len(names):
        return word
    return names[int(word) - 1]
