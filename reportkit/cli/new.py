"""`reportkit new`: an inspection's folder, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import click

from reportkit.actions.field_context import FieldContext
from reportkit.actions.new import FIELDS, NewRequest, PreparedInspection, carry_out, prepare, refuse_place
from reportkit.cli.asking.field_options import named_as_options, options, words_given
from reportkit.cli.asking.prompts import ASK, ask_for_all, ask_for_needed
from reportkit.cli.session import Session

_EXAMPLE: Final = '--kind almo --authority "Harrowmere Council" --almo "Harrowmere Homes"'


def new(session: Session, name: str, parameters: Mapping[str, object]) -> PreparedInspection:
    """Take what was given, ask for the rest where a person is there, and make the folder of one inspection."""
    refuse_place(session, name)  # before anything is asked
    with named_as_options(_EXAMPLE):
        words = words_given(FIELDS, parameters)
        if session.may_ask and not parameters["no_input"]:
            ask = ask_for_all if parameters["ask"] else ask_for_needed
            words = dict(ask(FIELDS, words, FieldContext(session.root, name, reads=False)))
        prepared = prepare(session, NewRequest(name=name, words=words))
    carry_out(session, prepared)
    return prepared


def _what_next(made: PreparedInspection) -> str:
    return (
        f"Next: fill in {made.folder}/inspection.yaml and {made.casework}, then\n"
        f"  reportkit add evidence {made.name}\n"
        f"  reportkit add finding {made.name}\n"
        f"  reportkit check {made.name}"
    )


@click.pass_obj
def _run(session: Session, /, **parameters: object) -> None:
    made = new(session, str(parameters["slug"]), parameters)
    click.echo(made.folder)
    click.echo(_what_next(made), err=True)


command = click.Command(
    "new",
    params=[
        click.Argument(["slug"], metavar="NAME"),
        *options(FIELDS),
        ASK,
        click.Option(["--no-input"], is_flag=True, help="Ask nothing."),
    ],
    callback=_run,
    help="Start an inspection: a folder of this NAME with inspection.yaml and the other files to fill in.\n\n"
    "NAME is up to 40 lower-case letters, digits and hyphens. At a terminal, reportkit asks for what is "
    "needed and not given; with --ask for the rest too.",
    short_help="Start an inspection's folder.",
    epilog=f"An example: reportkit new harrowmere-homes-2004 {_EXAMPLE}",
)
