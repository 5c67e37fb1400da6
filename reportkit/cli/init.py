"""`reportkit init`: a new working repository, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli.session import Session


@click.command(epilog='An example: reportkit init housing --name "Housing Inspectorate"')
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="The inspectorate's name, as covers and letters show it.")
@click.option("--demonstration", is_flag=True, help="Mark every document and record as a demonstration, for good.")
@click.pass_obj
def command(session: Session, folder: Path, name: str | None, *, demonstration: bool) -> None:
    """Make a new working repository: templates, policy, schemas and editor settings, kept in Git.

    DIR is a new or an empty folder.
    """
    from msgspec.structs import replace

    from reportkit.actions.init import InitRequest, carry_out, needs_name, prepare

    request = InitRequest(folder=folder, name=name, demonstration=demonstration)
    if session.may_ask and needs_name(session, request):
        request = replace(request, name=str(click.prompt("The inspectorate's name", err=True)))
    prepared = prepare(session, request)
    if prepared.new is None:
        click.echo(f"{prepared.target} already is a working repository; nothing was changed.")
        return
    carry_out(prepared)
    click.echo(f"Made {prepared.target}.")
    click.echo(f"Next: reportkit -C {folder} new elm-homes, or open the folder in VS Code.", err=True)
    click.echo(f"To share it with others: {folder / 'README.md'} says how.", err=True)
