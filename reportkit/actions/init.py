"""A new working repository, built beside its place and put there whole or not at all."""

from __future__ import annotations

import json
import shutil
import tempfile
import uuid
from pathlib import Path
from string import Template

from msgspec import Struct

from reportkit.errors import Refused
from reportkit.gitstore.init import begin_repository, refuse_taken
from reportkit.shipped import shipped, starter

_MARKER = "reportkit.yaml"
_FILLED_IN = (_MARKER, "README.md", "moderation/policy.yaml")
_AS_THEY_ARE = {
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "vscode/tasks.json": ".vscode/tasks.json",
    "vscode/settings.json": ".vscode/settings.json",
    "vscode/extensions.json": ".vscode/extensions.json",
    "vscode/reportkit.code-snippets": ".vscode/reportkit.code-snippets",
}
_SHIPPED = ("templates", "schema")


class NewRepository(Struct, frozen=True):
    """What a new working repository is told: the inspectorate's name, and whether it is a demonstration."""

    name: str
    demonstration: bool = False


def is_ours(folder: Path) -> bool:
    """Whether the folder already is a working repository."""
    return (folder / _MARKER).is_file() and (folder / ".git").exists()


def make_repository(target: Path, beginning: NewRepository) -> None:
    """Make a new working repository at `target`, which is absent or an empty folder.

    Raises Refused where it is neither or may not be written, Trouble where Git cannot do its part;
    then nothing is left behind.
    """
    refuse_taken(target)
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".reportkit-init-") as scratch:
            built = Path(scratch) / "built"
            lay_out(built, beginning)
            begin_repository(built, f"Start the working repository of {beginning.name}")
            _put(built, target)
    except OSError as error:
        what = f"The folder cannot be made: {error.strerror or error}"
        raise Refused(what, where=str(target), remedy="Choose a folder where you may write.") from error


def lay_out(folder: Path, beginning: NewRepository) -> None:
    """Write everything that a new working repository holds into a folder, which is made."""
    words = {
        "name": beginning.name,
        "quoted_name": json.dumps(beginning.name, ensure_ascii=False),
        "repository": str(uuid.uuid4()),
        "demonstration": str(beginning.demonstration).lower(),
    }
    (folder / "moderation").mkdir(parents=True)
    (folder / ".vscode").mkdir()
    for name in _FILLED_IN:
        text = Template((starter() / name).read_text(encoding="utf-8")).substitute(words)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for name, place in _AS_THEY_ARE.items():
        shutil.copyfile(starter() / name, folder / place)
    for name in _SHIPPED:
        shutil.copytree(shipped() / name, folder / name, copy_function=shutil.copyfile)


def _put(built: Path, target: Path) -> None:
    """One rename; into an empty folder that may be somebody's current one, entry by entry, the marker last."""
    if not target.exists():
        built.rename(target)
        return
    entries = sorted(built.iterdir(), key=lambda entry: entry.name == _MARKER)
    try:
        for entry in entries:
            entry.rename(target / entry.name)
    except OSError:
        for entry in target.iterdir():
            entry.rename(built / entry.name)
        raise
