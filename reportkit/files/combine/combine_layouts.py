"""Three layouts of one file, the common one and two that came of it, brought together field by field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct

from reportkit.files.combine.entry_keys import keyed
from reportkit.files.combine.entry_order import merged_order
from reportkit.files.combine.id_lists import combined_ids
from reportkit.files.combine.layout import (
    Branch,
    Entry,
    Leaf,
    Node,
    Raw,
    gathered,
    is_empty,
    text_of,
    text_of_entry,
    value_of,
)

Kind = Literal["keys", "list"]
Read = Callable[[str], Node]


class Piece(Struct, frozen=True):
    """A part of the new text, and what it means."""

    text: str
    value: Raw = None
    is_there: bool = True


class Both(Struct, frozen=True):
    """A part with our value of each field that both changed, and with theirs; `fields` names them."""

    ours: Piece
    theirs: Piece
    fields: tuple[str, ...] = ()


_ABSENT = Piece("", is_there=False)


def combine_nodes(path: str, base: Node | None, ours: Node, theirs: Node) -> Both:
    """Bring two versions of a value together; without `base` both added it. `path` names the field."""
    texts = None if base is None else text_of(base)
    if text_of(ours) == text_of(theirs) or text_of(theirs) == texts:
        return _agreed(_piece(ours))
    if text_of(ours) == texts:
        return _agreed(_piece(theirs))
    branches = _as_branches(base, ours, theirs)
    keys = keyed(*branches) if branches else None
    order = merged_order(*keys) if keys else None
    if branches and keys and order is not None:
        return _combine_branches(path, branches, keys, order)
    return _combine_whole(path, base, ours, theirs)


def _piece(node: Node) -> Piece:
    return Piece(text_of(node), value_of(node))


def _agreed(piece: Piece) -> Both:
    return Both(piece, piece)


def _combine_whole(path: str, base: Node | None, ours: Node, theirs: Node) -> Both:
    """Choose by what the values mean, where they cannot be taken apart: another way of writing is no change."""
    before, one, other = (None if node is None else value_of(node) for node in (base, ours, theirs))
    if one == other:
        return _agreed(min(_piece(ours), _piece(theirs), key=lambda piece: piece.text))
    if base is not None and before in (one, other):
        return _agreed(_piece(theirs if one == before else ours))
    ids = combined_ids(before, ours, theirs)
    return _agreed(_piece(ids)) if ids else Both(_piece(ours), _piece(theirs), (path,))


def _as_branches(base: Node | None, ours: Node, theirs: Node) -> tuple[Branch, Branch, Branch] | None:
    """Return all three as mappings or as lists, None where they are not; one that holds nothing may be either."""
    known = [node for node in (base, ours, theirs) if isinstance(node, Branch)]
    nodes = (base or Leaf("", None), ours, theirs)
    alike = len({node.kind for node in known}) == 1
    if not alike or not all(isinstance(node, Branch) or is_empty(node) for node in nodes):
        return None
    before, one, other = (node if isinstance(node, Branch) else _emptied(known[0], node) for node in nodes)
    return before, one, other


def _emptied(like: Branch, node: Node) -> Branch:
    """Return a branch without entries. A file without any keeps its comments as the opening."""
    opening = text_of(node) if "\n" in text_of(node) or not like.opening else like.opening
    return Branch(like.kind, opening, ())


def _combine_branches(
    path: str, sides: tuple[Branch, Branch, Branch], keys: tuple[Sequence[str], ...], order: Sequence[str]
) -> Both:
    base, ours, theirs = sides
    tables = [dict(zip(names, side.entries, strict=True)) for names, side in zip(keys, sides, strict=True)]
    parts = [_combine_around(path, base.opening, ours.opening, theirs.opening)]
    found = [_combine_entries(_below(path, key), ours.kind, *(table.get(key) for table in tables)) for key in order]
    parts += [*found, _combine_around(path, base.tail, ours.tail, theirs.tail)]
    names = [_name_of(key, tables) for key in order]
    one, other = (
        Piece(
            "".join((part.ours if mine else part.theirs).text for part in parts),
            _gathered(ours.kind, names, [each.ours if mine else each.theirs for each in found]),
        )
        for mine in (True, False)
    )
    return Both(one, other, tuple(field for part in parts for field in part.fields))


def _name_of(key: str, tables: Sequence[dict[str, Entry]]) -> str:
    return next(table[key].key for table in tables if key in table)


def _gathered(kind: Kind, names: Sequence[str], pieces: Sequence[Piece]) -> Raw:
    """Return what the entries that are there come to; where none is, a key is left without a value."""
    left = [(name, each.value) for name, each in zip(names, pieces, strict=True) if each.is_there]
    return gathered(kind, left) if left else None


def _below(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _combine_entries(path: str, kind: Kind, base: Entry | None, ours: Entry | None, theirs: Entry | None) -> Both:
    if ours and theirs:
        if base or kind == "keys":
            return _combine_fields(path, base, ours, theirs)
        return _combine_added(path, ours, theirs)
    left = ours or theirs
    if base is None:
        return _agreed(_entry(left))
    if left is None or value_of(left.node) == value_of(base.node):
        return _agreed(_ABSENT)
    return Both(_entry(ours), _entry(theirs), (path,))


def _entry(entry: Entry | None) -> Piece:
    return Piece(text_of_entry(entry), value_of(entry.node)) if entry else _ABSENT


def _combine_added(path: str, ours: Entry, theirs: Entry) -> Both:
    """Two new items of one name are one where they say the same; else they are two things, and it is asked."""
    one, other = _entry(ours), _entry(theirs)
    if one.value == other.value:
        return _agreed(min(one, other, key=lambda piece: piece.text))
    return Both(one, other, (path,))


def _combine_fields(path: str, base: Entry | None, ours: Entry, theirs: Entry) -> Both:
    trails = [_trail(entry, ours, theirs) for entry in (base, ours, theirs)]
    parts = (
        _combine_around(path, base.lead if base else "", ours.lead, theirs.lead),
        _combine_around(path, base.head if base else "", ours.head, theirs.head),
        combine_nodes(path, base.node if base else None, ours.node, theirs.node),
        _combine_around(path, *trails),
    )
    one = Piece("".join(part.ours.text for part in parts), parts[2].ours.value)
    other = Piece("".join(part.theirs.text for part in parts), parts[2].theirs.value)
    return Both(one, other, tuple(dict.fromkeys(field for part in parts for field in part.fields)))


def _trail(entry: Entry | None, ours: Entry, theirs: Entry) -> str:
    """Return what follows the value. An empty list on the key's line has its line end there, a longer one has not."""
    if entry is None or (is_empty(entry.node) and any(isinstance(each.node, Branch) for each in (ours, theirs))):
        return ""
    return entry.trail


def _combine_around(path: str, base: str, ours: str, theirs: str) -> Both:
    """Bring together what stands around a field: comments and empty lines."""
    if theirs in (ours, base):
        return _agreed(Piece(ours))
    if ours == base:
        return _agreed(Piece(theirs))
    if ours.split() == theirs.split():
        return _agreed(Piece(min(ours, theirs)))
    return Both(Piece(ours), Piece(theirs), (f"{path} (the words around it)".lstrip(),))
