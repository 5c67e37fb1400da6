"""SSH keys for signing what one records: found, or made."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Refused, Trouble
from reportkit.gitstore.program import clean_environment, find_program

_USUAL = ("id_ed25519", "id_ed25519_sk", "id_ecdsa", "id_ecdsa_sk", "id_rsa")
_KINDS = ("ssh-ed25519", "sk-ssh-ed25519@openssh.com", "ecdsa-sha2-", "sk-ecdsa-sha2-", "ssh-rsa")


class Key(Struct, frozen=True):
    """A public key: its file, and its line without whatever was written after the key itself."""

    path: Path
    public: str


def usual_key() -> Key | None:
    """The key that ssh would use by default; None where there is none."""
    folder = Path.home() / ".ssh"
    paths = (folder / f"{name}.pub" for name in _USUAL)
    return next((read_key(path) for path in paths if path.is_file()), None)


def read_key(path: Path) -> Key:
    """The public key at `path`, which may name either half. Raises Refused where there is none."""
    public = path if path.suffix == ".pub" else path.with_name(f"{path.name}.pub")
    try:
        kind, *rest = public.read_text(encoding="utf-8", errors="replace").split() or [""]
    except OSError:
        raise Refused("There is no public key", where=str(public), remedy="`--make-key` makes one.") from None
    if not rest or not kind.startswith(_KINDS):
        raise Refused("This is no public SSH key", where=str(public), remedy="The file ends in .pub; is it another?")
    return Key(public.resolve(), f"{kind} {rest[0]}")


def make_key(comment: str) -> Key:
    """Make the user's usual key, without a passphrase; one that is there is never replaced.

    Raises Refused where there is one, Trouble where it cannot be made.
    """
    path = Path.home() / ".ssh" / _USUAL[0]
    if path.exists() or path.with_suffix(".pub").exists():
        raise Refused("There is a key already", where=str(path), remedy="Use it: leave out --make-key.")
    program = find_program("ssh-keygen")
    if program is None:
        raise Trouble("ssh-keygen is not on this computer", remedy="It comes with OpenSSH, and with Git for Windows.")
    words = [program, "-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", str(path)]
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        made = subprocess.run(
            words, stdin=subprocess.DEVNULL, capture_output=True, check=False, env=clean_environment(os.environ)
        )
    except OSError as error:
        raise Trouble(f"The key could not be made: {error.strerror}", where=str(path)) from error
    if made.returncode:
        raise Trouble("The key could not be made", where=str(path), remedy="Make it yourself: ssh-keygen -t ed25519.")
    return read_key(path)
