"""Joining: a whole copy of the shared repository, or none; and in it, who works there and with which key."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from reportkit.errors import Refused, ReportkitError
from reportkit.gitstore.far_programs import reading_end
from reportkit.gitstore.git_program import git, run
from reportkit.gitstore.init import GitUser, refuse_taken
from reportkit.gitstore.key_files import KeyFile
from reportkit.gitstore.progress_report import TellProgress
from reportkit.gitstore.remote_errors import unreachable, without_password
from reportkit.gitstore.transport import carry
from reportkit.gitstore.trust import not_trusted

_MARKER = "reportkit.yaml"


def is_copy_of(folder: Path, url: str) -> bool:
    """Return whether the folder already is a copy of that repository."""
    if not (folder / _MARKER).is_file() or not (folder / ".git").exists():
        return False
    return run(folder, "config", "remote.origin.url").output.decode("utf-8", "replace").strip() == url


def copy_repository(
    url: str, target: Path, progress: TellProgress | None = None, look: Callable[[Path], object] | None = None
) -> None:
    """Copy the shared repository to `target`, which is absent or an empty folder: whole, or not at all.

    `look` is handed the finished copy before it is put there, and raises where it is none of ours. Raises
    Refused where the folder is not empty, or the place holds no working repository; Trouble where it cannot
    be reached.
    """
    refuse_taken(target)
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".reportkit-join-") as scratch:
            built = Path(scratch) / "copy"
            _clone(url, built, progress)
            if look is not None:
                look(built)
            if target.exists():
                target.rmdir()
            built.rename(target)
    except OSError as error:
        raise Refused(
            f"The copy cannot be made: {error.strerror or error}",
            where=str(target),
            remedy="Choose a folder where you may write, on a disk with room.",
        ) from error


def _clone(url: str, built: Path, progress: TellProgress | None) -> None:
    words = ("clone", "--progress", "--no-local", "--no-recurse-submodules", "--template=", "--origin", "origin")
    far = reading_end(built.parent, "origin", url)
    carried = carry(built.parent, (*words, far, "--", url, str(built)), progress)
    if carried.code:
        raise not_trusted(carried.said, url) or unreachable(carried.said, url, again="")  # there is no copy yet to sync
    _go_to_its_branch(built)
    if not (built / _MARKER).is_file():
        raise _no_working_repository(url, built)


def _go_to_its_branch(built: Path) -> None:
    """Take the branch that is shared: a place made with another first branch shows none."""
    if not run(built, "rev-parse", "--quiet", "--verify", "HEAD").code:
        return
    listing = os.fsdecode(git(built, "for-each-ref", "--format=%(refname:lstrip=3)", "refs/remotes/origin/"))
    names = [name for name in listing.split("\n") if name not in ("", "HEAD")]
    if names:
        name = "main" if "main" in names else names[0]
        git(built, "checkout", "--quiet", "-b", name, "--track", f"origin/{name}")


def _no_working_repository(url: str, built: Path) -> ReportkitError:
    shown = without_password(url)
    if run(built, "rev-parse", "--quiet", "--verify", "HEAD").code:
        return Refused(
            f"The shared place {shown} is still empty",
            remedy="Ask the person who has the working repository to share it first: `reportkit sync --place PLACE`.",
        )
    return Refused(f"{shown} is no working repository: it has no {_MARKER}", remedy="Is the address right?")


def introduce(folder: Path, person: GitUser, key: KeyFile | None) -> None:
    """Note in the copy's own settings who works in it, and with which key they sign. Raises Trouble."""
    settings = {"user.name": person.name, "user.email": person.email}
    if key is not None:
        settings |= {"gpg.format": "ssh", "user.signingkey": str(key.path)}
    for name, value in settings.items():
        git(folder, "config", name, value)
