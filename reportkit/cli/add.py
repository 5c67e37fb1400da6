"""`reportkit add`: a finding, evidence, a recommendation, a driver or a barrier."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from reportkit.cli.asking.addable import THINGS, Thing
from reportkit.cli.asking.field import Field, value_of
from reportkit.cli.asking.field_context import FieldContext
from reportkit.cli.asking.field_options import options, words_given
from reportkit.cli.asking.inspection_and_id import inspection_and_id
from reportkit.cli.asking.prompts import ask_for
from reportkit.cli.editor import open_in_editor
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import WrongUse
from reportkit.files.yaml_text import Value


def add(thing: Thing, session: Session, parameters: Mapping[str, object]) -> Path:
    """Take what was given, ask for the rest where a person is there, and write it. Returns the file."""
    slug, given_id = inspection_and_id(session, _word(parameters["inspection"]), _word(parameters["id"]))
    surroundings = FieldContext(session.root, slug)
    values = {field.key: _given(field, parameters, surroundings) for field in thing.fields}
    if session.may_ask and not parameters["no_input"]:
        values = ask_for(thing.fields, values, surroundings)
    _refuse_gaps(thing, values)
    from reportkit.actions.add_entry import write  # the Tab key must not wait for YAML

    return write(thing, given_id, values, surroundings)


def _given(field: Field, parameters: Mapping[str, object], surroundings: FieldContext) -> Value:
    if field.kind == "yes":
        return bool(parameters[field.parameter])
    words = words_given(field, parameters)
    if field.kind == "text" and words == ("-",):
        words = (_standard_input(),)
    return value_of(field, words, surroundings)


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WrongUse("What came from standard input is not UTF-8", remedy="Save it as UTF-8 first.") from None


def _refuse_gaps(thing: Thing, values: Mapping[str, Value]) -> None:
    missing = [f"--{field.key}" for field in thing.fields if field.needed and not values[field.key]]
    if missing:
        raise WrongUse(f"A {thing.name} needs {' and '.join(missing)}", remedy=f"For example: {thing.example}")


def _word(given: object) -> str | None:
    return given if isinstance(given, str) else None


def _run(session: Session, thing: Thing, parameters: Mapping[str, object]) -> None:
    path = add(thing, session, parameters)
    click.echo(path.relative_to(session.root).as_posix())
    if session.may_ask and not (parameters["no_edit"] or parameters["no_input"]):
        _edit(path)
    click.echo("`reportkit check` says what it still needs.", err=True)


def _edit(path: Path) -> None:
    trouble = open_in_editor(path)
    if trouble:
        click.echo(f"The file is written, but {trouble}.", err=True)


def _command(thing: Thing) -> click.Command:
    @click.pass_obj
    def run(session: Session, /, **parameters: object) -> None:
        _run(session, thing, parameters)

    return click.Command(
        thing.name,
        params=[
            click.Argument(["inspection"], required=False, type=INSPECTION),
            click.Argument(["id"], required=False),
            *options(thing.fields),
            click.Option(["--no-edit"], is_flag=True, help="Do not open an editor for the text."),
            click.Option(["--no-input"], is_flag=True, help="Ask nothing."),
        ],
        callback=run,
        help=f"{thing.help}\n\nInside an inspection's folder its name may be left out. Without ID the title makes one. "
        "At a terminal, what is not given is asked for, and an editor opens for the text (--text - reads it from "
        "standard input).",
        short_help=thing.help,
        epilog=f"An example: {thing.example}",
    )


command = click.Group(
    "add",
    commands=[_command(thing) for thing in THINGS],
    help="Add a finding, evidence, a recommendation, a driver or a barrier to an inspection.",
    epilog="An example: reportkit add finding harrowmere-homes",
)
