"""The table of commands and the folders of reportkit/cli are one tree."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import click

from reportkit.cli.command_table import MODERATE, PROGRAM, Group
from tests.every_case import every_case

ROOT = Path(__file__).parents[2]


def modules(group: Group) -> Iterator[str]:
    """Yield the module of every command that has no subcommands, and of every group's default command."""
    if group.default:
        yield group.module(group.default)
    for name, command in group.subcommands.items():
        yield from modules(command.group) if command.group else [group.module(name)]


def folder_of(group: Group) -> Path:
    return ROOT.joinpath(*group.package.split("."))


@every_case("module", sorted(set(modules(PROGRAM))))
def test_every_command_of_the_table_is_in_the_file_of_its_name(module: str) -> None:
    assert isinstance(importlib.import_module(module).command, click.Command)


def test_a_name_that_python_keeps_for_itself_has_a_file_that_ends_in_command() -> None:
    assert MODERATE.module("sign-off") == "reportkit.cli.moderate.sign_off"
    assert MODERATE.module("import") == "reportkit.cli.moderate.import_command"


def test_every_file_of_a_group_s_folder_is_one_of_its_commands() -> None:
    folders = [command.group for command in PROGRAM.subcommands.values() if command.group]
    files = {f"{group.package}.{path.stem}" for group in folders for path in folder_of(group).glob("[!_]*.py")}
    assert files - set(modules(PROGRAM)) == set()
