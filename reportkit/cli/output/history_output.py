"""What was recorded, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.actions.audit_trail import Row
from reportkit.actions.history import History
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.terminal_output import say
from reportkit.moderation.blocker import short

FORMAT = 1


def say_faults(found: History) -> None:
    """Say on stderr which records cannot be read, and why."""
    for fault in found.faults:
        say(f"{fault.name}: {fault.why}", err=True)


def say_history(found: History) -> None:
    """Say what was recorded, oldest first."""
    say("\n".join(line for row in found.rows for line in _lines(row)) or "Nothing is recorded yet.")


def history_json(found: History) -> bytes:
    """Return the same as JSON, in the shape of docs/json.md."""
    answer = {"format": FORMAT, "inspection": found.inspection, "acts": found.rows}
    return json_bytes(answer)


def _lines(row: Row) -> Iterator[str]:
    yield f"{row.at:%Y-%m-%d %H:%M}  {row.name} ({row.in_role}) {row.what}"
    facts = [short(row.digest), row.event, row.how_sure, f"content {short(row.subject)}" if row.subject else ""]
    yield f"    {', '.join(filter(None, facts))}{f'; {row.void}' if row.void else ''}"
