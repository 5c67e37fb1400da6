"""The programs of Git's that answer at a shared place: never those that this repository's own settings name.

A shared folder is a repository with settings of its own; the programs that these name are put aside too. Its hooks
guard it, and run, as with Git itself.
"""

from __future__ import annotations

import shlex
from pathlib import Path

from reportkit.gitstore.git_program import words_against_foreign
from reportkit.gitstore.git_settings import outside_setting, scoped_settings


def reading_end(folder: Path, name: str, url: str) -> str:
    """Return the option that says what hands out versions at a shared place, which Git calls `name`."""
    return f"--upload-pack={_program(folder, f'remote.{name}.uploadpack', url, 'upload-pack')}"


def writing_end(folder: Path, name: str, url: str) -> str:
    """Return the option that says what takes in versions at a shared place, which Git calls `name`."""
    return f"--receive-pack={_program(folder, f'remote.{name}.receivepack', url, 'receive-pack')}"


def _program(folder: Path, setting: str, url: str, usual: str) -> str:
    own = outside_setting(scoped_settings(folder, r"^remote\..+\.(uploadpack|receivepack)$"), setting)
    there = Path(url.removeprefix("file://"))
    against = words_against_foreign(there) if not own and there.is_dir() else ()
    return own or (shlex.join(("git", *against, usual)) if against else f"git-{usual}")
