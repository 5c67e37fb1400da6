"""A new repository: the folder as it is, on branch main, with one version."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from reportkit.errors import Refused
from reportkit.gitstore.git_errors import not_written, trouble
from reportkit.gitstore.git_program import find_git, git, line
from reportkit.gitstore.new_version import write_version
from reportkit.gitstore.transport import no_other_run


class GitUser(Struct, frozen=True):
    """The person who saves, where that is not the user: the demonstration's own."""

    name: str
    email: str


def begin_repository(folder: Path, message: str, person: GitUser | None = None) -> str:
    """Make a repository of a folder and save everything in it as its first version. Returns the version.

    Author and signature come from the user's Git settings, or the repository is `person`'s and
    unsigned. Raises Trouble where Git is missing, does not know the user or cannot write.
    """
    _make(folder)
    if person is not None:
        for key, value in (("user.name", person.name), ("user.email", person.email), ("commit.gpgsign", "false")):
            git(folder, "config", key, value)
    git(folder, "add", "--all", "--force")
    version = write_version(folder, line(folder, "write-tree"), (), message)
    git(folder, "update-ref", "-m", "reportkit init", "HEAD", version)
    if line(folder, "rev-parse", "HEAD") != version:
        raise not_written(folder)
    return version


def _make(folder: Path) -> None:
    """Make an empty repository. Raises Trouble where it cannot be written."""
    find_git()  # GitPython fails on import without it
    from git import Repo  # 0.1 s to import; only a new repository needs it
    from git.exc import GitCommandError

    try:
        with no_other_run():
            Repo.init(folder, expand_vars=False, initial_branch="main", object_format="sha1").close()
    except GitCommandError as error:
        raise trouble("init", str(error.stderr), folder) from error


def refuse_taken(folder: Path) -> None:
    """Raise Refused where a folder cannot become a repository: it is not empty, or its parent does not exist."""
    above = folder.parent
    if not above.is_dir():
        raise Refused("There is no such folder", where=str(above), remedy="Make it first, or choose another.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused("There is something here already", where=str(folder), remedy="Choose a new or an empty folder.")
