"""Options of which one at most is given."""

from __future__ import annotations

from collections.abc import Mapping

from reportkit.errors import WrongUse


def only_one(given: Mapping[str, object]) -> str | None:
    """Return which of the options was given, without its hyphens before; None for none. Raises WrongUse for two."""
    names = [name.replace("_", "-") for name, value in given.items() if value]
    if len(names) > 1:
        raise WrongUse("Two answers were given", remedy=f"Give one of {' and '.join(f'--{name}' for name in names)}.")
    return next(iter(names), None)
