"""Who Git says that the person at this computer is: a claim, and the key they sign with."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Trouble
from reportkit.gitstore.complaints import IDENTITY_REMEDY
from reportkit.gitstore.program import run

_SETTINGS = r"^user\.(name|email|signingkey)$"


class Identity(Struct, frozen=True, kw_only=True):
    """Name and e-mail address of Git's user, and what the setting `user.signingKey` says ("" where it is not set)."""

    name: str
    email: str
    signing_key: str = ""


def identity(root: Path) -> Identity:
    """Git's user in this repository. Raises Trouble where Git does not know them."""
    listing = os.fsdecode(run(root, "config", "-z", "--get-regexp", _SETTINGS).output)
    settings = dict(entry.split("\n", 1) for entry in listing.split("\0") if "\n" in entry)
    name, email = settings.get("user.name", "").strip(), settings.get("user.email", "").strip()
    if not (name and email):
        raise Trouble("Git does not know who you are", remedy=IDENTITY_REMEDY)
    return Identity(name=name, email=email, signing_key=settings.get("user.signingkey", ""))
