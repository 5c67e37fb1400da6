"""`reportkit completion`: the script that lets the Tab key complete names in a shell, and where to put it."""

from __future__ import annotations

import os
from pathlib import PurePath

import click
from click.shell_completion import get_completion_class

from reportkit.errors import Refused, WrongUse

_PROGRAM = "reportkit"
_VARIABLE = "_REPORTKIT_COMPLETE"

# Where each shell looks, as one line to type.
_INSTALL = {
    "bash": "reportkit completion bash > ~/.reportkit-completion.bash && "
    "echo '. ~/.reportkit-completion.bash' >> ~/.bashrc",
    "zsh": "reportkit completion zsh > ~/.reportkit-completion.zsh && "
    "echo 'autoload -Uz compinit && compinit && . ~/.reportkit-completion.zsh' >> ~/.zshrc",
    "fish": "mkdir -p ~/.config/fish/completions && "
    "reportkit completion fish > ~/.config/fish/completions/reportkit.fish",
    "powershell": "New-Item -Force -ItemType Directory (Split-Path $PROFILE); "
    "reportkit completion powershell | Out-File -Append -Encoding utf8 $PROFILE",
}


@click.command(epilog="An example: reportkit completion bash --how")
@click.argument("shell", required=False, type=click.Choice(list(_INSTALL)))
@click.option("--how", is_flag=True, help="Say how to set it up, instead of printing the script.")
@click.pass_context
def command(ctx: click.Context, shell: str | None, *, how: bool) -> None:
    """Print the script that completes commands, inspections and findings with the Tab key.

    Without SHELL: the one you are in. With --how: the line to type, once; it works in shells that are
    opened after that.
    """
    chosen = shell or _own_shell()
    click.echo(_INSTALL[chosen] if how else _script(ctx.find_root().command, chosen))


def _own_shell() -> str:
    named = PurePath(os.environ.get("SHELL", "")).stem
    if named in _INSTALL:
        return named
    if "PSModulePath" in os.environ:
        return "powershell"
    raise WrongUse("It is not clear which shell is meant", remedy=f"Name one of: {', '.join(_INSTALL)}.")


def _script(commands: click.Command, shell: str) -> str:
    kind = get_completion_class(shell)
    if kind is None:
        raise Refused(f"This version of click has no completion for {shell}", remedy="Set reportkit up anew.")
    return kind(commands, {}, _PROGRAM, _VARIABLE).source()
