"""A person's public key: the line that ssh-keygen writes into a file ending in .pub."""

from __future__ import annotations

import base64
import binascii
import hashlib
from functools import lru_cache

from msgspec import Struct

from reportkit.errors import Refused
from reportkit.gitstore.signatures.wire import Malformed, Unsuitable, positive, strings

SMALLEST_RSA, LARGEST_RSA = 2048, 16384  # bits; NIST SP 800-131A, and what OpenSSL will still check
_LONGEST_LINE = 8192

# How many strings a key of each kind is made of (RFC 8709, 5656, 4253 section 6.6, PROTOCOL.u2f).
_FIELDS = {
    "ssh-ed25519": 2,
    "ecdsa-sha2-nistp256": 3,
    "ecdsa-sha2-nistp384": 3,
    "ecdsa-sha2-nistp521": 3,
    "ssh-rsa": 3,
    "sk-ssh-ed25519@openssh.com": 3,
    "sk-ecdsa-sha2-nistp256@openssh.com": 4,
}
_POINTS = {b"nistp256": 65, b"nistp384": 97, b"nistp521": 133}  # bytes of an uncompressed point

_PUB = "Give the line in the file that ends in .pub; it begins with ssh-ed25519, ecdsa-sha2- or ssh-rsa."
_NEW = "Make a new one with `ssh-keygen -t ed25519` and give the line in its .pub file."


class PublicKey(Struct, frozen=True):
    """One public key: its kind as SSH names it, the key itself as SSH writes it, and its owner's comment."""

    kind: str
    blob: bytes
    comment: str = ""

    @property
    def line(self) -> str:
        """The key as one line, always written the same way."""
        return " ".join(filter(None, (self.kind, base64.b64encode(self.blob).decode("ascii"), self.comment)))

    @property
    def fingerprint(self) -> str:
        """Return what ssh-keygen shows for it: `SHA256:` and 43 characters."""
        digest = base64.b64encode(hashlib.sha256(self.blob).digest()).decode("ascii")
        return f"SHA256:{digest.rstrip('=')}"

    @property
    def is_hardware(self) -> bool:
        """Return whether it lives in a security key that may have to be touched."""
        return self.kind.startswith("sk-")


def parse_key(line: str) -> PublicKey:
    """Return the key that a person gave as a line. Raises Refused, with what to do, for anything else.

    Surrounding white space and doubled spaces are forgiven. A private key, a certificate, a weak
    kind, and a line that says anything before or beside the key are not.
    """
    try:
        return _parse(line)
    except Malformed as error:
        raise _refusal(line, error) from None


@lru_cache(maxsize=1024)
def _parse(line: str) -> PublicKey:
    words = line.split(maxsplit=2)
    if len(line) > _LONGEST_LINE or len(words) < 2 or len(line.strip().splitlines()) > 1:  # noqa: PLR2004  kind, key
        raise Malformed("it is not one line with a kind and a key")
    try:
        blob = base64.b64decode(words[1], validate=True)
    except (binascii.Error, ValueError):
        raise Malformed("its second word is not a key") from None
    if base64.b64encode(blob).decode("ascii") != words[1]:
        raise Malformed("its second word is not written as SSH writes it")
    key, comment = key_of(blob), " ".join(" ".join(words[2:]).split())
    if key.kind != words[0]:
        raise Malformed(f"it says {words[0]} but holds a key of kind {key.kind}")
    if not comment.isprintable():
        raise Malformed("its comment holds characters that cannot be shown")
    return PublicKey(key.kind, blob, comment)


@lru_cache(maxsize=1024)
def key_of(blob: bytes) -> PublicKey:
    """Return a key as SSH writes it. Raises Malformed for one that is broken, weak or of another kind."""
    fields = strings(blob)
    kind = fields[0].decode("ascii", "replace") if fields else ""
    if kind not in _FIELDS:
        raise Unsuitable(_why_not(kind))
    if len(fields) != _FIELDS[kind]:
        raise Malformed("the key in it is broken")
    if kind == "ssh-rsa":
        _check_rsa(fields[1], fields[2])
    elif "ed25519" in kind:
        _expect(len(fields[1]) == 32)  # noqa: PLR2004  RFC 8709
    else:
        _expect(fields[1].decode("ascii", "replace") in kind and len(fields[2]) == _POINTS.get(fields[1]))
    return PublicKey(kind, blob)


def _expect(sound: bool) -> None:  # noqa: FBT001  an assertion's one argument
    if not sound:
        raise Malformed("the key in it is broken")


def _check_rsa(exponent: bytes, modulus: bytes) -> None:
    positive(exponent)
    bits = positive(modulus).bit_length()
    if bits < SMALLEST_RSA:
        raise Unsuitable(f"an RSA key of {bits} bits is too weak, {SMALLEST_RSA} are the least")
    if bits > LARGEST_RSA:
        raise Unsuitable(f"an RSA key of {bits} bits is too long, {LARGEST_RSA} are the most")


def _why_not(kind: str) -> str:
    if kind == "ssh-dss":
        return "a DSA key is too weak"
    if "-cert-v" in kind:
        return "a certificate is not a key that can be listed"
    shown = kind[:40] if kind.isprintable() else "?"
    return f"a key of kind {shown!r} is not one that can be checked"


def _refusal(line: str, why: Malformed) -> Refused:
    if "PRIVATE KEY" in line or "PuTTY-User-Key-File" in line:
        return Refused(
            "This is a private key, which is never given to anyone",
            remedy=f"{_PUB} If others may have seen this one, make a new key.",
        )
    if "PUBLIC KEY" in line:
        return Refused(
            "This public key is not written the way SSH writes it",
            remedy="Save it in a file and turn it into a line: ssh-keygen -i -f FILE (-m PKCS8 if that fails).",
        )
    if isinstance(why, Unsuitable):
        return Refused(f"This key cannot be used: {why}", remedy=_NEW)
    return Refused(f"This is no public key that can be used: {why}", remedy=_PUB)
