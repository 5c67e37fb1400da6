"""What Git says about itself, the user and a working repository, for a look over the machine."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Trouble
from reportkit.gitstore.foreign_programs import program_names
from reportkit.gitstore.git_errors import trouble
from reportkit.gitstore.git_program import find_git, run
from reportkit.gitstore.git_settings import scoped_settings, settings

_SETTINGS = r"^(user\.(name|email)|core\.(autocrlf|longpaths))$"
_A_FINDING = "inspections/x/findings/x.md"


class GitFacts(Struct, frozen=True, kw_only=True):
    """Git on this computer: the program's path, its version, and the settings that matter by lower-case name."""

    program: str
    version: tuple[int, ...]
    settings: dict[str, str] = {}


class RepositoryFacts(Struct, frozen=True, kw_only=True):
    """A working repository as Git sees it.

    `trouble` says why Git cannot work with it, and `remedy` what to do ("" where it can); `digests`
    is sha1 or sha256; `fixes_line_ends` whether its attributes settle how findings are stored; `programs` are its own
    settings that name programs, which are not started.
    """

    trouble: str = ""
    remedy: str = ""
    digests: str = "sha1"
    fixes_line_ends: bool = True
    programs: tuple[str, ...] = ()


def about_git(folder: Path) -> GitFacts | None:
    """Git as it would run in `folder`, or None where there is no Git."""
    try:
        program = find_git()
    except Trouble:
        return None
    numbers = re.findall(rb"\d+", run(folder, "--version").output)
    return GitFacts(program=program, version=tuple(map(int, numbers[:3])), settings=dict(settings(folder, _SETTINGS)))


def about_repository(root: Path) -> RepositoryFacts:
    """Return the repository around `root`, as far as Git will work with it. Raises Trouble without Git."""
    asked = run(root, "rev-parse", "--show-object-format")
    if asked.code:
        found = trouble("rev-parse", asked.said, root)
        return RepositoryFacts(trouble=found.what, remedy=found.remedy)
    attributes = run(root, "check-attr", "-z", "eol", "--", _A_FINDING).output.split(b"\0")
    return RepositoryFacts(
        digests=asked.output.decode().strip(),
        fixes_line_ends=b"lf" in attributes,
        programs=program_names(scoped_settings(root, ".")),
    )
