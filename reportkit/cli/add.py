"""`reportkit add`: a finding, evidence, a recommendation, a driver or a barrier."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from reportkit.actions.addable import THINGS, Thing
from reportkit.actions.field_context import FieldContext
from reportkit.cli.asking.field_options import named_as_options, options, words_given
from reportkit.cli.asking.prompts import ASK, ask_for_all, ask_for_needed
from reportkit.cli.editor import open_in_editor
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.workspace.inspection_folders import inspection_names

_EXAMPLES: Final[Mapping[str, str]] = {
    "finding": 'reportkit add finding harrowmere-homes --title "Repairs are done on time" --kind strength '
    "--question 2.2",
    "evidence": 'reportkit add evidence harrowmere-homes --title "Fifty repairs read" --kind case-samples --sample 50',
    "recommendation": 'reportkit add recommendation harrowmere-homes --title "Clear the backlog" '
    "--findings repairs-backlog --to almo",
    "driver": 'reportkit add driver harrowmere-homes --title "Tenants sit on the board" --reach corporate',
    "barrier": 'reportkit add barrier harrowmere-homes --title "No plan for leaseholders" --reach service-specific',
}


def add(thing: Thing, session: Session, parameters: Mapping[str, object]) -> Path:
    """Take what was given, ask for the rest where a person is there, and write it. Returns the file."""
    from reportkit.actions.add import AddRequest, carry_out, prepare  # the Tab key must not wait for YAML

    slug, given_id = _inspection_and_id(session, _word(parameters["inspection"]), _word(parameters["id"]))
    with named_as_options(_EXAMPLES[thing.name]):
        words = words_given(thing.fields, parameters)
        if session.may_ask and not parameters["no_input"]:
            ask = ask_for_all if parameters["ask"] else ask_for_needed
            words = dict(ask(thing.fields, words, FieldContext(session.root, slug)))
        prepared = prepare(session, AddRequest(thing=thing.name, inspection=slug, id=given_id, words=words))
    return session.root / carry_out(session, prepared)


def _inspection_and_id(session: Session, first: str | None, second: str | None) -> tuple[str, str | None]:
    """Return inspection and id. Inside an inspection's folder the inspection may be left out."""
    if first and second is None and first not in inspection_names(session.root) and session.inspection_here():
        return session.inspection(None), first
    return session.inspection(first), second


def _word(given: object) -> str | None:
    return given if isinstance(given, str) else None


def _run(session: Session, thing: Thing, parameters: Mapping[str, object]) -> None:
    path = add(thing, session, parameters)
    click.echo(path.relative_to(session.root).as_posix())
    if session.may_ask and not (parameters["no_edit"] or parameters["no_input"] or parameters.get("text")):
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
            ASK,
            click.Option(["--no-edit"], is_flag=True, help="Do not open an editor for the text."),
            click.Option(["--no-input"], is_flag=True, help="Ask nothing."),
        ],
        callback=run,
        help=f"{thing.help}\n\nInside an inspection's folder its name may be left out. Without ID the title makes one. "
        "At a terminal, reportkit asks for what is needed and not given (with --ask for the rest too), and an editor "
        "opens where no --text is given (--text - reads it from standard input).",
        short_help=thing.help,
        epilog=f"An example: {_EXAMPLES[thing.name]}",
    )


command = click.Group(
    "add",
    commands=[_command(thing) for thing in THINGS],
    help="Add a finding, evidence, a recommendation, a driver or a barrier to an inspection.",
    epilog="An example: reportkit add finding harrowmere-homes",
)
