"""The changes that `reportkit people` makes, each in a file of its own that is read only when it is asked for."""

from __future__ import annotations

ACTS = {
    "add": "Add a person.",
    "retire": "Say until when a person holds their roles.",
    "keys": "List a person's keys, add one, or take one out.",
    "save": "Record what was changed in policy.yaml by hand.",
}
"""Every change by its name, and what it does in a line."""

MODULES = {name: f"reportkit.cli.people.{name}" for name in ACTS}
