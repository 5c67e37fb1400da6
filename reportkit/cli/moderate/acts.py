"""The acts of `reportkit moderate`, each in a file of its own that is read only when it is asked for."""

from __future__ import annotations

ACTS = {
    "submit": "Hand an inspection to its moderators.",
    "pack": "Make what the moderators read, in Word or as messages.",
    "meeting": "Note a meeting: who was there, and what came out for each judgement.",
    "query": "Ask for further information.",
    "answer": "Answer a query.",
    "sign-off": "Sign, or say that you do not agree.",
    "withdraw": "Take your sign-off or your query back.",
    "cover": "Let another person act for a moderator who is away.",
    "override": "Set a rule aside, saying why.",
    "decide": "Record the final score.",
    "clear": "Let a sensitive finding stand in public papers.",
    "odpm-discussion": "Note that weak prospects were discussed with the ODPM.",
    "progress": "Tell how far the work on a recommendation has come.",
}
"""Every act by its name, and what it does in a line."""

MODULES = {name: f"reportkit.cli.moderate.{name.replace('-', '_')}" for name in ACTS}
