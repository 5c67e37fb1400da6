"""`reportkit doctor`: what is fine on this computer, and what to do."""

from __future__ import annotations

import click

from reportkit.actions.doctor import doctor
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import Exit


@click.command(epilog="An example: reportkit doctor")
@click.option("--json", "as_json", is_flag=True, help="Give the list as JSON.")
@click.option("--mend", is_flag=True, help="First take out locks that stopped Git programs left behind.")
@click.pass_obj
def command(session: Session, *, as_json: bool, mend: bool) -> int:
    """Look over this machine: what is fine, and what to do.

    Looks at Git and your name in it, SSH keys, LibreOffice, line ends, locks, and where the working
    repository is. Exits with 1 where something stops work.

    --mend takes out the locks of a reportkit that was stopped. A lock of another program, or one in the
    shared folder, is taken out only at a terminal, when it is older than an hour and you type yes.
    """
    if mend:
        _mend(session)
    found = doctor(session.start)
    if as_json:
        click.echo(json_bytes(found.outcomes))
    else:
        say("\n".join(map(str, found.outcomes)))
    return Exit.REFUSED if found.stops_work else Exit.DONE


def _mend(session: Session) -> None:
    from reportkit.actions.mend_locks import carry_out, prepare

    prepared = prepare(session.start)
    for lock in prepared.young:
        say(f"{lock}. It is younger than an hour, and stays.", err=True)
    mended = carry_out(prepared, tuple(each for each in prepared.others if _agreed(session, str(each))))
    for lock in mended.taken:
        say(f"Taken out: {lock.path}.", err=True)
    for trouble in mended.troubles:
        say(trouble, err=True)


def _agreed(session: Session, lock: str) -> bool:
    """Show a lock, and return whether the person at the terminal types yes."""
    say(f"{lock}.", err=True)
    if not session.may_ask:
        say("It stays: only a person at a terminal can take it out.", err=True)
        return False
    question = "If you know that no Git program is at work there, type yes to take it out"
    return str(click.prompt(question, default="no", err=True)).strip().lower() == "yes"
