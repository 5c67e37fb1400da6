"""Every command that a page or a sentence of the program names is one that there is, with options that it has."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from reportkit.cli.command_group import CommandGroup
from reportkit.cli.main import commands
from tests.every_case import every_case

ROOT = Path(__file__).parent.parent
STARTER = [path for path in (ROOT / "reportkit" / "starter").rglob("*") if path.suffix in (".md", ".yaml", ".j2")]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *STARTER])
MODULES = sorted((ROOT / "reportkit").rglob("*.py"))
ANYTHING = "…"  # stands in a sentence for what is only known when it is said
MAKERS = ("moderate", "comments")  # functions of the core that give a command of this name

_PROPERTIES = {"commit", "copy of", "digest", "document", "inspection", "reference", "version code"}
"""What Word documents carry under names that begin with "reportkit"."""

_IN_STROKES = re.compile(r"`reportkit ([^`]+)`")
_IN_A_BLOCK = re.compile(r"^(?:\$ )?reportkit (\S.*)$", re.MULTILINE)
_AFTER_A_COLON = re.compile(r"(?:^|: )reportkit ([a-z-]+(?: .*?)?)(?=\. |\.?$|; |, )")


def in_a_page(text: str) -> Iterator[str]:
    """Yield the commands of a page: what stands in strokes, and the lines of its blocks."""
    yield from _IN_STROKES.findall(text)
    for block in text.split("```")[1::2]:
        yield from _IN_A_BLOCK.findall(block)


def in_a_sentence(text: str) -> Iterator[str]:
    """Yield the commands of a sentence: what stands in strokes, alone, or behind a colon."""
    yield from _IN_STROKES.findall(text)
    yield from (each for each in _AFTER_A_COLON.findall(_IN_STROKES.sub("", text)) if each not in _PROPERTIES)


def sentences(module: Path) -> Iterator[str]:
    """Yield every text of a module, and what it makes a command of; what is put into one stands as ANYTHING."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else ANYTHING for part in node.values)
            yield "".join(str(part) for part in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inner:
            yield re.sub(r"\{[^{}]*\}", ANYTHING, node.value)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS:
            words = (str(each.value) if isinstance(each, ast.Constant) else ANYTHING for each in node.args)
            yield " ".join(("reportkit", node.func.id, *words))


def wrong_in(named: str) -> str:
    """Return what is wrong with a command: a name that there is not, or an option that it does not have; or ""."""
    words = re.sub(r"[.,:)”\"’]+(?=\s|$)", "", named).split()
    command: click.Command = commands
    context = click.Context(commands)
    options = set(_options(commands))
    while isinstance(command, click.Group) and words and not words[0].startswith(("-", ANYTHING)):
        below = command.get_command(context, words[0])
        if below is None:
            break
        command, words = below, words[1:]
        options |= set(_options(command))
    if command is commands and words and words[0].isalpha() and words[0].islower():
        return f"no command {words[0]}"
    if isinstance(command, CommandGroup):
        default = command.default_command()
        options |= set(_options(default)) if default else set()
    given = [word.partition("=")[0] for word in words if word.startswith("--") and ANYTHING not in word]
    return ", ".join(sorted({*given} - options - {"--help", "--version"}))


def _options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        yield from (*parameter.opts, *parameter.secondary_opts)


@every_case("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_no_command_that_there_is_not(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert {named: wrong for named in in_a_page(text) if (wrong := wrong_in(named))} == {}


def test_no_sentence_of_the_program_names_a_command_that_there_is_not() -> None:
    named = {(module.name, each) for module in MODULES for text in sentences(module) for each in in_a_sentence(text)}
    assert len(named) > 100
    assert {each: wrong for each in named if (wrong := wrong_in(each[1]))} == {}


@pytest.mark.parametrize(
    ("named", "wrong"),
    [
        ("signoff harrowmere-homes", "no command signoff"),
        ("moderate sign-off harrowmere-homes --agree", "--agree"),
        ("status --lat", "--lat"),
    ],
)
def test_a_wrong_one_would_be_found(named: str, wrong: str) -> None:
    assert wrong_in(named) == wrong
