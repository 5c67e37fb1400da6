"""YAML as a layout: block mappings and lists become branches, everything else a leaf with its text as written."""

from __future__ import annotations

import re
from typing import Any, Literal

import yaml

from reportkit.files.combine.layout import Branch, Entry, Leaf, Node, Raw
from reportkit.reading.yaml import NOT_GIVEN, load

_NOTHING = re.compile(r"[ \t]*(?:#.*)?")


def yaml_layout(text: str, file: str, first: int = 1) -> Node:
    """Return the layout of a YAML text that `reading` can read. Raises ValueFlaw for one that it cannot."""
    value, _ = load(text, file, first)
    root = None if _repeats(text) else yaml.compose(text, yaml.SafeLoader)
    if not _is_block(root):
        return Leaf(text, value)
    return _Layout(text).branch(root, 0, len(text))


def _repeats(text: str) -> bool:
    """Return whether parts are named and repeated (& and *): such a text is changed as a whole."""
    return any(getattr(event, "anchor", None) for event in yaml.parse(text, yaml.SafeLoader))


def _is_block(node: Any) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _value(node: Any) -> Raw:
    """Return what `reading` makes of a node."""
    if isinstance(node, yaml.MappingNode):
        pairs = ((key.value, _value(item)) for key, item in node.value)
        return {key: value for key, value in pairs if value is not None}
    if isinstance(node, yaml.SequenceNode):
        return [value for value in map(_value, node.value) if value is not None]
    missing = node.value in NOT_GIVEN and (not node.value or not node.style)
    return None if missing else node.value


class _Layout:
    """The text that is taken apart, by where its characters are."""

    def __init__(self, text: str) -> None:
        self._text = text

    def branch(self, node: Any, begin: int, end: int) -> Node:
        """Return a block mapping or list that has the characters from `begin` to `end`; one too odd is a leaf."""
        is_mapping = isinstance(node, yaml.MappingNode)
        column = node.start_mark.column
        found = (self._keys if is_mapping else self._dashes)(node.value, column, begin)
        starts = [at for at in found if at is not None]
        if len(starts) < len(found):
            return Leaf(self._text[begin:end], _value(node))
        leads = [self._first_lead(begin, starts[0]), *(self._lead_before(at, column) for at in starts[1:])]
        stop = max(self._lead_before(end, column), starts[-1])
        places = zip(node.value, leads, starts, [*leads[1:], stop], strict=True)
        entries = tuple(self._entry(*each) for each in places)
        kind: Literal["keys", "list"] = "keys" if is_mapping else "list"
        return Branch(kind, self._text[begin : leads[0]], entries, self._text[stop:end])

    def _first_lead(self, begin: int, at: int) -> int:
        """Return where the first entry's comments begin: below its key. The comments at the top are the file's own."""
        return self._text.find("\n", begin, at) + 1 or at if begin else at

    def _keys(self, pairs: list[Any], column: int, begin: int) -> list[int | None]:
        """Return where each key of a mapping begins, None for one that is not in the mapping's column."""
        return [self._start_of(key, column, begin) for key, _ in pairs]

    def _start_of(self, key: Any, column: int, begin: int) -> int | None:
        """Return where an entry begins: its line, or its key where that is in a line begun before (`- id: …`)."""
        at: int = key.start_mark.index
        line = at - column
        if key.start_mark.column != column or self._text[max(line, begin) : at].strip(" "):
            return None
        return max(line, begin)

    def _dashes(self, items: list[Any], column: int, begin: int) -> list[int | None]:
        """Return where each item of a list begins: the line of its dash."""
        found: list[int | None] = []
        after = begin
        for item in items:
            at = self._dash(column, after, item.start_mark.index)
            found.append(at)
            after = after if at is None else at + 1
        return found

    def _dash(self, column: int, after: int, before: int) -> int | None:
        """Return where the item at `before` begins: its dash is in this column, in its line or in one above."""
        line = self._line(before)
        while line + column >= after:
            at = max(line, after)
            if line + column < before and self._text[at : line + column + 1].strip(" ") == "-":
                return at
            if not line:
                break
            line = self._line(line - 1)
        return None

    def _line(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def _lead_before(self, at: int, column: int) -> int:
        """Return where the comments and empty lines begin that lead to what stands at `at`."""
        begin = at
        while begin and self._text[begin - 1] == "\n":
            line = self._line(begin - 1)
            words = self._text[line : begin - 1]
            if not _NOTHING.fullmatch(words) or (words.strip() and len(words) - len(words.lstrip()) > column):
                break
            begin = line
        return begin

    def _entry(self, item: Any, lead: int, at: int, until: int) -> Entry:
        key, node = item if isinstance(item, tuple) else (None, item)
        head = key.end_mark.index if key is not None else self._text.index("-", at)
        head = self._text.index(":", head) + 1 if key is not None else head + 1
        name = key.value if key is not None else ""
        before = self._text[lead:at], self._text[at:head]
        if _is_block(node):
            return Entry(name, *before, self.branch(node, head, until))
        whole = isinstance(node, yaml.ScalarNode) and (node.style in ("|", ">") or node.end_mark.index > until)
        stop = until if whole else max(node.end_mark.index, head)
        return Entry(name, *before, Leaf(self._text[head:stop], _value(node)), self._text[stop:until])
