"""The public key that a signature names."""

from __future__ import annotations

from reportkit.gitstore.signatures.envelope import open_envelope
from reportkit.gitstore.signatures.wire import Malformed
from reportkit.moderation.policy import without_comment


def named_key(signature: bytes) -> str:
    """Return the key, without its comment; "" where the signature cannot be read. The signature is not checked."""
    try:
        return without_comment(open_envelope(signature).key.line)
    except Malformed:
        return ""
