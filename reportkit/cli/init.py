"""`reportkit init`: a new working repository, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportkit.cli.asking.who import ask_who
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say


@click.command(epilog='An example: reportkit init housing --name "Housing Inspectorate"')
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="The inspectorate's name, as covers and letters show it.")
@click.option("--your-name", help="Your own name, where Git does not know it.")
@click.option("--email", help="Your e-mail address, where Git does not know it.")
@click.option("--demonstration", is_flag=True, help="Mark every document and record as a demonstration, for good.")
@click.pass_obj
def command(session: Session, /, **asked: Any) -> None:
    """Make a new working repository: templates, policy, schemas and editor settings, kept in Git.

    DIR is a new or an empty folder. At a terminal, reportkit asks for what is missing.
    """
    from msgspec.structs import replace

    from reportkit.actions.init import InitRequest, carry_out, needs_name, needs_person, prepare

    request = InitRequest(**asked)
    if session.may_ask and needs_name(session, request):
        request = replace(request, name=str(click.prompt("The inspectorate's name", err=True)))
    if session.may_ask and needs_person(session, request):
        your_name, email = ask_who(session, request.your_name, request.email)
        request = replace(request, your_name=your_name, email=email)
    prepared = prepare(session, request)
    if prepared.new is None:
        click.echo(f"{prepared.target} already is a working repository; nothing was changed.")
        return
    carry_out(prepared)
    _say_made(prepared.target, request.folder)


def _say_made(made: Path, named: Path) -> None:
    from reportkit.actions.sync_folders import advice_on

    click.echo(f"Made {made}.")
    if advice := advice_on(made):
        say(advice, err=True)
    click.echo(f"Next: reportkit -C {named} new elm-homes, or open the folder in VS Code.", err=True)
    click.echo(f"To share it with others: {named / 'README.md'} says how.", err=True)
