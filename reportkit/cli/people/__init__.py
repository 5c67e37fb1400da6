"""`reportkit people`: who may do what, and every change of it."""

from __future__ import annotations

import importlib

import click

from reportkit.cli.people.acts import ACTS, MODULES
from reportkit.cli.session import Session


class Changes(click.Group):
    """The changes that `people` makes besides listing, each in a file of its own."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the name of every change."""
        return list(ACTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """Return the change of this name, from its own file; None where there is none."""
        module = MODULES.get(cmd_name)
        command: click.Command | None = importlib.import_module(module).command if module else None
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the change. Raises UsageError with the one that was perhaps meant."""
        if args[0] not in ACTS:
            from reportkit.cli.suggestions import nearest  # only a wrong guess needs it

            near = nearest(args[0], ACTS)
            remedy = f"Did you mean '{near}'?" if near else "`reportkit people` alone lists everybody."
            raise click.UsageError(f"There is no change '{args[0]}' of people. {remedy}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """Write the changes without importing any."""
        with formatter.section("Changes"):
            formatter.write_dl(list(ACTS.items()))


@click.group(
    cls=Changes,
    invoke_without_command=True,
    epilog="An example: reportkit people add j-adeyemi --name 'Joy Adeyemi' --email j.adeyemi@example.org "
    "--roles regional-lead-inspector --region Northern",
)
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/json.md tells its shape.")
@click.pass_context
def command(ctx: click.Context, *, machine: bool) -> None:
    """List the people of moderation/policy.yaml: their roles, from when until when, and whether they have keys.

    Each change shows the difference first, and is recorded with the file in one version. The head of programme and
    administrators may make them; in a new repository, whoever adds themselves as one of these.
    """
    if ctx.invoked_subcommand is None:
        from reportkit.cli.output.people_list import people_json, people_lines
        from reportkit.reading.policy import policy_from

        session: Session = ctx.obj
        policy = policy_from(session.saved_policy)
        if machine:
            click.echo(people_json(policy))
        elif policy.people:
            click.echo("\n".join(people_lines(policy)))
        else:
            click.echo("Nobody is listed yet; `reportkit people add` adds the first.", err=True)
