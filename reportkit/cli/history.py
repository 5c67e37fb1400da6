"""`reportkit history`: show everything that was recorded."""

from __future__ import annotations

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


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
    from reportkit.cli.output.history_output import history_json, say_faults, say_history
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
