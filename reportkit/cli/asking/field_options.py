"""Fields as a command's options."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from reportkit.actions.field_context import FieldContext
from reportkit.actions.fields import Field, MissingFields, WrongValue
from reportkit.cli.parameters.argument_types import named_before
from reportkit.cli.session import Session
from reportkit.errors import ReportkitError, WrongUse

_METAVARS = {"line": "TEXT", "text": "TEXT", "names": "ID,…", "number": "NUMBER", "date": "YYYY-MM-DD"}


class FieldValue(click.ParamType[str]):
    """A field's value as typed. The Tab key offers what it may say, as far as no file must be read for it."""

    name = "value"

    def __init__(self, field: Field) -> None:
        self.field = field

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  click's signature
        """Return the choices that begin so, after the last comma where there can be several."""
        choose = self.field.choices
        if choose is None:
            return []
        before, comma, last = incomplete.rpartition(",") if self.field.kind == "names" else ("", "", incomplete)
        try:
            offered = choose(_context_of(ctx))
        except ReportkitError:
            return []
        return [
            CompletionItem(f"{before}{comma}{word}", help=offered[word]) for word in offered if word.startswith(last)
        ]


def _context_of(ctx: click.Context) -> FieldContext:
    session = Session(Path(ctx.find_root().params.get("start") or "."), asks=False)
    slug = named_before(ctx, session.root) or session.inspection_here()
    return FieldContext(session.root, slug or "", reads=False)


def options(fields: Iterable[Field]) -> list[click.Parameter]:
    """Return one option for each field. Its value is a tuple of words, () where it was not given, or for yes a bool."""
    return [_option(field) for field in fields]


def _option(field: Field) -> click.Option:
    if field.kind == "yes":
        return click.Option([f"--{field.key}", field.parameter], is_flag=True, help=field.help)
    return click.Option(
        [f"--{field.key}", field.parameter],
        multiple=True,
        type=FieldValue(field),
        metavar=_METAVARS[field.kind] if field.choices is None or field.kind == "names" else "CHOICE",
        help=field.help,
    )


def words_given(fields: Iterable[Field], parameters: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """Return what was typed for the fields. A text that is `-` is read from standard input."""
    return {field.key: words for field in fields if (words := _words(field, parameters[field.parameter]))}


def _words(field: Field, given: object) -> tuple[str, ...]:
    if field.kind == "yes":
        return ("yes",) if given else ()
    words = given if isinstance(given, tuple) else ()
    return (_standard_input(),) if field.kind == "text" and words == ("-",) else words


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WrongUse("What came from standard input is not UTF-8", remedy="Save it as UTF-8 first.") from None


@contextmanager
def named_as_options(example: str) -> Iterator[None]:
    """Name fields as options in what is raised within, and give this example where some are missing."""
    try:
        yield
    except WrongValue as error:
        raise error.with_name(f"--{error.key}") from None
    except MissingFields as error:
        missing = " and ".join(f"--{key}" for key in error.keys)
        raise WrongUse(f"{error.needing} needs {missing}", remedy=f"For example: {example}") from None
