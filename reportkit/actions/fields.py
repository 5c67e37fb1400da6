"""Fields of a file: what each may say, and the words given for one as the value that the file holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from reportkit.actions.choices import Chooser
from reportkit.actions.field_context import FieldContext
from reportkit.errors import WrongUse
from reportkit.files.yaml_text import Value
from reportkit.reading.decode import FORBIDDEN
from reportkit.reading.scalars import ISO, why_no_date
from reportkit.similar_names import choose

Words: TypeAlias = Mapping[str, tuple[str, ...]]
"""What was typed for fields, by their keys."""

_LINE_ENDS = re.compile("[ \t]*[\r\n\v\f\x85\u2028\u2029]+\\s*")
_MADE_BY = {"evidence": "reportkit add evidence", "findings": "reportkit add finding"}
"""The command that adds what a field may name."""
_YES = {"": False, "no": False, "yes": True}


class Field(Struct, frozen=True, kw_only=True):
    """One field.

    `key` is its name in the file. `asks` is the question for it ("" where it is not asked for, only taken where it is
    given). `choices` are what it may say and what is offered; `beyond` adds what it may say too but is too much to
    offer.
    """

    key: str
    help: str
    kind: Literal["line", "text", "names", "number", "date", "yes"] = "line"
    asks: str = ""
    choices: Chooser | None = None
    beyond: Chooser | None = None
    needed: bool = False
    note: str = ""

    @property
    def parameter(self) -> str:
        """The key as the name of a function's parameter."""
        return self.key.replace("-", "_")


class WrongValue(WrongUse):
    """A value that a field cannot have. `key` is the field's; the sentence has its name between two parts."""

    def __init__(self, key: str, before: str, after: str, *, remedy: str) -> None:
        super().__init__(f"{before}`{key}`{after}", remedy=remedy)
        self.key = key
        self._parts = (before, after)

    def with_name(self, name: str) -> WrongUse:
        """Return the same error with another name for the field, such as an option's."""
        return WrongUse(name.join(self._parts), remedy=self.remedy)


class MissingFields(WrongUse):
    """Fields that a new file cannot do without. `what` needs them; `keys` are theirs."""

    def __init__(self, needing: str, keys: tuple[str, ...]) -> None:
        super().__init__(f"{needing} needs {' and '.join(f'`{key}`' for key in keys)}")
        self.needing = needing
        self.keys = keys


def read_fields(fields: Sequence[Field], words: Words, context: FieldContext) -> dict[str, Value]:
    """Return each field's value. Raises WrongValue for words that one cannot have, WrongUse for an unknown field."""
    known = [field.key for field in fields]
    for key in words:
        if key not in known:
            raise WrongUse(f"There is no field `{key}`", remedy=choose(key, known))
    return {field.key: value_of(field, words.get(field.key, ()), context) for field in fields}


def refuse_gaps(needing: str, fields: Iterable[Field], values: Mapping[str, Value]) -> None:
    """Raise MissingFields where a field that is needed has no value."""
    missing = tuple(field.key for field in fields if field.needed and not values[field.key])
    if missing:
        raise MissingFields(needing, missing)


def value_of(field: Field, given: Sequence[str], context: FieldContext) -> Value:
    """Return what the words given for a field mean. Raises WrongValue with what it may say instead."""
    words = [_clean(field, word) for word in given]
    if field.kind == "names":
        names = [name.strip() for word in words for name in word.split(",")]
        return tuple(dict.fromkeys(_known(field, name, context) for name in names if name))
    word = words[-1] if words else ""
    if field.kind == "yes":
        return _yes(field, word)
    return _single(field, word, context) if word.strip() else None


def _clean(field: Field, word: str) -> str:
    """Return what was given with plain newlines, or on one line where the field is one."""
    plain = (
        word.replace("\r\n", "\n").replace("\r", "\n") if field.kind == "text" else _LINE_ENDS.sub(" ", word).strip()
    )
    if FORBIDDEN.search(plain):
        what = " holds a character that a Word document cannot hold"
        raise WrongValue(field.key, "", what, remedy="Take it out.")
    return plain


def _yes(field: Field, word: str) -> bool:
    if word not in _YES:
        raise WrongValue(field.key, "", f" cannot be `{word}`", remedy="Say yes or no.")
    return _YES[word]


def _single(field: Field, word: str, context: FieldContext) -> Value:
    if field.kind == "number":
        return _number(field, word)
    if field.kind == "date":
        return _date(field, word)
    if field.kind == "text":
        return word
    return _known(field, word, context)


def _number(field: Field, word: str) -> int:
    digits = word.strip().replace(",", "")
    if not re.fullmatch("[0-9]{1,9}", digits):
        raise WrongValue(field.key, f"`{word}` is not a number for ", "", remedy="Write digits, such as 21450.")
    return int(digits)


def _date(field: Field, word: str) -> dt.date:
    found = ISO.fullmatch(word.strip())
    if found is None:
        raise WrongValue(field.key, f"`{word}` is not a date for ", "", remedy="Write it as YYYY-MM-DD.")
    try:
        return dt.date.fromisoformat(found[0])
    except ValueError:
        what = f" cannot be {word}: {why_no_date(found)}"
        raise WrongValue(field.key, "", what, remedy="Look the day up.") from None


def _known(field: Field, word: str, context: FieldContext) -> str:
    if field.choices is None:
        return word
    offered = field.choices(context)
    beyond = field.beyond(context) if field.beyond else {}
    if word in offered or word in beyond:
        return word
    remedy = choose(word, [*offered, *beyond]) if offered else _how_to_begin(field)
    raise WrongValue(field.key, "", f" cannot be `{word}`", remedy=remedy or choose(word, list(offered)))


def _how_to_begin(field: Field) -> str:
    """Return what to do where nothing is there that the field could name."""
    making = _MADE_BY.get(field.key)
    return f"There is none yet: `{making}` adds one." if making else "There is none yet."
