"""The SSH key file with which a person signs: found, or made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Refused, Trouble
from reportkit.gitstore.signatures.keygen import run_keygen
from reportkit.gitstore.signatures.keys import PublicKey, parse_key

_USUAL = ("id_ed25519", "id_ed25519_sk", "id_ecdsa", "id_ecdsa_sk", "id_rsa")


class KeyFile(Struct, frozen=True):
    """The file that holds the public half of a key, and that half."""

    path: Path
    public: PublicKey


def usual_key() -> KeyFile | None:
    """Return the key that ssh would use by default; None where there is none that can sign records."""
    return next(_usable(), None)


def _usable() -> Iterator[KeyFile]:
    for name in _USUAL:
        try:
            yield read_key(_folder() / name)
        except Refused:
            continue


def read_key(path: Path) -> KeyFile:
    """Return the public key at `path`, which may name either half.

    Raises Refused where there is none that can be used.
    """
    public = path if path.suffix == ".pub" else _public_half(path)
    try:
        text = public.read_text(encoding="utf-8", errors="replace")
    except OSError:
        raise Refused("There is no public key", where=str(public), remedy="`--make-key` makes one.") from None
    return KeyFile(public.resolve(), parse_key(text))


def make_key(comment: str) -> KeyFile:
    """Make the user's usual key, without a passphrase; one that is there is never replaced.

    Raises Refused where there is one, Trouble where it cannot be made.
    """
    return make_key_at(_folder() / _USUAL[0], comment)


def make_key_at(path: Path, comment: str) -> KeyFile:
    """Make a key without a passphrase at `path`, in a folder that only the user can read; as `make_key` does."""
    if path.exists() or _public_half(path).exists():
        raise Refused("There is a key already", where=str(path), remedy="Name it with --key, or take it away first.")
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise Trouble(f"The folder cannot be made: {error.strerror}", where=str(path.parent)) from error
    made = run_keygen(path.parent, ("-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", str(path)))
    if made.code:
        raise Trouble(
            f"The key could not be made: {made.said}", where=str(path), remedy="Try yourself: `ssh-keygen -t ed25519`."
        )
    return read_key(path)


def _public_half(path: Path) -> Path:
    return path.with_name(f"{path.name}.pub")


def _folder() -> Path:
    return Path.home() / ".ssh"
