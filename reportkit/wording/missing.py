"""Names and values that do not exist, and the hints that help."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2.runtime import StrictUndefined, Undefined

from reportkit.similar_names import most_similar


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return "Did you mean findings?", or what there is where nothing is near."""
    names = sorted(known)
    near = most_similar(name, names)
    if near:
        return f"Did you mean {near}?"
    return f"There are: {', '.join(names)}." if names else "There are none."


def insist(value: object) -> None:
    """Raise for a value that does not exist, with its own hint; do nothing for any other."""
    if isinstance(value, Undefined):
        str(value)


def kind_of_missing(known: tuple[str, ...]) -> type[StrictUndefined]:
    """Return the class of values that do not exist: its message is what and remedy, a line each."""

    class Missing(StrictUndefined):
        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            if self._undefined_hint:
                return self._undefined_hint
            name = str(self._undefined_name)
            return f"The template uses {name!r}, which does not exist\n{did_you_mean(name, known)}"

    return Missing
