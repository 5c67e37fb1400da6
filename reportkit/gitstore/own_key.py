"""The key that a person signs with on this computer: one of those that policy lists as theirs."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from reportkit.errors import Refused
from reportkit.gitstore.signatures.keys import PublicKey, parse_key
from reportkit.moderation.policy import without_comment
from reportkit.programs import find_program

_PATIENCE = 5.0  # seconds; an agent answers in milliseconds, or is stuck
_LARGEST = 20_000  # bytes; a .pub file holds one line


def own_key(listed: Iterable[str], signing_key: str = "") -> Path | PublicKey | None:
    """Return one of the listed public keys ("kind key", without comment) that this computer can sign with, or None.

    Looked for in Git's own setting, in ~/.ssh, and in the SSH agent. A path is that of a .pub file whose private
    half is beside it.
    """
    wanted = frozenset(listed)
    if not wanted:
        return None
    for path in _files(signing_key):
        if path.with_suffix("").is_file() and without_comment(_line(path)) in wanted:
            return path
    return next((key for key in _in_agent() if without_comment(key.line) in wanted), None)


def _files(signing_key: str) -> Iterator[Path]:
    """Yield the .pub files where a person's keys usually are, the one that Git names first."""
    if signing_key and not signing_key.startswith(("key::", "ssh-")):
        with suppress(RuntimeError):  # ~name of a user who is not on this computer
            named = Path(signing_key).expanduser()
            yield named if named.suffix == ".pub" else Path(f"{named}.pub")
    with suppress(OSError, RuntimeError):  # no home at all
        yield from sorted((Path.home() / ".ssh").glob("*.pub"))


def _line(path: Path) -> str:
    try:
        if path.stat().st_size <= _LARGEST:
            return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        pass
    return ""


def _in_agent() -> Iterator[PublicKey]:
    program = find_program("ssh-add") if "SSH_AUTH_SOCK" in os.environ or os.name == "nt" else None
    if program is None:
        return
    try:
        listed = subprocess.run(
            [program, "-L"], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return
    for line in listed.stdout.decode("utf-8", "replace").splitlines() if not listed.returncode else ():
        try:
            yield parse_key(line)
        except Refused:
            continue
