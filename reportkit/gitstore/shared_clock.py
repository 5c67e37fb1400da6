"""The time by the clock of a shared place: that of a file just written there, or what its server says."""

from __future__ import annotations

import os
import tempfile
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from reportkit.gitstore.checkout import open_checkout
from reportkit.gitstore.remote import shared_place
from reportkit.gitstore.remote_errors import without_password

_PATIENCE = 3  # seconds that a server is given to answer


def shared_seconds(root: Path) -> int | None:
    """Return the time by the shared place's clock, in seconds since 1970. None where it cannot be read, as by ssh."""
    place = shared_place(open_checkout(root))
    if place is None:
        return None
    folder = Path(place.url.removeprefix("file://"))
    if folder.is_dir():
        return _of_folder(folder)
    is_web = place.url.startswith(("https://", "http://"))
    return _of_server(without_password(place.url)) if is_web else None


def _of_folder(folder: Path) -> int | None:
    """Write a file and see when the disk says that this was: a disk on another computer goes by that one's clock."""
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix="reportkit-clock-") as file:
            file.write(b"?")
            file.flush()
            os.fsync(file.fileno())
            return int(Path(file.name).stat().st_mtime)
    except OSError:
        return None


def _of_server(url: str) -> int | None:
    try:
        with urlopen(Request(url, method="HEAD"), timeout=_PATIENCE) as answer:  # noqa: S310  http and https alone
            date = answer.headers.get("Date")
    except HTTPError as refusal:  # it wants a password, or has no such page; its clock goes all the same
        date = refusal.headers.get("Date")
    except (OSError, HTTPException, ValueError):
        return None
    try:
        return int(parsedate_to_datetime(date or "").timestamp())
    except ValueError:
        return None
