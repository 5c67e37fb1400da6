"""The acts of `reportkit comments`, each in a file of its own that is read only when it is asked for."""

from __future__ import annotations

ACTS = {
    "send": "Send the signed draft to the bodies, for comments in writing.",
    "round-table": "Note the round-table discussion, or a presentation to a wider audience.",
    "add": "Enter a comment of the authority, the ALMO or both.",
    "none": "Note that a body has no comments.",
    "extend": "Give a body more time.",
    "list": "List the comments: open, answered, late.",
    "answer": "Answer a comment: accepted, in part, not accepted or noted.",
    "response": "Tell each body what became of its comments, in Word.",
    "copies": "Hand over again what went to the bodies.",
}
"""Every act by its name, and what it does in a line."""

MODULES = {name: f"reportkit.cli.comments.{name.replace('-', '_')}" for name in ACTS}
