"""Sign a record's bytes with a person's SSH key, by `ssh-keygen -Y sign`, so that agents and security keys work."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from reportkit.errors import Refused, ReportkitError, Trouble
from reportkit.gitstore.signatures import NAMESPACE
from reportkit.gitstore.signatures.checking import check
from reportkit.gitstore.signatures.envelope import open_envelope
from reportkit.gitstore.signatures.keygen import Passphrase, run_keygen
from reportkit.gitstore.signatures.keys import PublicKey
from reportkit.gitstore.signatures.wire import Malformed


def sign(data: bytes, key: Path | PublicKey, passphrase: Passphrase = Passphrase.NEVER_ASKED) -> bytes:
    """Return the armoured signature of `data`, checked before it is given back.

    `key` is the path of a private key or of its .pub, or a public key whose private one the agent
    holds. Raises Refused, with what to do, where the key cannot sign, and Trouble where this
    computer cannot. Nothing is left behind.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="reportkit-sign-") as folder:
            signature = _sign_in(Path(folder), data, key, passphrase)
    except OSError as error:
        raise Trouble(
            f"Signing could not write its temporary file ({error.strerror})",
            remedy="Make room in the temporary folder and try again.",
        ) from None
    return _checked(data, signature, key)


def _sign_in(folder: Path, data: bytes, key: Path | PublicKey, passphrase: Passphrase) -> bytes:
    """Sign in a private folder: by file, because a passphrase may have to come through standard input."""
    (folder / "record").write_bytes(data)
    path = _key_file(folder, key)
    words = ("-Y", "sign", "-q", "-n", NAMESPACE, "-f", str(path), "record")
    finished = run_keygen(folder, words, passphrase=passphrase)
    written = folder / "record.sig"
    if finished.code or not written.is_file():
        raise _complaint(finished.said, key, passphrase)
    return written.read_bytes().replace(b"\r\n", b"\n")


def _key_file(folder: Path, key: Path | PublicKey) -> Path:
    if isinstance(key, PublicKey):
        (folder / "key.pub").write_text(f"{key.line}\n", encoding="utf-8")
        return folder / "key.pub"
    path = key.expanduser().absolute()
    if not path.is_file():
        raise Refused(f"There is no key at {key}", remedy="Make one with `ssh-keygen -t ed25519`, or name another.")
    return path


def _checked(data: bytes, signature: bytes, key: Path | PublicKey) -> bytes:
    """Return the signature, if a reader of the record will believe it.

    Some agents sign by other rules than asked.
    """
    try:
        signer = key if isinstance(key, PublicKey) else open_envelope(signature).key
    except Malformed as error:
        raise _unusable(str(error)) from None
    verdict = check(data, signature, [signer.line])
    if verdict.answer != "good":
        raise _unusable(verdict.reason)
    return signature


def _unusable(why: str) -> Refused:
    return Refused(
        f"This key's signature could not be used: {why}",
        remedy="Sign with another key, such as one made with `ssh-keygen -t ed25519`.",
    )


def _complaint(said: str, key: Path | PublicKey, passphrase: Passphrase) -> ReportkitError:
    """Return what ssh-keygen said when it failed, turned into a sentence that helps."""
    if "unknown option" in said or "illegal option" in said:
        return Trouble("The ssh-keygen on this computer is too old to sign", remedy="Get OpenSSH 8.1 or newer.")
    facts = {"key": key.fingerprint if isinstance(key, PublicKey) else str(key), "load": _load(key)}
    for words, what, remedy in _KNOWN[passphrase] + _KNOWN_ALWAYS:
        if words in said:
            return Refused(what.format_map(facts), remedy=remedy.format_map(facts))
    gist = next((text for text in reversed(said.splitlines()) if text.strip()), "it did not say why")
    return Refused(
        f"Signing with the key {facts['key']} failed: {gist.strip().rstrip('.')}",
        remedy="Try it with `ssh-keygen -Y sign`, or sign with another key.",
    )


def _load(key: Path | PublicKey) -> str:
    """Return the words that put a key into the agent."""
    add = f'ssh-add "{key.with_suffix("") if key.suffix == ".pub" else key}"' if isinstance(key, Path) else "ssh-add"
    has_agent = os.name == "nt" or "SSH_AUTH_SOCK" in os.environ
    return add if has_agent else f'eval "$(ssh-agent)" && {add}'


# What ssh-keygen says, what that means, what to do.
_KNOWN = {
    Passphrase.NEVER_ASKED: (
        (
            "incorrect passphrase",
            "The key {key} has a passphrase, and there is no terminal to ask for it",
            "Load it into your agent once: {load}.",
        ),
    ),
    Passphrase.ASKED_AT_TERMINAL: (
        ("incorrect passphrase", "The passphrase of {key} was not right, so nothing was signed", "Try again."),
    ),
}
_KNOWN_ALWAYS = (
    (
        "UNPROTECTED",
        "Others on this computer may read the key {key}, so it is not used",
        'Close it: chmod 600 "{key}".',
    ),
    ("No private key", "The key {key} is not in your agent, and no private key was found for it", "Load it: {load}."),
    ("agent refused", "Your agent refused to sign with the key {key}", "Unlock or confirm it there, and try again."),
    ("device not found", "The key {key} needs its security key", "Plug it in, touch it when it blinks, and try again."),
    ("load public key", "{key} is not an SSH key that can be read", "Name a private key or its .pub file."),
)
