"""Is this signature of these bytes by one of these keys? Ordinary keys in process, security keys by ssh-keygen."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from reportkit.errors import ReportkitError
from reportkit.gitstore.signatures import NAMESPACE
from reportkit.gitstore.signatures.envelope import Envelope, open_envelope
from reportkit.gitstore.signatures.keygen import run_keygen
from reportkit.gitstore.signatures.keys import parse_key
from reportkit.gitstore.signatures.wire import Malformed, positive, strings

Answer = Literal["good", "unknown key", "bad", "cannot tell"]

_OTHER_BYTES = "it is not a signature of these bytes by the key that it names"


class SignatureVerdict(Struct, frozen=True):
    """The result of a signature check.

    `key` is that one of the given lines whose key signed ("" unless the answer is "good"),
    `fingerprint` the key that the signature names ("" where it cannot be read), `reason` a clause
    that says why the answer is not "good".
    """

    answer: Answer
    reason: str = ""
    key: str = ""
    fingerprint: str = ""


def check(data: bytes, signature: bytes, keys: Sequence[str]) -> SignatureVerdict:
    """Check the armoured `signature` of `data` against public key lines. Never raises for what they hold.

    A line of `keys` that is no sound key matches nothing.
    """
    try:
        envelope = open_envelope(signature)
    except Malformed as error:
        return SignatureVerdict("bad", str(error))
    fingerprint = envelope.key.fingerprint
    line = next((line for line in keys if _blob(line) == envelope.key.blob), None)
    if line is None:
        return SignatureVerdict("unknown key", f"it was made with the key {fingerprint}", fingerprint=fingerprint)
    answer, reason = (_ask_program if envelope.key.is_hardware else _ask_library)(envelope, data, signature)
    return SignatureVerdict(answer, reason, line if answer == "good" else "", fingerprint)


@lru_cache(maxsize=1024)
def _blob(line: str) -> bytes | None:
    try:
        return parse_key(line).blob
    except ReportkitError:
        return None


def _ask_library(envelope: Envelope, data: bytes, _: bytes) -> tuple[Answer, str]:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm  # only who checks pays for it

    try:
        _verifier(envelope.key.blob)(envelope, envelope.signed(data))
    except (InvalidSignature, Malformed):
        return "bad", _OTHER_BYTES
    except ValueError:
        return "bad", "the key that it names is not a possible key"
    except UnsupportedAlgorithm:
        return "cannot tell", f"this computer cannot check keys of kind {envelope.key.kind}"
    return "good", ""


_Verifier = Callable[[Envelope, bytes], None]


@lru_cache(maxsize=256)
def _verifier(blob: bytes) -> _Verifier:
    """Return what checks signatures by one key.

    Given the signature and the signed bytes, it raises unless they match.
    """
    kind, *fields = strings(blob)
    if kind == b"ssh-ed25519":
        return _ed25519(fields[0])
    if kind == b"ssh-rsa":
        return _rsa(positive(fields[0]), positive(fields[1]))
    return _ecdsa(fields[0], fields[1])


def _ed25519(point: bytes) -> _Verifier:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    key = Ed25519PublicKey.from_public_bytes(point)
    return lambda envelope, signed: key.verify(envelope.signature, signed)


def _rsa(exponent: int, modulus: int) -> _Verifier:
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
    from cryptography.hazmat.primitives.hashes import SHA256, SHA512

    key = RSAPublicNumbers(exponent, modulus).public_key()
    hashes = {"rsa-sha2-256": SHA256(), "rsa-sha2-512": SHA512()}  # RFC 8332
    return lambda envelope, signed: key.verify(envelope.signature, signed, PKCS1v15(), hashes[envelope.algorithm])


def _ecdsa(name: bytes, point: bytes) -> _Verifier:
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
    from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512

    # RFC 5656, section 6.2.1
    curves = {
        b"nistp256": (ec.SECP256R1(), SHA256()),
        b"nistp384": (ec.SECP384R1(), SHA384()),
        b"nistp521": (ec.SECP521R1(), SHA512()),
    }
    curve, digest = curves[name]
    key = ec.EllipticCurvePublicKey.from_encoded_point(curve, point)

    def verify(envelope: Envelope, signed: bytes) -> None:
        numbers = strings(envelope.signature)
        if len(numbers) != 2:  # noqa: PLR2004  r and s, RFC 5656 section 3.1.2
            raise Malformed("it does not hold two numbers")
        key.verify(encode_dss_signature(positive(numbers[0]), positive(numbers[1])), signed, ec.ECDSA(digest))

    return verify


def _ask_program(envelope: Envelope, data: bytes, signature: bytes) -> tuple[Answer, str]:
    """`ssh-keygen -Y verify`, which believes only the one key that is written down for it here."""
    try:
        with tempfile.TemporaryDirectory(prefix="reportkit-check-") as name:
            folder = Path(name)
            (folder / "signature").write_bytes(signature)
            (folder / "signers").write_text(f'signer namespaces="{NAMESPACE}" {envelope.key.line}\n', encoding="utf-8")
            words = ("-Y", "verify", "-n", NAMESPACE, "-I", "signer", "-f", "signers", "-s", "signature")
            finished = run_keygen(folder, words, given=data)
    except (ReportkitError, OSError) as error:
        return "cannot tell", f"a security key's signature is checked by ssh-keygen, and that failed: {error}"
    if finished.code == 0:
        return "good", ""
    if "incorrect signature" in finished.said:
        return "bad", _OTHER_BYTES
    return "cannot tell", "ssh-keygen here cannot check signatures by security keys"
