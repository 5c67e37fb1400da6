"""What ssh-keygen writes around a signature (PROTOCOL.sshsig), read strictly: one way to write it, and ours alone."""

from __future__ import annotations

import base64
import binascii
import hashlib

from msgspec import Struct

from reportkit.gitstore.signatures import NAMESPACE
from reportkit.gitstore.signatures.keys import PublicKey, key_of
from reportkit.gitstore.signatures.wire import Malformed, WireReader, string, strings

LONGEST = 16384  # bytes; the largest RSA signature takes a third of that
_MAGIC = b"SSHSIG"
_BEGIN, _END = b"-----BEGIN SSH SIGNATURE-----\n", b"-----END SSH SIGNATURE-----\n"
_LINE = 70  # characters of base64 that ssh-keygen puts in a line
_DIGESTS = {b"sha512": hashlib.sha512, b"sha256": hashlib.sha256}
_SK_TAIL = 5  # bytes: flags and counter, after a security key's signature (PROTOCOL.u2f)


class Envelope(Struct, frozen=True):
    """One signature: the key that made it, the digest it was made of, and the signature's own bytes.

    `algorithm` is the kind of signature; only for RSA is it not the key's kind.
    """

    key: PublicKey
    digest: str
    algorithm: str
    signature: bytes

    def signed(self, data: bytes) -> bytes:
        """Return what the key signed, if it signed `data`: never the data alone, always with what it is for."""
        digest = self.digest.encode("ascii")
        fields = (NAMESPACE.encode("ascii"), b"", digest, _DIGESTS[digest](data).digest())
        return _MAGIC + b"".join(map(string, fields))


def open_envelope(armoured: bytes) -> Envelope:
    """Read a signature as ssh-keygen writes it. Raises Malformed for any other byte, purpose, digest or weak key."""
    reader = WireReader(_unarmour(armoured))
    if reader.take(len(_MAGIC)) != _MAGIC or reader.number() != 1:
        raise Malformed("it is not an SSH signature of version 1")
    key, purpose, reserved, digest, signature = (reader.string() for _ in range(5))
    reader.end()
    if purpose != NAMESPACE.encode("ascii"):
        raise Malformed(f"it was made for {_shown(purpose)}, not for {NAMESPACE}")
    if reserved:
        raise Malformed("it has something in a field that must be empty")
    if digest not in _DIGESTS:
        raise Malformed(f"it was made of a digest by {_shown(digest)}, not by sha512 or sha256")
    return Envelope(key_of(key), digest.decode("ascii"), *_inner(key_of(key), signature))


def armour(blob: bytes) -> bytes:
    """Return a signature as the text that ssh-keygen writes."""
    text = base64.b64encode(blob)
    lines = b"".join(text[at : at + _LINE] + b"\n" for at in range(0, len(text), _LINE))
    return _BEGIN + lines + _END


def _unarmour(armoured: bytes) -> bytes:
    if len(armoured) > LONGEST:
        raise Malformed("it is longer than any signature")
    try:
        blob = base64.b64decode(armoured.removeprefix(_BEGIN).removesuffix(_END).replace(b"\n", b""), validate=True)
    except binascii.Error:
        raise Malformed("it is not written as ssh-keygen writes signatures") from None
    if armour(blob) != armoured:
        raise Malformed("it is not written as ssh-keygen writes signatures")
    return blob


def _inner(key: PublicKey, signature: bytes) -> tuple[str, bytes]:
    """Return the kind of signature and its own bytes. Raises Malformed where a key of this kind does not sign so."""
    if key.is_hardware:
        signature = signature[:-_SK_TAIL]
    fields = strings(signature)
    allowed = (b"rsa-sha2-512", b"rsa-sha2-256") if key.kind == "ssh-rsa" else (key.kind.encode("ascii"),)
    if len(fields) != 2 or fields[0] not in allowed:  # noqa: PLR2004  kind, signature
        raise Malformed(f"it was signed by {_shown(fields[0] if fields else b'')}, not by {allowed[0].decode()}")
    return fields[0].decode("ascii"), fields[1]


def _shown(name: bytes) -> str:
    """Return a name out of another person's bytes, short and harmless enough for a terminal."""
    return ascii(name[:40].decode("utf-8", "replace"))
