"""Who Git says that the person at this computer is: a claim, and the key they sign with."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from reportkit.errors import Trouble
from reportkit.gitstore.git_errors import IDENTITY_REMEDY
from reportkit.gitstore.git_settings import settings

_SETTINGS = r"^user\.(name|email|signingkey)$"


class Identity(Struct, frozen=True, kw_only=True):
    """Name and e-mail address of Git's user, and what the setting `user.signingKey` says ("" where it is not set)."""

    name: str
    email: str
    signing_key: str = ""


def identity(root: Path) -> Identity:
    """Git's user in this repository. Raises Trouble where Git does not know them."""
    found = known_identity(root)
    if not (found.name and found.email):
        raise Trouble("Git does not know who you are", remedy=IDENTITY_REMEDY)
    return found


def known_identity(folder: Path) -> Identity:
    """Return what Git's settings say of the user, seen from a folder; "" where they say nothing."""
    found = dict(settings(folder, _SETTINGS))
    name, email = (found.get(f"user.{key}", "").strip() for key in ("name", "email"))
    return Identity(name=name, email=email, signing_key=found.get("user.signingkey", ""))
