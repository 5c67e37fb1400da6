"""A command with subcommands, made from the command table; each subcommand is imported when it is used."""

from __future__ import annotations

import copy
import importlib
from collections.abc import Sequence
from typing import Any, Final

import click
from click.shell_completion import CompletionItem

from reportkit.cli.command_table import Group
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.workspace.inspection_folders import inspection_names

_DEFAULT: Final = "(default)"
"""Stands before words that name no subcommand."""

_HELP: Final = ("--help", "-h")


class _NamedAsItsGroup(click.Context):
    """The context of a group's default command, which has no name of its own."""

    @property
    def command_path(self) -> str:
        """The words that lead to the group, as help and messages show them."""
        return self.parent.command_path if self.parent else super().command_path


class CommandGroup(click.Group):
    """The program, or a command with subcommands.

    `moderate ACT INSPECTION` runs a subcommand; any other words go to the group's default command, if it has one.
    """

    def __init__(self, name: str | None, table: Group, **attrs: Any) -> None:
        attrs |= {"help": table.help, "epilog": table.example, "subcommand_metavar": table.usage}
        super().__init__(name, **attrs)
        self.table = table

    def default_command(self) -> click.Command | None:
        """Return the command that runs where no subcommand is named, under the group's own name."""
        if not self.table.default:
            return None
        command = copy.copy(self._imported(self.table.default))
        command.context_class = _NamedAsItsGroup
        return command

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the names of the subcommands, in the order of the help."""
        return list(self.table.subcommands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """Return the subcommand of this name, from its own file; None where there is none."""
        if cmd_name == _DEFAULT:
            return self.default_command()
        known = self.table.subcommands.get(cmd_name)
        if known is None:
            return None
        return CommandGroup(cmd_name, known.group) if known.group else self._imported(cmd_name)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the group's options; where no inspection can follow it, those of its default command as well."""
        own = super().get_params(ctx)
        default = None if self.table.takes_inspection else self.default_command()
        return [*default.params, *own] if default else own

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before words that name no subcommand. Raises UsageError for a wrong guess at one."""
        completing = ctx.resilient_parsing and not args  # the Tab key: it may become a subcommand yet
        named = args[:1] and (args[0] in self.table.subcommands or args[0] in _HELP)
        if self.table.default and not completing and not named:
            self._refuse_wrong_guess(ctx, args)
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand. Raises UsageError, which says what was perhaps meant, where there is none."""
        if not args[0].startswith("-") and args[0] not in (*self.table.subcommands, _DEFAULT):
            raise self._no_such_command(ctx, args[0])
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the subcommands and, where one may follow, the inspections."""
        subcommands = super().shell_complete(ctx, incomplete)
        if not self.table.takes_inspection:
            return subcommands
        return [*subcommands, *INSPECTION.shell_complete(ctx, click.Argument(["inspection"]), incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """Write the subcommands under their headings, without importing any."""
        commands = self.table.subcommands
        for heading in dict.fromkeys(each.heading for each in commands.values()):
            with formatter.section(heading):
                formatter.write_dl([(name, each.summary) for name, each in commands.items() if each.heading == heading])

    def _imported(self, name: str) -> click.Command:
        command: click.Command = importlib.import_module(self.table.module(name)).command
        return command

    def _refuse_wrong_guess(self, ctx: click.Context, args: Sequence[str]) -> None:
        if args[1:] and args[1] in self.table.subcommands:
            turned = f"The {self.table.called} comes first: {ctx.command_path} {args[1]} {args[0]}"
            raise click.UsageError(turned, ctx)
        names = [word for word in args[:2] if not word.startswith("-")]
        if not names or (len(names) == 1 and self._may_be_inspection(ctx, names[0])):
            return
        raise self._no_such_command(ctx, names[0])

    def _may_be_inspection(self, ctx: click.Context, name: str) -> bool:
        """Return whether a single name is an inspection's, or at least not more like a subcommand's."""
        if not self.table.takes_inspection:
            return False
        session = ctx.find_object(Session)
        there = inspection_names(session.place) if session else ()
        if name in there:
            return True
        from reportkit.similar_names import most_similar  # only a wrong guess needs it

        return most_similar(name, (*there, *self.table.subcommands)) not in self.table.subcommands

    def _no_such_command(self, ctx: click.Context, name: str) -> click.UsageError:
        from reportkit.cli.suggestions import command_hint  # only a wrong guess needs it

        meant = command_hint(name, self.table, ctx.command_path)
        return click.UsageError(f"There is no {self.table.called} '{name}'{self.table.called_of}. {meant}", ctx)
