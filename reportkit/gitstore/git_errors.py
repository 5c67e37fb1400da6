"""What git says when it fails, turned into a sentence that helps."""

from __future__ import annotations

import re
from pathlib import Path

from reportkit.errors import Damaged, Trouble
from reportkit.gitstore.lock_words import age_of, describe_lock

_LOCK = re.compile(r"'(?P<path>[^']+\.lock)': File exists")
_SETTINGS_LOCK = re.compile(r"could not lock config file (?P<path>.+): File exists")
_PREFIX = re.compile(r"(?:fatal|error|ERROR):\s*")
_TOO_LONG = 30  # seconds that no Git program holds a lock of a branch
_IDENTITY = ("Please tell me who you are", "empty ident name", "no email was given", "no name was given")

IDENTITY_REMEDY = (
    'Set it once: `git config --global user.name "Your Name"` and `git config --global user.email you@example.org`.'
)


def missing(name: str) -> Trouble:
    """Return the error for an object that Git names and does not have."""
    return Trouble(
        f"Git does not have the object {name[:12]}, which this repository needs",
        remedy="Run `git fsck`, and fetch a fresh clone from the shared repository.",
    )


def malformed(what: str) -> Damaged:
    """Return the error for an object that is not written as its kind is: `what` says which, such as "a folder"."""
    return Damaged(
        f"Git keeps {what} here that is not written as Git writes one: a person, or the disk, altered it",
        remedy="Run `git fsck --full`, and fetch a fresh clone from the shared repository.",
    )


def not_written(folder: Path) -> Trouble:
    """Return the error for a version that is not whole on the disk, although Git said that it wrote it."""
    what, remedy = _NOT_WRITTEN
    return Trouble(what.format(folder=folder), remedy=remedy)


def no_version() -> Trouble:
    """Return the error for a repository in which nothing was ever saved: saving itself builds on a first version."""
    return Trouble("This repository has no first version yet", remedy='Make it: git commit --allow-empty -m "Start".')


def unsupported(digests: str) -> Trouble:
    """Return the error for a repository that names its versions by other digests than Git does by itself."""
    return Trouble(
        f"This repository names its versions by {digests.upper()}, which is not supported",
        remedy="Make a new one with `reportkit init` and copy the files over.",
    )


def trouble(command: str, said: str, folder: Path) -> Trouble:
    """Return the error for a failed run of git: `command` is its first word, `said` its own words."""
    return _known(said, folder) or Trouble(
        f"Git could not do its part ({command}): {gist(said)}", remedy="Run `reportkit doctor`."
    )


def signing_trouble(said: str, folder: Path) -> Trouble:
    """Return the error where the user's settings ask for signed versions and making one failed."""
    return _known(said, folder) or Trouble(
        f"Your Git settings ask for signed versions, and signing failed: {gist(said)}",
        remedy="Unlock your key and try again, or switch it off: `git config commit.gpgsign false`.",
    )


def locked(lock: Path) -> Trouble:
    """Return the error for a lock that another Git program holds or left behind. It is named, and not deleted here."""
    return Trouble(
        f"Another Git program is at work here, or was stopped half-way: {lock.name} {describe_lock(lock)}",
        where=str(lock),
        remedy="Wait for it to end; if no Git program is running, take it out with `reportkit doctor --mend`.",
    )


def lock_error(said: str, folder: Path) -> Trouble | None:
    """Return the error for the lock that Git, or a server, says kept it from its work; None where it says no such."""
    lock = lock_named(said, folder)
    return locked(lock) if lock else None


def refuse_left_lock(said: str, folder: Path) -> None:
    """Raise Trouble where a lock kept Git from its work that is too old for a program at work to hold it."""
    lock = lock_named(said, folder)
    if lock and (age_of(lock) or 0) >= _TOO_LONG:
        raise locked(lock)


def lock_named(said: str, folder: Path) -> Path | None:
    """Return the lock that kept Git from its work in a folder, where that is what Git says."""
    found = _LOCK.search(said) or _SETTINGS_LOCK.search(said)
    if found is None:
        return None
    return folder / (found["path"] if found.re is _LOCK else f"{found['path']}.lock")


def _known(said: str, folder: Path) -> Trouble | None:
    found = lock_error(said, folder)
    if found:
        return found
    if any(words in said for words in _IDENTITY):
        return Trouble("Git does not know who you are", remedy=IDENTITY_REMEDY)
    for words, what, remedy in _KNOWN:
        if words in said:
            return Trouble(what.format(folder=folder), remedy=remedy.format(folder=folder))
    return None


def gist(said: str) -> str:
    """Return the first complaint of Git, or of a server that it speaks to, without its prefix."""
    lines = [text.strip() for text in said.splitlines() if text.strip()]
    complaints = [text for text in lines if _PREFIX.match(text)] or lines or ["it did not say why"]
    return _PREFIX.sub("", complaints[0]).rstrip(".")


_FULL = ("The disk is full", "Make room and try again; nothing that was saved before is lost.")
_NOT_WRITTEN = (
    "The disk is full, or the repository in {folder} cannot be written: Git wrote only a part of it",
    "Nothing was recorded. Make room, then try again; if that does not help, run `git fsck --full`.",
)
_CLOSED = ("Git may not write in {folder}", "Ask for the right to change that folder, or work in one of your own.")
_DAMAGED = (
    "The repository in {folder} is damaged",
    "Run `git fsck`, and make a fresh copy of the shared repository with `reportkit join`.",
)
_KNOWN = (
    ("No space left on device", *_FULL),
    ("Disk quota exceeded", *_FULL),
    ("Out of diskspace", *_FULL),
    ("building trees", *_NOT_WRITTEN),
    ("is not a valid object", *_NOT_WRITTEN),
    (
        "dubious ownership",
        "Git does not trust {folder}, because it belongs to another user",
        'If you do: git config --global --add safe.directory "{folder}".',
    ),
    (
        "not a git repository",
        "{folder} is not kept in Git, so nothing can be saved there",
        "`reportkit init` makes a new working repository; `reportkit join` copies a shared one.",
    ),
    (
        "unknown repository extension",
        "{folder} is a repository of a kind that this Git does not know",
        "Get a newer Git from https://git-scm.com/downloads.",
    ),
    ("Permission denied", *_CLOSED),
    ("insufficient permission", *_CLOSED),
    ("Read-only file system", *_CLOSED),
    (
        "Input/output error",
        "The disk could not be read or written",
        "Copy the repository to another disk before anything else.",
    ),
    ("bad object", *_DAMAGED),
    ("unable to read tree", *_DAMAGED),
    ("is corrupt", *_DAMAGED),
)
