"""`reportkit people`: the people of policy.yaml."""

from __future__ import annotations

import click

from reportkit.cli.session import Session


@click.command("list", hidden=True)
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/json.md describes it.")
@click.pass_obj
def command(session: Session, *, machine: bool) -> None:
    """List the people of moderation/policy.yaml."""
    from reportkit.actions.people import policy_in_force
    from reportkit.cli.output.people_list import people_json, people_lines

    policy = policy_in_force(session)
    if machine:
        click.echo(people_json(policy))
    elif policy.people:
        click.echo("\n".join(people_lines(policy)))
    else:
        click.echo("No people are listed yet; `reportkit people add` adds the first.", err=True)
