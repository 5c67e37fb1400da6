"""A scratch copy of the example inspections, and the people who use it in turn."""

from __future__ import annotations

import shutil
from pathlib import Path

from reportkit.actions.init import NewRepository, lay_out
from reportkit.gitstore.clone import introduce
from reportkit.gitstore.init import GitUser, begin_repository
from reportkit.gitstore.key_files import KeyFile, make_key_at
from reportkit.reading.casework import CASEWORK_HOME
from reportkit.shipped import shipped
from reportkit.workspace.inspection_folders import INSPECTIONS


def begin_copy(root: Path) -> None:
    """Make a repository of the example inspections in a new folder."""
    lay_out(root, NewRepository("Example Housing Inspectorate (invented)", demonstration=True))
    shutil.copytree(shipped() / INSPECTIONS, root / INSPECTIONS)
    shutil.copytree(shipped() / CASEWORK_HOME, root / CASEWORK_HOME, dirs_exist_ok=True)
    begin_repository(root, "The example inspections", GitUser("Demonstration", "demonstration@example.org"))


def switch_user(root: Path, name: str, email: str, key: KeyFile | None) -> None:
    """Make this person Git's user in the copy, who signs with `key` if there is one."""
    introduce(root, GitUser(name, email), key)


def make_key(path: Path, email: str) -> KeyFile:
    """Make an SSH key without a passphrase. Raises Trouble where none can be made here."""
    return make_key_at(path, email)


def paragraphs_of(document: Path) -> tuple[str, ...]:
    """Return the paragraphs of a Word file."""
    from reportkit.word.read.read_document import read_document  # python-docx is heavy, and only the story needs it

    return tuple(read_document(document.read_bytes()).paragraphs)
