"""E-mail addresses: whether something could be one."""

from __future__ import annotations


def is_email(text: str) -> bool:
    """Return whether a message could be sent there: one part before the @, one after it, and no space."""
    name, at, host = text.partition("@")
    return bool(name and at and host) and " " not in text
