"""Lists of ids on one line, such as `findings: [repairs, rent]`, of which two people changed different ids."""

from __future__ import annotations

import re

from reportkit.files.combine.entry_order import merged_order
from reportkit.files.combine.layout import Leaf, Node, Raw
from reportkit.files.yaml_text import quoted
from reportkit.reading.names import ID_PATTERN

_ID = re.compile(ID_PATTERN)
_ON_ONE_LINE = re.compile(r"( *)\[[^\[\]\n]*\]")


def combined_ids(before: Raw, ours: Node, theirs: Node) -> Leaf | None:
    """Return the list with what either side added and without what one removed.

    None where it is no list of ids on one line, or both sides removed some: then what takes whose place is not known.
    """
    if not isinstance(ours, Leaf) or not isinstance(theirs, Leaf) or not _are_on_one_line(ours, theirs):
        return None
    base, one, other = ([] if value is None else value for value in (before, ours.value, theirs.value))
    if not (_are_ids(base) and _are_ids(one) and _are_ids(other)):
        return None
    removed = [set(base) - set(one), set(base) - set(other)]
    order = merged_order(base, one, other)
    if all(removed) or order is None:
        return None
    ids = [each for each in order if each not in removed[0] | removed[1]]
    margin = min(text[: len(text) - len(text.lstrip(" "))] for text in (ours.text, theirs.text))
    return Leaf(f"{margin}[{', '.join(map(quoted, ids))}]", ids)


def _are_on_one_line(ours: Leaf, theirs: Leaf) -> bool:
    return all(_ON_ONE_LINE.fullmatch(leaf.text) for leaf in (ours, theirs))


def _are_ids(value: Raw) -> bool:
    if not isinstance(value, list) or not all(isinstance(item, str) and _ID.fullmatch(item) for item in value):
        return False
    return len(set(value)) == len(value)
