"""A command that looks at an inspection when it is given one, and acts when it is given an act."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from typing import Any

import click
from click.shell_completion import CompletionItem

from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.workspace.workspace import inspection_names

_LOOK = "look"


class _Looking(click.Context):
    """What only looks has no name of its own: it is called as its group is."""

    @property
    def command_path(self) -> str:
        """The words that lead to it, as help and complaints show them."""
        return self.parent.command_path if self.parent else super().command_path


class LookOrAct(click.Group):
    """`moderate ACT INSPECTION` acts, anything else looks.

    `acts` holds what each act does, in a line; `modules` where each stands, and under "look" what looks. Each is
    imported only when it is asked for. `called` is what an act is called in messages and in the help.
    """

    def __init__(
        self, *args: Any, acts: Mapping[str, str], modules: Mapping[str, str], called: str = "act", **attrs: Any
    ) -> None:
        super().__init__(*args, **attrs)
        self._acts = acts
        self._modules = modules
        self._called = called

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """The acts, in the order of the help."""
        return list(self._acts)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """The act, from its own file; what only looks has one too."""
        module = self._modules.get(cmd_name)
        command: click.Command | None = importlib.import_module(module).command if module else None
        if command and cmd_name == _LOOK:
            command.context_class = _Looking
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command that looks before what is no act. Raises UsageError for a wrong guess at an act."""
        completing = ctx.resilient_parsing and not args  # the Tab key: it may become an act yet
        if not completing and args[:1] not in (["--help"], ["-h"]) and (not args or args[0] not in self._acts):
            self._refuse_wrong_guess(ctx, args)
            args = [_LOOK, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The acts, and the inspections to look at."""
        looked_at = INSPECTION.shell_complete(ctx, click.Argument(["inspection"]), incomplete)
        return [*super().shell_complete(ctx, incomplete), *looked_at]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """Write the acts without importing any."""
        with formatter.section(f"{self._called.capitalize()}s"):
            formatter.write_dl(list(self._acts.items()))

    def _refuse_wrong_guess(self, ctx: click.Context, args: Sequence[str]) -> None:
        names = [word for word in args[:2] if not word.startswith("-")]
        if not names or (len(names) == 1 and not self._nearer_to_an_act(ctx, names[0])):
            return
        if names[1:] and names[1] in self._acts:
            turned = f"The {self._called} comes first: {ctx.command_path} {names[1]} {names[0]}"
            raise click.UsageError(turned, ctx)
        from reportkit.cli.suggestions import hint  # only a wrong guess needs it

        meant = hint(names[0], self._acts, f"{ctx.command_path} --help")
        raise click.UsageError(f"There is no {self._called} '{names[0]}'. {meant}", ctx)

    def _nearer_to_an_act(self, ctx: click.Context, name: str) -> bool:
        """Whether a name that stands alone is none of the inspections, and is spelt more like an act."""
        session = ctx.find_object(Session)
        there = inspection_names(session.place) if session else ()
        if name in there:
            return False
        from reportkit.cli.suggestions import nearest  # only a wrong guess needs it

        return nearest(name, (*there, *self._acts)) in self._acts
