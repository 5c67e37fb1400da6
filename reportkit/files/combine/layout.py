"""The text of a file as a tree of fields that keeps every character, and what each field's value is."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from msgspec import Struct

Raw: TypeAlias = Any  # what reading/yaml.py gives: text, lists, mappings, None


class Leaf(Struct, frozen=True):
    """A value that is changed as a whole: its text as written, and what it means."""

    text: str
    value: Raw


class Branch(Struct, frozen=True):
    """A mapping or a list: what stands before its first entry, its entries, and what stands after the last."""

    kind: Literal["keys", "list"]
    opening: str
    entries: tuple[Entry, ...]
    tail: str = ""


class Entry(Struct, frozen=True):
    """A key with its value, or one item of a list.

    `lead` are the comments and empty lines before it, `head` its key or dash, `trail` what follows the value.
    """

    key: str
    lead: str
    head: str
    node: Node
    trail: str = ""


Node: TypeAlias = Leaf | Branch


def text_of(node: Node) -> str:
    """Return the text, character by character as it was."""
    if isinstance(node, Leaf):
        return node.text
    return node.opening + "".join(map(text_of_entry, node.entries)) + node.tail


def text_of_entry(entry: Entry) -> str:
    """Return an entry's text with what stands around it."""
    return entry.lead + entry.head + text_of(entry.node) + entry.trail


def value_of(node: Node) -> Raw:
    """Return what the text means. A mapping leaves out keys without a value, a list items without one."""
    if isinstance(node, Leaf):
        return node.value
    return gathered(node.kind, [(entry.key, value_of(entry.node)) for entry in node.entries])


def gathered(kind: Literal["keys", "list"], values: list[tuple[str, Raw]]) -> Raw:
    """Return the value of a branch with these entries."""
    given = [(key, value) for key, value in values if value is not None]
    return dict(given) if kind == "keys" else [value for _, value in given]


def is_empty(node: Node) -> bool:
    """Return whether nothing is in it: no value, or an empty list or mapping."""
    return isinstance(node, Leaf) and node.value in (None, [], {})
