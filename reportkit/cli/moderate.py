"""`reportkit moderate`: what waits for me, where an inspection stands, and every act of moderation."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

import click
from click.shell_completion import CompletionItem

from reportkit.cli.moderating.acts import ACTS, MODULES
from reportkit.cli.names import INSPECTION

_LOOK = "look"


class Acts(click.Group):
    """`moderate ACT INSPECTION` acts, anything else looks."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """The acts, in the order in which an inspection comes to them."""
        return list(ACTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """The act, from its own file; what only looks has one too."""
        module = "reportkit.cli.moderating.look" if cmd_name == _LOOK else MODULES.get(cmd_name)
        command: click.Command | None = importlib.import_module(module).command if module else None
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command that looks before what is no act. Raises UsageError for a wrong guess at an act."""
        completing = ctx.resilient_parsing and not args  # the Tab key: it may become an act yet
        if not completing and args[:1] not in (["--help"], ["-h"]) and (not args or args[0] not in ACTS):
            _refuse_wrong_guess(ctx, args)
            args = [_LOOK, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The acts, and the inspections to look at."""
        looked_at = INSPECTION.shell_complete(ctx, click.Argument(["inspection"]), incomplete)
        return [*super().shell_complete(ctx, incomplete), *looked_at]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """Write the acts without importing any."""
        with formatter.section("Acts"):
            formatter.write_dl(list(ACTS.items()))


def _refuse_wrong_guess(ctx: click.Context, args: Sequence[str]) -> None:
    names = [word for word in args[:2] if not word.startswith("-")]
    if len(names) < 2:  # noqa: PLR2004  an act and an inspection
        return
    from difflib import get_close_matches  # only a wrong guess needs it

    near = get_close_matches(names[0], ACTS, n=1)
    hint = f"Did you mean '{near[0]}'?" if near else "`reportkit moderate --help` lists them."
    raise click.UsageError(f"There is no act '{names[0]}'. {hint}", ctx)


@click.group(
    cls=Acts,
    subcommand_metavar="[INSPECTION] | ACT INSPECTION …",
    epilog="An example: reportkit moderate sign-off harrowmere-homes",
)
def command() -> None:
    """Show what waits for you, where an inspection stands, or act on it.

    Alone: everything that waits for you, oldest deadline first. With INSPECTION: where it stands, what changed since
    you last signed, what is open, and the one command that comes next. With --json: the same for other programs.

    Every act that records can be tried with --dry-run, which shows the record and records nothing.
    """
