"""`reportkit people`: who may do what, and every change of it."""

from __future__ import annotations

import importlib

import click

from reportkit.cli.session import Session

_PARTS = {
    "add": "Add a person.",
    "retire": "Say until when a person holds their roles.",
    "keys": "List a person's keys, add one, or take one out.",
    "save": "Record what was changed in policy.yaml by hand.",
}


class Parts(click.Group):
    """What `people` does besides listing, each in a file of its own."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Every part's name."""
        return list(_PARTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """The part, from the file of all parts."""
        if cmd_name not in _PARTS:
            return None
        parts = importlib.import_module("reportkit.cli.people.parts")
        command: click.Command = getattr(parts, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the part, or say which one was perhaps meant."""
        if args[0] not in _PARTS:
            from reportkit.cli.suggestions import nearest  # only a wrong guess needs it

            near = nearest(args[0], _PARTS)
            remedy = f"Did you mean '{near}'?" if near else "`reportkit people` alone lists everybody."
            raise click.UsageError(f"There is no change '{args[0]}' of people. {remedy}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """Write the parts without importing any."""
        with formatter.section("Changes"):
            formatter.write_dl(list(_PARTS.items()))


@click.group(
    cls=Parts,
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
        from reportkit.cli.output.people_list import show_people

        session: Session = ctx.obj
        show_people(session, machine=machine)
