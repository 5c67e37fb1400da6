"""A field of a file: how it is given as an option, asked for at a terminal, and what it may say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from reportkit.cli.asking.choices import Chooser
from reportkit.cli.asking.field_context import FieldContext
from reportkit.errors import WrongUse
from reportkit.files.yaml_text import Value
from reportkit.reading.problems import choose
from reportkit.reading.scalars import ISO, why_no_date
from reportkit.reading.text import FORBIDDEN

_LINE_ENDS = re.compile("[ \t]*[\r\n\v\f\x85\u2028\u2029]+\\s*")


_MADE_BY = {"evidence": "reportkit add evidence", "findings": "reportkit add finding"}
"""What adds what a field may name."""


class Field(Struct, frozen=True, kw_only=True):
    """One field.

    `key` is its name in the file and, with -- before it, on the command line. `asks` is the question
    at a terminal ("" where only the option gives it). `choices` are what it may say and what is
    offered; `beyond` adds what it may say too but is too much to offer.
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
        """The option's name as click hands it to a function."""
        return self.key.replace("-", "_")


def value_of(field: Field, given: Sequence[str], surroundings: FieldContext) -> Value:
    """What the words given for a field mean. Raises WrongUse with what it may say instead."""
    words = [_clean(field, word) for word in given]
    if field.kind == "names":
        names = [name.strip() for word in words for name in word.split(",")]
        return tuple(dict.fromkeys(_known(field, name, surroundings) for name in names if name))
    word = words[-1] if words else ""
    return _single(field, word, surroundings) if word.strip() else None


def _clean(field: Field, word: str) -> str:
    """What was given with plain newlines, or on one line where the field is one."""
    plain = (
        word.replace("\r\n", "\n").replace("\r", "\n") if field.kind == "text" else _LINE_ENDS.sub(" ", word).strip()
    )
    if FORBIDDEN.search(plain):
        raise WrongUse(f"--{field.key} holds a character that a Word document cannot hold", remedy="Take it out.")
    return plain


def _single(field: Field, word: str, surroundings: FieldContext) -> Value:
    if field.kind == "number":
        return _number(field, word)
    if field.kind == "date":
        return _date(field, word)
    if field.kind == "text":
        return word
    return _known(field, word, surroundings)


def _number(field: Field, word: str) -> int:
    digits = word.strip().replace(",", "")
    if not re.fullmatch("[0-9]{1,9}", digits):
        raise WrongUse(f"`{word}` is not a number for --{field.key}", remedy="Write digits, such as 21450.")
    return int(digits)


def _date(field: Field, word: str) -> dt.date:
    found = ISO.fullmatch(word.strip())
    if found is None:
        raise WrongUse(f"`{word}` is not a date for --{field.key}", remedy="Write it as 2004-05-31.")
    try:
        return dt.date.fromisoformat(found[0])
    except ValueError:
        raise WrongUse(f"--{field.key} cannot be {word}: {why_no_date(found)}", remedy="Look the day up.") from None


def _how_to_begin(field: Field) -> str:
    """What to do where nothing is there that could be named."""
    making = _MADE_BY.get(field.key)
    return f"There is none yet: `{making}` adds one." if making else "There is none yet."


def _known(field: Field, word: str, surroundings: FieldContext) -> str:
    if field.choices is None:
        return word
    offered = field.choices(surroundings)
    beyond = field.beyond(surroundings) if field.beyond else {}
    if word in offered or word in beyond:
        return word
    remedy = choose(word, [*offered, *beyond]) if offered else _how_to_begin(field)
    raise WrongUse(f"--{field.key} cannot be `{word}`", remedy=remedy or choose(word, list(offered)))
