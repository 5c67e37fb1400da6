"""The shared place that a work tree's versions go to and come from: a bare folder, or an address on a server."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Refused, Trouble
from reportkit.gitstore.checkout import Checkout, open_checkout
from reportkit.gitstore.git_program import Running, find_git, git, run, start
from reportkit.gitstore.git_settings import settings
from reportkit.gitstore.init import refuse_taken
from reportkit.gitstore.new_version import contains
from reportkit.gitstore.remote_errors import without_password
from reportkit.gitstore.transport import no_other_run

_SETTINGS = r"^(remote\..*\.url|branch\..*\.(remote|merge))$"
_ORIGIN = "origin"
_GUARDS = {"receive.denyNonFastForwards": "true", "receive.denyDeletes": "true", "core.fsync": "all"}


class Remote(Struct, frozen=True):
    """A shared place: Git's name for it, its address, the branch there, and what was last seen of that branch."""

    name: str
    url: str
    branch: str
    seen: str


class Shared(Struct, frozen=True):
    """The state of this copy and the shared place when they last met.

    `ahead` counts versions that are recorded here and not yet shared, `behind` those that were
    brought here and not yet put together with ours; `place` is the address, "" where there is none.
    """

    ahead: int
    behind: int
    place: str


def shared_place(checkout: Checkout) -> Remote | None:
    """Return the shared place of the branch; None where there is none."""
    known = dict(reversed(settings(checkout.root, _SETTINGS)))  # of several addresses, the first is read from
    short = checkout.branch.removeprefix("refs/heads/")
    names = [key.removeprefix("remote.").removesuffix(".url") for key in known if key.startswith("remote.")]
    name = known.get(f"branch.{short}.remote", _ORIGIN)
    if name not in names:
        name = names[0] if len(names) == 1 else _ORIGIN
    if name not in names:
        return None
    branch = known.get(f"branch.{short}.merge", checkout.branch)
    return Remote(
        name, known[f"remote.{name}.url"], branch, f"refs/remotes/{name}/{branch.removeprefix('refs/heads/')}"
    )


class RemoteState(Struct, frozen=True):
    """The shared place, reached: its newest version, and one that it has lost since it was last seen."""

    place: Remote
    newest: str | None
    lost: str | None


def as_last_seen(root: Path) -> RemoteState:
    """Return the shared place as it was last reached, without asking it.

    Sharing then fails if others were quicker.

    Raises Refused where this copy is not shared.
    """
    checkout = open_checkout(root)
    place = the_shared_place(checkout)
    return RemoteState(place, last_seen(checkout, place), None)


def the_shared_place(checkout: Checkout) -> Remote:
    """Return the place that this copy is shared at. Raises Refused where there is none."""
    place = shared_place(checkout)
    if place is None:
        raise Refused(
            "This copy is not shared with anyone yet",
            remedy="Name a folder that all can reach, or an address: `reportkit sync --place //server/housing.git`.",
        )
    return place


def has_shared_place(root: Path) -> bool:
    """Return whether what is saved here can be shared."""
    return shared_place(open_checkout(root)) is not None


def state(root: Path) -> Shared:
    """Return how far this copy and the shared place are apart, without asking it.

    Raises Trouble where Git cannot say.
    """
    checkout = open_checkout(root)
    place = shared_place(checkout)
    if place is None:
        return Shared(0, 0, "")
    seen = last_seen(checkout, place)
    words = (f"{checkout.branch}...{seen}",) if seen else (checkout.branch,)
    counts = git(root, "rev-list", "--count", *(("--left-right",) if seen else ()), *words).split()
    return Shared(int(counts[0]), int(counts[1]) if seen else 0, without_password(place.url))


def is_shared(root: Path, version: str) -> bool:
    """Return whether the shared place, as last seen, has the version, or this is unknown; False where there is none."""
    checkout = open_checkout(root)
    place = shared_place(checkout)
    seen = last_seen(checkout, place) if place else None
    return seen is not None and (not version or contains(root, seen, version))


def begin_reached(root: Path) -> Callable[[], dt.datetime | None]:
    """Ask when the shared place was last asked what it has, without waiting; what is returned waits and tells it.

    That is in UTC and whole seconds; None where there is no such place, or it is unknown. Git leaves a file when it
    fetches, and one when the repository was copied.
    """
    names = ("FETCH_HEAD", "logs/refs/remotes/origin/HEAD")
    asked = start(root, ("rev-parse", *(word for name in names for word in ("--git-path", name))))
    return partial(_reached, root, asked)


def _reached(root: Path, asked: Running) -> dt.datetime | None:
    told = asked.finish()
    for name in os.fsdecode(told.output).splitlines() if not told.code else ():
        with suppress(OSError):
            return dt.datetime.fromtimestamp(int((root / name).stat().st_mtime), dt.UTC)
    return None


def last_seen(checkout: Checkout, place: Remote) -> str | None:
    """Return the newest version that was seen at the shared place; None where none was."""
    finished = run(checkout.root, "rev-parse", "--quiet", "--verify", f"{place.seen}^{{commit}}")
    return None if finished.code else finished.output.decode().strip()


def name_shared_place(root: Path, url: str) -> None:
    """Let this copy be shared at `url`; a folder that is absent or empty becomes a shared place.

    It takes only additions: no version there can be replaced or removed by sharing. Safe to repeat.
    Raises Refused where another place is named already, or the folder holds something else.
    """
    checkout = open_checkout(root)
    place = shared_place(checkout)
    if place is not None and place.url != _address(url):
        raise Refused(
            f"This copy is shared at {without_password(place.url)} already",
            remedy="To move to another place: git remote set-url origin ADDRESS.",
        )
    if not _is_remote(url):
        _make_folder(Path(url).resolve(), checkout.branch.removeprefix("refs/heads/"))
    if place is None:
        git(root, "remote", "add", "--", _ORIGIN, _address(url))


def _is_remote(url: str) -> bool:
    """Return whether the address is a server's.

    That is scheme://…, or host:path as ssh writes it (one letter is a Windows drive).
    """
    before, colon, _ = url.partition(":")
    return "://" in url or (bool(colon) and len(before) > 1 and "/" not in before and not Path(url).exists())


def _address(url: str) -> str:
    return url if _is_remote(url) else str(Path(url).resolve())


def _make_folder(folder: Path, branch: str) -> None:
    """Make a bare repository of a folder that is absent or empty; leave one that is a repository already."""
    if (folder / "HEAD").is_file() and (folder / "objects").is_dir():
        return
    refuse_taken(folder)
    find_git()  # GitPython fails on import without it
    from git.exc import GitCommandError  # 0.1 s to import; only sharing needs it

    try:
        _init_bare(folder, branch)
        for key, value in _GUARDS.items():
            git(folder, "config", key, value)
    except (OSError, GitCommandError) as error:
        raise Trouble(
            "The shared place could not be made", where=str(folder), remedy="May you write there? Try again."
        ) from error


def _init_bare(folder: Path, branch: str) -> None:
    from git import Repo

    with no_other_run():
        Repo.init(
            folder,
            mkdir=True,
            bare=True,
            expand_vars=False,
            initial_branch=branch,
            object_format="sha1",
            shared="group",
        ).close()
