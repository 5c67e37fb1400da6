"""What templates give to functions: looked at first, so that a wrong call is a sentence with its line."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Annotated, Final, Literal, get_type_hints

from msgspec import Meta, Struct, ValidationError, convert

from reportkit.wording.budget import Stopped
from reportkit.wording.values import Slot, View


class Column(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A table's column: its heading, the name of the value under it, its share of the width, its alignment."""

    heading: str
    name: str
    share: Annotated[int, Meta(ge=1)] = 1
    align: Literal["left", "right", "centre"] = "left"


Ids = tuple[str, ...]
Texts = Annotated[tuple[str, ...], "not ids"]
Rows = tuple[View, ...]
Columns = Annotated[tuple[Column, ...], Meta(min_length=1)]
Bars = tuple[tuple[str, str], ...]
Facts = tuple[tuple[str, object], ...]
Depth = Annotated[int, Meta(ge=1, le=4)]

_TAKES: Final[dict[object, str]] = {
    str: "a text",
    Ids: "a list of ids",
    Texts: "a list of texts",
    Rows: "a list of what has named values, such as recommendations",
    Columns: 'a list of ("heading", "name of the value", share of the width, "right")',
    Bars: 'a list of ("name of the bar", "name of the value")',
    Facts: 'a list of ("label", value)',
    Depth: "a whole number from 1 to 4",
}


Made = tuple[object, ...]
"""What a function makes for a template: blocks, or runs."""


def all_for_templates(functions: Mapping[str, Callable[..., Made]]) -> dict[str, Callable[..., Slot]]:
    """Return the functions as templates call them, by the same names."""
    return {name: for_templates(name, function) for name, function in functions.items()}


def for_templates(name: str, function: Callable[..., Made]) -> Callable[..., Slot]:
    """`function` as templates call it, under this name: what it makes is put into a Slot.

    Its parameters are annotated with the kinds above; an argument of another kind stops the template.
    """
    signature, kinds = inspect.signature(function), get_type_hints(function, include_extras=True)

    @wraps(function)  # the sandbox looks at what it takes
    def put(*given: object, **named: object) -> Slot:
        arguments = signature.bind(*given, **named).arguments
        return Slot(function(**{key: _taken(name, key, value, kinds[key]) for key, value in arguments.items()}))

    put.__name__ = name
    return put


def _taken(function: str, key: str, value: object, kind: object) -> object:
    try:
        return convert(value, kind)
    except ValidationError:
        raise Stopped(f"{function}() cannot use the '{key}' it is given", f"It takes {_TAKES[kind]}.") from None
