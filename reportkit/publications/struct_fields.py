"""A frozen value's fields by name."""

from __future__ import annotations

from msgspec import Struct


def plain(value: Struct) -> dict[str, object]:
    """Return a value's fields by name, but for where it was written."""
    return {name: getattr(value, name) for name in value.__struct_fields__ if name != "origin"}
