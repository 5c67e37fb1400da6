"""What reportkit.yaml may hold that no command goes on with."""

from __future__ import annotations

from collections.abc import Mapping

from tests.bad_input.project import REPOSITORY
from tests.bad_input.texts import UTF8

NEWER = (
    "reportkit.yaml:1: was made by a newer reportkit (format 2); this one reads format 1. Install the newest reportkit."
)
REPOSITORIES: Mapping[str, tuple[bytes | str, str]] = {
    "one of a newer format": ("format: 2\nsomething: [new]\n", NEWER),
    "one that asks for a newer reportkit": (
        f"{REPOSITORY}requires: 99.1\n",
        "reportkit.yaml:5: asks for reportkit 99.1 or newer; this is {version}. Install the newest reportkit.",
    ),
    "one of a format of 5,000 digits": (
        REPOSITORY.replace("format: 1", f"format: {'9' * 5000}"),
        "reportkit.yaml:1: `format` expects a whole number such as 21450. Write digits only, without commas or words.",
    ),
    "one that is broken": (
        "format: 1\nrepository: [x",
        "reportkit.yaml:2: the list's brackets `[` and `]` do not match. Write it as `[one, two]`, on one line.",
    ),
    "one that is not UTF-8": (b"\xff", f"reportkit.yaml:1: is not UTF-8: perhaps it is Windows-1252. {UTF8}"),
}
"""What reportkit.yaml may hold that no command goes on with."""
