"""What differs between two states of one inspection: what came, what went, and field by field what was altered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from reportkit.inspection.inspection import Inspection

Part = Literal[
    "inspection",
    "finding",
    "evidence",
    "recommendation",
    "driver",
    "barrier",
    "indicator",
    "service bought in",
    "Best Value review",
    "narrative",
    "earlier point",
    "answer to a warning",
]

Fields: TypeAlias = Mapping[str, object]
"""Each field's value by its path, `judgements.service.rating`; an item of a list stands under its own id."""


class Altered(Struct, frozen=True):
    """One field that differs: its path, and its plain value (a text, number, date, tuple of texts, None) in each."""

    field: str
    before: object
    after: object


class Change(Struct, frozen=True, kw_only=True):
    """One thing that was added, removed or changed. `id` and `title` are the later ones where it is still there."""

    part: Part
    id: str
    title: str
    done: Literal["added", "removed", "changed"]
    altered: tuple[Altered, ...] = ()


_PLACE: Final = frozenset(("origin", "text_line", "id"))
"""Where something was written, and what it is called by: no part of what it says."""


def changes(before: Inspection, after: Inspection) -> tuple[Change, ...]:
    """Return everything that differs, in the order of the parts; within one as it stands now, then what went.

    Things are the same where their ids are: an indicator its code and scope, a service its name, a review its
    title, an answer its rule and what it is about.
    """
    return tuple(
        change
        for part, things in _PARTS.items()
        for change in _compared(part, _named(things(before)), _named(things(after)))
    )


def _compared(part: Part, old: Mapping[str, Struct], new: Mapping[str, Struct]) -> Iterator[Change]:
    for name, thing in new.items():
        if name not in old:
            yield Change(part=part, id=name, title=_title(thing, name), done="added")
        elif altered := tuple(_altered(_fields(old[name]), _fields(thing))):
            yield Change(part=part, id=name, title=_title(thing, name), done="changed", altered=altered)
    for name, thing in old.items():
        if name not in new:
            yield Change(part=part, id=name, title=_title(thing, name), done="removed")


def _altered(old: Fields, new: Fields) -> Iterator[Altered]:
    """Yield the fields with a value; an empty one counts as absent."""
    for field in dict.fromkeys((*new, *old)):
        before, after = old.get(field), new.get(field)
        if before != after and not (_is_empty(before) and _is_empty(after)):
            yield Altered(field, before, after)


def _is_empty(value: object) -> bool:
    return value is None or value in ("", ())


def _fields(thing: Struct, path: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for name in thing.__struct_fields__:
        if name not in _PLACE:
            found |= _under(f"{path}{name}", getattr(thing, name))
    return found


def _under(path: str, value: object) -> dict[str, object]:
    if isinstance(value, Struct):
        return _fields(value, f"{path}.")
    items = _structs(value)
    if not items:
        return {path: value}
    return {
        key: inner for name, item in _named(items).items() for key, inner in _fields(item, f"{path}.{name}.").items()
    }


def _structs(value: object) -> tuple[Struct, ...]:
    """Return the items of a list of things; () where it is a list of words, or none."""
    return tuple(item for item in value if isinstance(item, Struct)) if isinstance(value, tuple) else ()


def _named(things: Iterable[Struct]) -> dict[str, Struct]:
    """Things by what they are called; a second one of a name is called so too, with its number."""
    seen: Counter[str] = Counter()
    named: dict[str, Struct] = {}
    for thing in things:
        name = _name(thing)
        seen[name] += 1
        named[name if seen[name] == 1 else f"{name} ({seen[name]})"] = thing
    return named


def _name(thing: Struct) -> str:
    parts = ([getattr(thing, key, None) for key in keys] for keys in _KEYS)
    return next((" ".join(str(part) for part in found if part) for found in parts if found[0]), "")


def _title(thing: Struct, name: str) -> str:
    title = getattr(thing, "title", None) or getattr(thing, "name", None)
    return title if isinstance(title, str) else name


_KEYS: Final = (("id",), ("code", "scope"), ("rule", "about"), ("name",), ("service",), ("title",))
"""What things are called by, where they have it."""

_PARTS: Final[Mapping[Part, Callable[[Inspection], Iterable[Struct]]]] = {
    "inspection": lambda inspection: (inspection.particulars,),
    "finding": lambda inspection: inspection.findings,
    "evidence": lambda inspection: inspection.evidence,
    "recommendation": lambda inspection: inspection.recommendations,
    "driver": lambda inspection: inspection.drivers,
    "barrier": lambda inspection: inspection.barriers,
    "indicator": lambda inspection: inspection.indicators,
    "service bought in": lambda inspection: inspection.support_services,
    "Best Value review": lambda inspection: inspection.best_value_reviews,
    "narrative": lambda inspection: inspection.narratives,
    "earlier point": lambda inspection: inspection.earlier,
    "answer to a warning": lambda inspection: inspection.answers,
}
