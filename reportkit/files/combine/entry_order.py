"""The order of entries when two people added, removed or moved some."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

_FIRST = ""  # stands before every entry; no key is empty


def merged_order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...] | None:
    """Return the keys of either side in one order; None where both moved entries, each otherwise.

    What was added follows the entry that it followed. Which side is called ours makes no difference.
    """
    common = _common_order(base, ours, theirs)
    if common is None:
        return None
    added = [_added_after(side, frozenset(common)) for side in (ours, theirs)]
    return tuple(dict.fromkeys(_woven(common, *added)))


def _common_order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Sequence[str] | None:
    shared = frozenset(ours) & frozenset(theirs)
    if not shared.isdisjoint(base):
        shared &= frozenset(base)
    before, one, other = (_only(keys, shared) for keys in (base, ours, theirs))
    if other in (one, before):
        return one
    return other if one == before else None


def _only(keys: Sequence[str], wanted: Collection[str]) -> list[str]:
    return [key for key in keys if key in wanted]


def _added_after(keys: Sequence[str], common: Collection[str]) -> Mapping[str, list[str]]:
    """Return what a side has besides the common entries, by the common entry that each follows."""
    after: dict[str, list[str]] = {}
    last = _FIRST
    for key in keys:
        if key in common:
            last = key
        else:
            after.setdefault(last, []).append(key)
    return after


def _woven(common: Sequence[str], ours: Mapping[str, list[str]], theirs: Mapping[str, list[str]]) -> Iterator[str]:
    for key in (_FIRST, *common):
        if key != _FIRST:
            yield key
        for run in sorted((ours.get(key, []), theirs.get(key, []))):
            yield from run
