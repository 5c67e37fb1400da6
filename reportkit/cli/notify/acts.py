"""The acts of `reportkit notify` besides telling the score itself, each in a file of its own."""

from __future__ import annotations

ACTS = {
    "sent": "Record how a letter or the press release went off.",
    "copies": "Hand over copies of what was issued again.",
}
"""Every act by its name, and what it does in a line."""

MODULES = {"look": "reportkit.cli.notify.show", **{name: f"reportkit.cli.notify.{name}" for name in ACTS}}
