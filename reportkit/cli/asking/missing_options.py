"""What a command cannot do without and was not given: asked for at a terminal, and else listed all at once."""

from __future__ import annotations

from functools import partial
from typing import NoReturn

import click

from reportkit.cli.session import Session


def ask_for_missing(error: click.MissingParameter) -> list[str]:
    """Return the answers, as words to type after the others. Raises UsageError, which lists them, off a terminal."""
    context = error.ctx
    session = context.find_object(Session) if context else None
    if context is None or session is None or not session.may_ask:
        _list(error)
    return [_answer(context, each) for each in _missing(context)]


def _missing(context: click.Context) -> list[click.Parameter]:
    """Return what is needed and was not given: click takes what was given first."""
    return [each for each in context.command.params if each.required and each.name not in context.params]


def _answer(context: click.Context, wanted: click.Parameter) -> str:
    """Return one answer, that the command will understand: a wrong one is asked for again."""
    given = str(click.prompt(_question(context, wanted), value_proc=partial(_understood, context, wanted), err=True))
    return f"{wanted.opts[-1]}={given}" if isinstance(wanted, click.Option) else given


def _question(context: click.Context, wanted: click.Parameter) -> str:
    name, told = _record(context, wanted)
    choices = wanted.type.choices if isinstance(wanted.type, click.Choice) else ()
    if not told:
        return " or ".join(choices) or name
    listed = f" ({', '.join(choices)})" if not all(each in told for each in choices) else ""
    return f"{told.rstrip('.')}{listed}"


def _understood(context: click.Context, wanted: click.Parameter, given: str) -> str:
    wanted.type.convert(given, wanted, context)
    return given


def _record(context: click.Context, wanted: click.Parameter) -> tuple[str, str]:
    """Return what it is called, and what the help says of it."""
    if isinstance(wanted, click.Option):
        return f"{wanted.opts[-1]} {wanted.make_metavar(context)}", wanted.help or ""
    return wanted.make_metavar(context), ""


def _list(error: click.MissingParameter) -> NoReturn:
    if error.ctx is None:
        raise error
    formatter = error.ctx.make_formatter()
    with formatter.indentation():
        formatter.write_dl([_record(error.ctx, each) for each in _missing(error.ctx)])
    raise click.UsageError(f"This is missing:\n{formatter.getvalue().rstrip()}", error.ctx)
