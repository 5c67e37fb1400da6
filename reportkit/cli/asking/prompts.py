"""Fields as questions at a terminal: what may be answered is listed, and a wrong answer is asked for again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from reportkit.cli.asking.choices import Choices
from reportkit.cli.asking.field import Field, value_of
from reportkit.cli.asking.field_context import FieldContext
from reportkit.cli.terminal_output import say
from reportkit.errors import WrongUse
from reportkit.files.yaml_text import Value


def ask_for(fields: Iterable[Field], values: Mapping[str, Value], surroundings: FieldContext) -> dict[str, Value]:
    """`values`, and an answer for each field that has a question and no value yet."""
    answers = dict(values)
    for field in fields:
        if field.asks and answers.get(field.key) in (None, ()):
            answers[field.key] = _ask(field, surroundings)
    return answers


def _ask(field: Field, surroundings: FieldContext) -> Value:
    offered = field.choices(surroundings) if field.choices else {}
    if field.choices and not offered and not field.needed:
        return None
    _list(field, offered)
    while True:
        answer = click.prompt(_question(field, offered), default="", show_default=False, err=True)
        try:
            value = value_of(field, [_by_number(field, answer, offered)], surroundings)
        except WrongUse as error:
            say(f"  {error}".replace(f"--{field.key}", f"`{field.key}`"), err=True)  # nobody typed an option
            continue
        if value not in (None, ()) or not field.needed:
            return value
        click.echo("  This one needs an answer.", err=True)


def _question(field: Field, offered: Choices) -> str:
    asks = "Number or name" if offered else field.asks
    several = ["several with commas"] if field.kind == "names" else []
    skip = [] if field.needed else ["Enter leaves it out"]
    return f"{asks} ({'; '.join(several + skip)})" if several or skip else asks


def _list(field: Field, offered: Choices) -> None:
    """The question, and what may be answered to it, where that is known."""
    if offered:
        click.echo(f"{field.asks}?", err=True)
    width = max(map(len, offered), default=0)
    for number, (name, meaning) in enumerate(offered.items(), start=1):
        say(f"  {number:>2}  {name:<{width}}  {meaning}".rstrip(), err=True)


def _by_number(field: Field, answer: str, offered: Choices) -> str:
    """`answer` with the numbers of the list as the names that they stand for."""
    if not offered:
        return answer
    names = list(offered)
    words = answer.split(",") if field.kind == "names" else [answer]
    return ",".join(_named(word.strip(), names) for word in words)


def _named(word: str, names: list[str]) -> str:
    if word in names or not word.isdecimal() or not 1 <= int(word) <= len(names):
        return word
    return names[int(word) - 1]
