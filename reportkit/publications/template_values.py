"""Plain values as templates may see them: mappings become Views, lists become tuples."""

from __future__ import annotations

from collections.abc import Mapping

from reportkit.wording.values import View


def all_views(values: Mapping[str, object]) -> dict[str, object]:
    """Return the values by their names, each as templates see it."""
    return {name: as_view(name, value) for name, value in values.items()}


def as_view(name: str, value: object) -> object:
    """`value` for a template; `name` says in messages what it is."""
    match value:
        case Mapping():
            return View(name, {str(key): as_view(f"{name}.{key}", inner) for key, inner in value.items()})
        case list() | tuple():
            return tuple(as_view(name, inner) for inner in value)
        case _:
            return value
