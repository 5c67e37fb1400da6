"""Write the pages of docs/ that follow from the program: commands, exit codes, glossary and rules.

python tools/make_docs.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reportkit.cli.main import commands  # noqa: E402  after the path is set
from reportkit.errors import Exit  # noqa: E402  the same
from tools.glossary_page import glossary_page  # noqa: E402  the same
from tools.rules_page import rules_page  # noqa: E402  the same

_WIDTH = 88
_MEANS = {
    Exit.DONE: "done",
    Exit.REFUSED: "refused, or a check failed",
    Exit.WRONG_USE: "the command was typed wrongly",
    Exit.DAMAGED: "the record is damaged or forged",
    Exit.TROUBLE: "cannot tell, or the repository is in trouble",
    Exit.BUG: "a bug: one line, and the path of a log",
    Exit.INTERRUPTED: "interrupted",
}


def pages() -> dict[str, str]:
    """The generated pages by their path from the project's root."""
    return {
        "docs/commands.md": _commands_page(),
        "docs/exit-codes.md": _exit_codes_page(),
        "docs/glossary.md": glossary_page(),
        "docs/rules.md": rules_page(),
    }


def _commands_page() -> str:
    parts = ["# Commands\n\nThe help of every command, as `reportkit COMMAND --help` prints it.\n"]
    parts += [f"## {name}\n\n```\n{help_text}\n```\n" for name, help_text in _helps()]
    return "\n".join(parts)


def _helps() -> Iterator[tuple[str, str]]:
    top = click.Context(commands, info_name="reportkit", max_content_width=_WIDTH, terminal_width=_WIDTH)
    yield "reportkit", commands.get_help(top)
    yield from _below(commands, top, "")


def _below(group: click.Group, context: click.Context, path: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the help of every subcommand, each before its own subcommands."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        inner = click.Context(command, info_name=name, parent=context, max_content_width=_WIDTH, terminal_width=_WIDTH)
        yield f"{path}{name}", command.get_help(inner)
        if isinstance(command, click.Group):
            yield from _below(command, inner, f"{path}{name} ")


def _exit_codes_page() -> str:
    rows = [f"| {code.value} | {code.name} | {_MEANS[code]} |" for code in Exit]
    return "\n".join(["# Exit codes", "", "| code | name | meaning |", "|---|---|---|", *rows, ""])


if __name__ == "__main__":
    for name, text in pages().items():
        (ROOT / name).write_text(text, encoding="utf-8")
        print(f"wrote {name}")
