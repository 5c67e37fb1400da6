"""reportkit.yaml: the working repository, its format, and the inspectorate it belongs to."""

from __future__ import annotations

from msgspec import Struct

FORMAT = 1


class Inspectorate(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The inspectorate, as it stands on covers and letters."""

    name: str
    address: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


class Repository(Struct, frozen=True, kw_only=True, rename="kebab"):
    """`format` is the layout's version, `repository` an id that no other repository has.

    `requires` is the oldest version of the tool that may write here ("" for any).
    """

    format: int
    repository: str
    inspectorate: Inspectorate
    requires: str = ""
