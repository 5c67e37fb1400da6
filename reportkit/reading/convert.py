"""Raw mappings to frozen values, field by field, so that every problem of a file shows at once.

A reader takes a raw value and its key, and gives the value or notes problems and gives FAILED.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Struct

from reportkit.reading import scalars
from reportkit.reading.problems import Report, named
from reportkit.reading.yaml import Raw
from reportkit.similar_names import choose

FAILED: Final = scalars.FAILED
Reader = Callable[[Any, str, Report], Any]
S = TypeVar("S", bound=Struct)
_EMPTY: Mapping[str, object] = {}
_ENTRIES = "Begin each entry with a dash and a space."


def convert(kind: type[S], raw: Raw, report: Report, given: Mapping[str, object] = _EMPTY, key: str = "") -> S | None:
    """Return a value of `kind` from a mapping at `key`, or None after noting every problem in `report`.

    `given` holds fields that no file may set, by their names in files: they are not read from `raw`.
    """
    raw = {} if raw is None else raw
    if not isinstance(raw, dict):
        report.add(key, "`key: value` lines are expected here", "Write one on each line.")
        return None
    quick = _whole(kind, raw, given)
    if quick is not None:
        return quick
    value = _fields(kind, raw, key, report, given)
    return None if value is FAILED else value


def _whole(kind: type[S], raw: dict[str, Any], given: Mapping[str, object]) -> S | None:
    """Return the value at once where each field is text, a list of text or a choice: the common and fast case."""
    if not _all_text(kind) or not raw.keys() <= known_keys(kind) - given.keys():
        return None
    try:
        return msgspec.convert({**raw, **given}, kind)
    except msgspec.ValidationError:
        return None


@cache
def known_keys(kind: type[Struct]) -> frozenset[str]:
    """Return the keys that a file of this kind may hold, as written in files."""
    return frozenset(field.encode_name for field in msgspec.structs.fields(kind)) - {"origin"}


@cache
def _all_text(kind: type[Struct]) -> bool:
    """Return whether msgspec's own conversion equals ours.

    It is laxer with Decimal, and numbers and truths come as text.
    """
    return all(_is_plain(field.type) for field in msgspec.structs.fields(kind) if field.name != "origin")


def _is_plain(kind: Any) -> bool:
    if get_origin(kind) in (Union, types.UnionType):
        return all(_is_plain(part) for part in get_args(kind))
    if get_origin(kind) is tuple:
        return get_args(kind)[0] is str or get_origin(get_args(kind)[0]) is Literal
    return get_origin(kind) is Literal or kind in (str, int, bool, dt.date, types.NoneType)


def _fields(kind: type[S], raw: dict[str, Any], key: str, report: Report, given: Mapping[str, object]) -> Any:
    prefix = f"{key}." if key else ""
    before = len(report.problems)
    _note_unknown(kind, raw, prefix, report, given)
    values: dict[str, Any] = {}
    for field in _plan(kind):
        if field.name in given:
            values[field.attribute] = given[field.name]
        elif field.name in raw:
            values[field.attribute] = field.reader(raw[field.name], prefix + field.name, report)
        elif field.required:
            report.add(prefix + field.name, f"`{field.name}` is missing", f"Add `{field.name}: …`.")
    if "origin" in given:
        values["origin"] = given["origin"]
    return FAILED if len(report.problems) > before else kind(**values)


class _Field(Struct, frozen=True):
    """The reading of one field: its name in files and in the model, and whether it must be given."""

    name: str
    attribute: str
    reader: Reader
    required: bool


@cache
def _plan(kind: type[Struct]) -> tuple[_Field, ...]:
    return tuple(
        _Field(field.encode_name, field.name, reader_of(field.type), is_required(field))
        for field in msgspec.structs.fields(kind)
        if field.name != "origin"
    )


def is_required(field: msgspec.structs.FieldInfo) -> bool:
    """Return whether a file must give it."""
    return field.default is NODEFAULT and field.default_factory is NODEFAULT


def _note_unknown(
    kind: type[Struct], raw: dict[str, Any], prefix: str, report: Report, given: Mapping[str, object]
) -> None:
    known = known_keys(kind) - given.keys()
    unknown = [name for name in raw if name not in known]
    for name in unknown:
        remedy = choose(name, sorted(known)) if len(unknown) <= len(known) else ""
        report.add(prefix + name, f"`{name}` is not a key of this file", remedy or "Delete it.")


@cache
def reader_of(kind: Any) -> Reader:
    """Return the reader for a field's type."""
    if get_origin(kind) in (Union, types.UnionType):
        return _union(get_args(kind))
    if get_origin(kind) is Literal:
        return _choice(get_args(kind))
    if get_origin(kind) is tuple:
        return _items(reader_of(get_args(kind)[0]), of_values=not _is_plain(kind))
    if isinstance(kind, type) and issubclass(kind, Struct):
        return lambda raw, key, report: _struct(kind, raw, key, report)
    return scalars.READERS[kind]


def _union(kinds: tuple[Any, ...]) -> Reader:
    """Return an optional field: what is not given never comes here, so None needs no reader. The first type counts."""
    return reader_of(next(kind for kind in kinds if kind is not types.NoneType))


def _struct(kind: type[Struct], raw: Raw, key: str, report: Report) -> Any:
    if isinstance(raw, dict):
        return _fields(kind, raw, key, report, _EMPTY)
    report.add(key, f"`{named(key)}` expects `key: value` lines below it", "Put them there, indented by two spaces.")
    return FAILED


def _choice(choices: tuple[str, ...]) -> Reader:
    def read(raw: Raw, key: str, report: Report) -> Any:
        if raw in choices:
            return raw
        shown = f"cannot be `{raw}`" if isinstance(raw, str) else "expects one word"
        report.add(key, f"`{named(key)}` {shown}", choose(raw if isinstance(raw, str) else "", choices))
        return FAILED

    return read


def _items(reader: Reader, *, of_values: bool) -> Reader:
    def read(raw: Raw, key: str, report: Report) -> Any:
        if not isinstance(raw, list):
            report.add(key, f"`{named(key)}` expects a list", _ENTRIES if of_values else _as_list(raw, named(key)))
            return FAILED
        items = tuple(reader(item, f"{key}.{number}", report) for number, item in enumerate(raw))
        return FAILED if FAILED in items else items

    return read


def _as_list(raw: Raw, name: str) -> str:
    if isinstance(raw, str) and raw.startswith("-"):
        return "Put each item on its own line, with a space after the dash."
    return f"Write `{name}: [{raw if isinstance(raw, str) else '…'}]`."
