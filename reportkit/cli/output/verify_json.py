"""A verdict as JSON for other programs."""

from __future__ import annotations

import msgspec

from reportkit.actions.verify import RecordVerdict

FORMAT = 1


def as_json(verdict: RecordVerdict) -> str:
    """The whole verdict as one JSON text of several lines."""
    value = {
        "format": FORMAT,
        "about": verdict.about,
        "outcome": verdict.outcome or "whole",
        "records": verdict.records,
        "versions": verdict.versions,
        "findings": [msgspec.to_builtins(finding) for finding in verdict.findings],
    }
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
