"""`reportkit history`: show everything that was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.moderation.blocker import short

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.actions.audit_trail import Row
    from reportkit.actions.history import History

FORMAT = 1


@click.command(epilog="An example: reportkit history harrowmere-homes --out history.docx")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--people", is_flag=True, help="Instead: every change of policy.yaml.")
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/json.md describes it.")
@click.option("--out", type=click.Path(), metavar="FILE", help="Write a table into a .docx.")
@click.pass_obj
def command(session: Session, inspection: str | None, out: str | None, *, people: bool, machine: bool) -> None:
    """Tell all that was recorded of an inspection, oldest first: the audit trail.

    Each line says who acted, when, in which role, what they did, on which content, and how sure it is that it was
    they: proven by their key, claimed by Git's name, or reported by an administrator. What does not count says why.
    """
    from reportkit.actions.history import history, history_document
    from reportkit.moderation.record import OF_THE_HOUSE

    found = history(session, OF_THE_HOUSE if people else session.inspection(inspection))
    say_faults(found)
    if out is not None:
        from reportkit.workspace.deliver import deliver

        document = history_document(session, found, out)
        click.echo(deliver(document.path, document.data))
    elif machine:
        click.echo(history_json(found))
    else:
        say_history(found)


def say_faults(found: History) -> None:
    """Say on stderr which records cannot be read, and why."""
    for fault in found.faults:
        say(f"{fault.name}: {fault.why}", err=True)


def say_history(found: History) -> None:
    """Say what was recorded, oldest first."""
    say("\n".join(line for row in found.rows for line in _lines(row)) or "Nothing is recorded yet.")


def history_json(found: History) -> bytes:
    """Return the same as JSON, in the shape of docs/json.md."""
    answer = {"format": FORMAT, "inspection": found.inspection, "acts": found.rows}
    return json_bytes(answer)


def _lines(row: Row) -> Iterator[str]:
    yield f"{row.at:%Y-%m-%d %H:%M}  {row.name} ({row.in_role}) {row.what}"
    facts = [short(row.digest), row.event, row.how_sure, f"content {short(row.subject)}" if row.subject else ""]
    yield f"    {', '.join(filter(None, facts))}{f'; {row.void}' if row.void else ''}"
