"""`reportkit init`: a new working repository, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.actions.new_repository import NewRepository, is_ours, make_repository
from reportkit.cli.session import Session
from reportkit.errors import WrongUse
from reportkit.gitstore.identity import identity


@click.command(epilog='An example: reportkit init housing --name "Housing Inspectorate"')
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="The inspectorate's name, as it stands on covers and letters.")
@click.option("--demonstration", is_flag=True, help="Mark every document and record as a demonstration, for good.")
@click.pass_obj
def command(session: Session, folder: Path, name: str | None, *, demonstration: bool) -> None:
    """Make a new working repository: templates, policy, schemas and editor settings, kept in Git.

    DIR is a new or an empty folder.
    """
    target = (session.start / folder).resolve()
    if is_ours(target):
        click.echo(f"{target} already is a working repository; nothing was changed.")
        return
    make_repository(target, NewRepository(_name(session, name), demonstration))
    click.echo(f"Made {target}.")
    click.echo(f"Next: reportkit -C {folder} new elm-homes, or open the folder in VS Code.", err=True)
    click.echo(f"To share it with others: {folder / 'README.md'} says how.", err=True)


def _name(session: Session, given: str | None) -> str:
    """The inspectorate's name, asked for where a person is there. Raises WrongUse where there is none."""
    if given is None and session.may_ask:
        _ = identity(session.start)  # nobody is asked where it cannot be made
        given = str(click.prompt("The inspectorate's name", err=True))
    name = " ".join((given or "").split())
    if not name or not name.isprintable():
        raise WrongUse("The inspectorate has no name yet", remedy='Give it: --name "Housing Inspectorate".')
    return name
