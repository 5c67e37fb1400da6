"""`reportkit join`: one's own copy of the shared repository, and the line that makes one known to the others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportkit.cli.asking.who import ask_who
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import NotTrusted, WrongUse

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.actions.join import Joined, PreparedJoin


@click.command(epilog='An example: reportkit join //server/housing/shared.git housing --name "Ann Okafor"')
@click.argument("place")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--name", "--your-name", help="Your name, as the others know you.")
@click.option("--email", help="Your e-mail address.")
@click.option("--key", "key_file", metavar="FILE", type=click.Path(path_type=Path), help="Sign with this SSH key.")
@click.option("--make-key", is_flag=True, help="Make an SSH key, without a passphrase, where you have none.")
@click.option(
    "--trust-folder", "trusts_folder", is_flag=True, help="Trust the shared folder, if it belongs to another user."
)
@click.pass_obj
def command(session: Session, /, name: str | None, email: str | None, **asked: Any) -> None:
    """Make your own copy of the shared repository.

    PLACE is a folder that all can reach, or an address on a server; DIR is a new or an empty folder,
    by default one named like the place. The line that is printed last makes you known: send it to
    your technical administrator, who adds you to the people who may sign.
    """
    from reportkit.actions.join import JoinRequest, prepare

    if asked["key_file"] and asked["make_key"]:
        raise WrongUse("A key is named, and one is to be made", remedy="Give --key or --make-key.")
    if session.may_ask:
        name, email = ask_who(session, name, email)
    prepared = prepare(session, JoinRequest(name=name, email=email, **asked))
    _say_joined(_join(session, prepared))


def _join(session: Session, prepared: PreparedJoin) -> Joined:
    """Make the copy. At a terminal, ask whether the person trusts a folder of another user."""
    from msgspec.structs import replace

    from reportkit.actions.join import carry_out
    from reportkit.cli.progress_line import shown_progress

    try:
        with shown_progress() as progress:
            return carry_out(prepared, progress)
    except NotTrusted as refusal:
        if not session.may_ask:
            raise
        say(f"{refusal.what}.", err=True)
        question = "Do you trust it? Then Git on this computer works with this one folder for you"
        if not click.confirm(question, err=True):
            raise
    with shown_progress() as progress:
        return carry_out(replace(prepared, trusts_folder=True), progress)


def _say_joined(joined: Joined) -> None:
    from reportkit.actions.sync_folders import advice_on

    if advice := advice_on(joined.target):
        say(advice, err=True)
    if joined.copied:
        say(f"Copied the repository to {joined.target}.", err=True)
    else:
        say(f"{joined.target} already is your copy.", err=True)
    if joined.made:
        say(f"Made the key {joined.made}. It has no passphrase: anyone who has that file can sign as you.", err=True)
    if joined.key is None:
        say(
            "You have no SSH key yet, so that what you sign is claimed and not proven. To have one, "
            "give the same command again with --make-key, or --key FILE.",
            err=True,
        )
    click.echo("Send this line to your technical administrator:", err=True)
    click.echo(joined.line)
