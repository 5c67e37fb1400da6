"""Reckoning in templates: whole and decimal numbers of a sensible size, and nothing else."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal

from reportkit.wording.budget import LARGEST_NUMBER, LONGEST_RANGE, Stopped

OPERATORS: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}


def reckoned(sign: str, left: object, right: object) -> int | Decimal:
    """Return `left sign right`. Raises Stopped for what is not a number, for 0 below, and for what grows too large."""
    first, second = _number(left, sign), _number(right, sign)
    if sign in {"/", "//", "%"} and not second:
        raise Stopped("The template divides by 0", "Ask first whether the number is 0.")
    result = OPERATORS[sign](first, second)
    if abs(result) > LARGEST_NUMBER:
        raise Stopped("The template reckons with a number that is too large", "Look for a loop that multiplies.")
    return int(result) if result == int(result) else result


def is_even(value: object) -> bool:
    """`value is even`. Jinja's own test would format a text with `%`."""
    return reckoned("%", value, 2) == 0


def is_odd(value: object) -> bool:
    """`value is odd`."""
    return not is_even(value)


def limited_range(*arguments: int) -> range:
    """`range(n)`, `range(from, to)` or `range(from, to, step)`, of at most 1,000 numbers."""
    found = range(*arguments)
    if len(found) > LONGEST_RANGE:
        raise Stopped(f"The template's range is longer than {LONGEST_RANGE:,}", "Shorten it.")
    return found


def _number(value: object, sign: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        raise Stopped(
            f"The template reckons ({sign}) with what is not a number", "Join text with ~, and reckon with numbers."
        )
    return Decimal(str(value))
