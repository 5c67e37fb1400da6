"""What a record's signature and its commit tell of who brought it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportkit.moderation.store import SignerEvidence

if TYPE_CHECKING:  # heavy, and a record may have no signature
    from reportkit.gitstore.signatures.checking import SignatureVerdict


def signer_evidence(data: bytes, signature: bytes | None, name: str, email: str) -> SignerEvidence:
    """Return the evidence: the key whose signature holds, or what is wrong with it; and the commit's author."""
    if signature is None:
        return SignerEvidence(name=name, email=email)
    verdict = examine(data, signature)
    if verdict.answer == "cannot tell":
        fault = f"its signature cannot be checked here: {verdict.reason}"
        return SignerEvidence(fault=fault, uncertain=True, name=name, email=email)
    fault = "" if verdict.answer == "good" else f"its signature does not hold: {verdict.reason}"
    return SignerEvidence(key=verdict.key, fault=fault, name=name, email=email)


def examine(data: bytes, signature: bytes) -> SignatureVerdict:
    """Return whether the signature is one of these bytes, by the key that it names itself.

    Whose that is, policy tells.
    """
    from reportkit.gitstore.signatures.checking import SignatureVerdict, check
    from reportkit.gitstore.signatures.envelope import open_envelope
    from reportkit.gitstore.signatures.wire import Malformed

    try:
        key = open_envelope(signature).key
    except Malformed as error:
        return SignatureVerdict("bad", str(error))
    return check(data, signature, [key.line])
