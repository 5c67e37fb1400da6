"""Fields as a command's options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from reportkit.cli.asking.field import Field
from reportkit.cli.asking.field_context import FieldContext
from reportkit.cli.parameters.argument_types import named_before
from reportkit.cli.session import Session
from reportkit.errors import ReportkitError

_METAVARS = {"line": "TEXT", "text": "TEXT", "names": "ID,…", "number": "NUMBER", "date": "YYYY-MM-DD"}


class FieldValue(click.ParamType[str]):
    """A field's value as typed. The Tab key offers what it may say, as far as no file must be read for it."""

    name = "value"

    def __init__(self, field: Field) -> None:
        self.field = field

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  click's signature
        """The choices that begin so, after the last comma where there can be several."""
        choose = self.field.choices
        if choose is None:
            return []
        before, comma, last = incomplete.rpartition(",") if self.field.kind == "names" else ("", "", incomplete)
        try:
            offered = choose(_what_is_there(ctx))
        except ReportkitError:
            return []
        return [
            CompletionItem(f"{before}{comma}{word}", help=offered[word]) for word in offered if word.startswith(last)
        ]


def _what_is_there(ctx: click.Context) -> FieldContext:
    session = Session(Path(ctx.find_root().params.get("start") or "."), asks=False)
    slug = named_before(ctx, session.root) or session.inspection_here()
    return FieldContext(session.root, slug or "", reads=False)


def options(fields: Iterable[Field]) -> list[click.Parameter]:
    """One option for each field; its value is always a tuple of words, () where it was not given."""
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


def words_given(field: Field, parameters: Mapping[str, object]) -> tuple[str, ...]:
    """What was typed for a field."""
    given = parameters.get(field.parameter)
    return given if isinstance(given, tuple) else ()
