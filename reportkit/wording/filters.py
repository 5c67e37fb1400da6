"""The filters that templates may use; there are no others.

value|default(other)        other where the value is not there
value|needed("what it is")  a visible gap where the value is not there
list|sentence               one, two and three
list|join(", ")             joined by anything
list|length  |first  |last  how many, and the ones at the ends
list|each("title")          one value of each
list|where("kind", "x")     those whose value is x
list|sort("title")          sorted (by one of their values)
number|plural("finding")    1 finding, 2 findings; a second word for other plurals
number|plain                without commas: a year
number|round(1)             rounded half up
text|upper |lower |capitalize |trim
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from jinja2.runtime import Undefined
from markupsafe import Markup

from reportkit.wording.budget import LARGEST_NUMBER, Budget, Stopped
from reportkit.wording.escape import LINE_CLOSES, LINE_OPENS
from reportkit.wording.missing import did_you_mean, insist
from reportkit.wording.printer import Printer
from reportkit.wording.values import Slot, View

MOST_DECIMALS = 6


class Filters:
    """The filters of one rendering."""

    def __init__(self, budget: Budget, printer: Printer, gap: Callable[[str], Slot] | None) -> None:
        self.budget = budget
        self.printer = printer
        self.gap = gap

    def table(self) -> dict[str, Callable[..., object]]:
        """Return the filters by name."""
        return {
            "default": self._default,
            "needed": self._needed,
            "sentence": self._sentence,
            "join": self._join,
            "length": self._length,
            "first": self._first,
            "last": self._last,
            "each": self._each,
            "where": self._where,
            "sort": self._sort,
            "plural": self._plural,
            "plain": self._plain,
            "round": self._rounded,
            "upper": self._upper,
            "lower": self._lower,
            "capitalize": self._capitalize,
            "trim": self._trim,
        }

    # Values that may be missing

    def _default(self, value: object, other: object = "") -> object:
        return other if _missing(value) else value

    def _needed(self, value: object, what: str) -> object:
        if not _missing(value):
            return value
        words = self._text(what)
        return self.gap(words) if self.gap else f"[{words}]"

    # Lists

    def _list(self, value: object) -> Sequence[object]:
        insist(value)
        if not isinstance(value, (tuple, list, range)):
            raise Stopped("The template treats as a list what is none", "Give the filter a list.")
        self.budget.step(len(value))
        return value

    def _sentence(self, value: object) -> str:
        return self.printer.joined(self._list(value), ", ", " and ")

    def _join(self, value: object, between: str = "") -> str:
        return self.printer.joined(self._list(value), self._text(between))

    def _length(self, value: object) -> int:
        return len(value) if isinstance(value, str) else len(self._list(value))

    def _first(self, value: object) -> object:
        items = self._list(value)
        return items[0] if items else None

    def _last(self, value: object) -> object:
        items = self._list(value)
        return items[-1] if items else None

    def _each(self, value: object, name: str) -> tuple[object, ...]:
        return tuple(_value(item, name) for item in self._list(value))

    def _where(self, value: object, name: str, wanted: object) -> tuple[object, ...]:
        return tuple(item for item in self._list(value) if self._weighed(_value(item, name)) == wanted)

    def _weighed(self, value: object) -> object:
        self.budget.weigh(value)
        return value

    def _sort(self, value: object, name: str | None = None) -> tuple[object, ...]:
        items = self._list(value)
        self.budget.step(len(items) * 4)
        keys = [self._weighed(item if name is None else _value(item, name)) for item in items]
        return tuple(items[at] for at in sorted(range(len(keys)), key=keys.__getitem__))  # type: ignore[arg-type]  # what has no order is a TypeError

    # Numbers

    def _plural(self, number: object, one: str, many: str | None = None) -> str:
        single = self._text(one)
        words = f"{single}s" if many is None else self._text(many)
        return f"{self.printer.plain(number)} {single if number == 1 else words}"

    def _plain(self, number: object) -> str:
        return self.printer.plain(number).replace(",", "")

    def _rounded(self, number: object, decimals: int = 0) -> Decimal:
        fits = isinstance(number, (int, float, Decimal)) and -LARGEST_NUMBER <= number <= LARGEST_NUMBER
        if not fits or not 0 <= decimals <= MOST_DECIMALS:
            what = "The template rounds what cannot be rounded"
            raise Stopped(what, "Give |round a number of a sensible size, and 0 to 6 decimals.")
        return Decimal(str(number)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)

    # Text

    def _text(self, value: object) -> str:
        insist(value)
        if not isinstance(value, str) or isinstance(value, Markup):
            raise Stopped("The template changes what is not plain text", "Give the filter a text.")
        self.budget.write(len(value))
        return value

    def _upper(self, value: object) -> str:
        return self._text(value).upper()

    def _lower(self, value: object) -> str:
        return self._text(value).lower()

    def _capitalize(self, value: object) -> str:
        text = self._text(value)
        return text[:1].upper() + text[1:]

    def _trim(self, value: object) -> str:
        if not isinstance(value, Markup):
            return self._text(value).strip()
        self.budget.write(len(value))
        return value if _without_marks(value).strip() else Markup()


def _missing(value: object) -> bool:
    return isinstance(value, Undefined) or value is None or value == ""


def _value(item: object, name: object) -> object:
    if not isinstance(item, View) or not isinstance(name, str):
        raise Stopped(
            "The template asks items for a value that have none", "Use it with lists of findings and the like."
        )
    if name not in item.values:
        raise Stopped(f"{item.name.capitalize()} has no {name!r}", did_you_mean(name, item.values))
    return item.values[name]


def _without_marks(text: str) -> str:
    """Return text without its marks of origin, which make an empty body look full."""
    parts = text.split(LINE_OPENS)
    return parts[0] + "".join(part.partition(LINE_CLOSES)[2] for part in parts[1:])
