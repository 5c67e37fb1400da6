"""`reportkit coverage`: what of the guidance was looked at, and what not."""

from __future__ import annotations

import click

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session


@click.command(epilog="An example: reportkit coverage harrowmere-homes --open-only")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--open-only", is_flag=True, help="Only what nothing speaks of yet.")
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/coverage-json.md describes it.")
@click.pass_obj
def command(session: Session, inspection: str | None, *, open_only: bool, machine: bool) -> None:
    """Show what of the guidance INSPECTION has looked at, and what not, with findings and evidence counted.

    Appendix 1 as a grid of services and questions, Appendices 2 and 3 question by question, then the
    lists: reality checks, sources, ways of asking tenants, STATUS, the thirteen standards; and who in
    the team has which services. It asks; it rates nothing. Inside an inspection's folder its name may
    be left out.
    """
    from reportkit.actions.coverage import coverage
    from reportkit.cli.output.coverage_output import as_json, lines

    found = coverage(session, inspection)
    click.echo(as_json(found) if machine else "\n".join(lines(found, open_only=open_only)))
