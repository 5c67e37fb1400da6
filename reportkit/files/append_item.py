"""One more entry in a YAML file that a person wrote: added as text, every byte of theirs left as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml
from msgspec import Struct

from reportkit.errors import Refused
from reportkit.files.yaml_text import Value, list_item
from reportkit.reading.decode import decode
from reportkit.reading.problems import ValueFlaw
from reportkit.reading.yaml import load

_BOM = b"\xef\xbb\xbf"
_NULL = "tag:yaml.org,2002:null"
_BY_HAND = "Add the entry by hand; `reportkit check` says whether it can be read."


def append_item(data: bytes, key: str, values: Mapping[str, Value], file: str) -> bytes:
    """`data` (the bytes of `file`) with `values` as one more item of the list under the top-level `key`.

    Comments, order and line ends stay. Raises Refused where the file cannot be read, or is not laid
    out so that the entry is certain to change nothing else: the result is read again and compared.
    """
    before = _read(data, file)
    after = _with_line_ends_of(data, _inserted(before.text, key, list_item(values, 2), file))
    if not _is_one_more(before.lists, _read(after, file).lists, key):
        raise Refused("The file is laid out so that an entry cannot be added safely", where=file, remedy=_BY_HAND)
    return after


def ids_in(data: bytes, file: str) -> frozenset[str]:
    """Return the ids of all entries of all lists in the file. Raises Refused where it cannot be read."""
    lists = [entries for entries in _read(data, file).lists.values() if isinstance(entries, list)]
    return frozenset(str(entry.get("id")) for entries in lists for entry in entries if isinstance(entry, dict))


class _YamlFile(Struct, frozen=True):
    """A file's text as reading sees it (no byte order mark, one kind of line end), and what is in it."""

    text: str
    lists: dict[str, Any]


def _read(data: bytes, file: str) -> _YamlFile:
    try:
        text = decode(data, file)
        raw, _origin = load(text, file)
    except ValueFlaw as found:
        problem = found.problem
        raise Refused(problem.message, where=str(problem.where), remedy=problem.remedy) from None
    if raw is not None and not isinstance(raw, dict):
        raise Refused("The file is not a plain list of keys", where=f"{file}:1", remedy=_BY_HAND)
    return _YamlFile(text, raw or {})


def _with_line_ends_of(data: bytes, text: str) -> bytes:
    mark = _BOM if data.startswith(_BOM) else b""
    return mark + text.replace("\n", "\r\n" if b"\r\n" in data else "\n").encode()


def _is_one_more(before: Mapping[str, Any], after: Mapping[str, Any], key: str) -> bool:
    """Return whether `after` is `before` with one item more at the end of `key`, and nothing else changed."""
    entries = after.get(key)
    if not isinstance(entries, list):
        return False
    others = {**after, key: before.get(key)} if key in before else {k: v for k, v in after.items() if k != key}
    return others == before and entries[:-1] == (before.get(key) or [])


def _inserted(text: str, key: str, item: str, file: str) -> str:
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    nodes = _nodes(text, file)
    node = nodes.get(key)
    if node is None:
        return "".join([*lines, f"{key}:\n", item])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return "".join(_after_last(lines, node, nodes, item))
    return "".join(_first(lines, node, item, file))


def _nodes(text: str, file: str) -> dict[str, yaml.Node]:
    """Return the top-level keys with their values' places."""
    node = yaml.compose(text, yaml.SafeLoader)
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode) or node.flow_style or node.start_mark.column:
        raise Refused("The file is not a plain list of keys", where=f"{file}:1", remedy=_BY_HAND)
    return {name.value: value for name, value in node.value}


def _first(lines: list[str], node: yaml.Node, item: str, file: str) -> list[str]:
    """Return the lines with the first item of a list that is empty so far: `key:` or `key: []`."""
    line, start, end = node.start_mark.line, node.start_mark.column, node.end_mark.column
    if (node.value and node.tag != _NULL) or node.end_mark.line != line:
        where = f"{file}:{line + 1}"
        raise Refused("The list is not written with one dash for each entry", where=where, remedy=_BY_HAND)
    head = lines[line][:start].rstrip() + lines[line][end:]
    return [*lines[:line], head, item, *lines[line + 1 :]]


def _after_last(lines: list[str], node: yaml.Node, nodes: Mapping[str, yaml.Node], item: str) -> list[str]:
    """Return the lines with the item after the list's last.

    It comes before the notes and empty lines that lead to what follows.
    """
    column = node.start_mark.column
    is_last = all(other.start_mark.index <= node.start_mark.index for other in nodes.values())
    at = len(lines) if is_last else node.end_mark.line
    while at and _leads_to_what_follows(lines[at - 1], column):
        at -= 1
    return [*lines[:at], *_moved(item, column), *lines[at:]]


def _moved(item: str, column: int) -> list[str]:
    """Return the item's lines, whose dash stands at column 2, with the dash at `column`."""
    return [" " * column + line[2:] if line.strip() else line for line in item.splitlines(keepends=True)]


def _leads_to_what_follows(line: str, column: int) -> bool:
    words = line.lstrip(" ")
    return not words.strip() or (words.startswith("#") and len(line) - len(words) <= column)
