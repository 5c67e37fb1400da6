"""A finding as a layout: its keys one by one, and its text as one field."""

from __future__ import annotations

from reportkit.files.combine.layout import Branch, Entry, Leaf, Node
from reportkit.files.combine.yaml_layout import yaml_layout
from reportkit.reading.front_matter import split


def finding_layout(content: str, file: str) -> Node:
    """Return the layout of a file with keys between two --- lines. Raises ValueFlaw for one that has none."""
    parts = split(content, file)
    begins = content.index("\n") + 1
    ends = content.index("\n", begins + len(parts.keys)) + 1 if parts.text else len(content)
    keys = yaml_layout(parts.keys, file, 2)
    closing = content[begins + len(parts.keys) : ends]
    entries = (
        Entry("keys", "", content[:begins], keys, closing),
        Entry("text", "", "", Leaf(content[ends:], parts.text)),
    )
    return Branch("keys", "", entries)
