"""Settings of a repository that name programs, put aside: what came with a folder starts nothing on this computer.

A repository's own settings are those in its Git folder, and what these include. A person's own, outside of any
repository, go on working, such as a credential helper or a way to start ssh.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Trouble

_OWN = ("local", "worktree")

# By which words a setting that names a program, or brings in other settings, can be told in a file of settings.
_TELLING = re.compile(
    rb"include|clean|smudge|process|helper|command|gitproxy|program|hook|uploadpack|receivepack|vcs", re.IGNORECASE
)

# What is said to Git instead of such a setting. Programs that no command of reportkit makes Git start, such as
# editors, pagers, differs and merge drivers, are not in the list; nor are those that git_program switches off for good.
_INSTEAD = (
    (r"gpg\.(?:openpgp\.)?program", "gpg"),
    (r"gpg\.x509\.program", "gpgsm"),
    (r"gpg\.ssh\.program", "ssh-keygen"),
    (r"gpg\.ssh\.defaultkeycommand", "git --version"),
    (r"filter\..+\.(?:clean|smudge|process)", ""),
    (r"filter\..+\.required", "false"),
    (r"credential\.(?:.+\.)?helper", ""),
    (r"core\.sshcommand", "ssh"),
    (r"core\.alternaterefscommand", "exit 0;"),
    (r"hook\..+\.command", "exit 0;"),
)
_ALSO_TOLD = r"core\.gitproxy|remote\..+\.(?:uploadpack|receivepack|vcs)"


class Setting(Struct, frozen=True):
    """One setting: whether it is the repository's own, its name with section and variable in small letters, its value.

    A setting that is named without a value has none.
    """

    is_own: bool
    name: str
    value: str | None


def read_scoped(listing: bytes) -> Iterator[Setting]:
    """Yield the settings of `git config -z --show-scope`, in Git's order."""
    parts = iter(os.fsdecode(listing).split("\0"))
    for scope, entry in zip(parts, parts, strict=False):
        name, has_value, value = entry.partition("\n")
        yield Setting(scope in _OWN, name, value if has_value else None)


def may_name_programs(folder: Path) -> bool:
    """Return whether settings of a repository around the folder may name a program. Reads two small files or three."""
    found = False
    here = folder.resolve()
    for above in (here, *here.parents):
        for settings in _files_of_settings(above):
            found = True
            if _TELLING.search(settings):
                return True
    return not found


def _files_of_settings(folder: Path) -> Iterator[bytes]:
    """Yield what the files of settings hold, where a folder is a work tree or a bare repository."""
    for git_folder in (folder / ".git", folder):
        if os.path.isfile(git_folder):  # noqa: PTH113  a draft's start-up counts
            yield b"include"  # an added work tree, whose settings are elsewhere: Git is asked
        for name in ("config", "config.worktree"):
            try:
                yield (git_folder / name).read_bytes()
            except OSError:
                continue


def put_aside(settings: Iterable[Setting]) -> tuple[str, ...]:
    """Return the words that let Git start no program which the repository's own settings name.

    What a person's own settings say of the same is said again after them. Raises Trouble where a name cannot be said.
    """
    known = [(each, _instead(each.name)) for each in settings]
    telling = [(each, instead) for each, instead in known if instead is not None]
    if not any(each.is_own for each, _ in telling):
        return ()
    pairs = [(each.name, instead) for each, instead in telling if each.is_own]
    pairs += [(each.name, each.value) for each, _ in telling if not each.is_own and each.value is not None]
    return tuple(word for name, value in pairs for word in ("-c", f"{_sayable(name)}={value}"))


def program_names(settings: Iterable[Setting]) -> tuple[str, ...]:
    """Return the repository's own settings that name a program which is not started, each once."""
    own = (each.name for each in settings if each.is_own)
    return tuple(dict.fromkeys(name for name in own if _instead(name) is not None or re.fullmatch(_ALSO_TOLD, name)))


def _instead(name: str) -> str | None:
    return next((instead for names, instead in _INSTEAD if re.fullmatch(names, name, re.DOTALL)), None)


def _sayable(name: str) -> str:
    if "=" in name:
        raise Trouble(
            f"The settings of this repository name a program in a way that cannot be put aside: {name}",
            remedy=f'If you did not set it, take it out: git config --unset-all "{name}".',
        )
    return name
