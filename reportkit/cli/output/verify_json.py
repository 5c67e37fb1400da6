"""A verdict as JSON for other programs."""

from __future__ import annotations

import msgspec

from reportkit.actions.record_verdict import RecordVerdict
from reportkit.cli.output.json_envelope import json_bytes

FORMAT = 1


def as_json(verdict: RecordVerdict) -> bytes:
    """Return the whole verdict as one JSON text of several lines."""
    value = {
        "format": FORMAT,
        "about": verdict.about,
        "outcome": verdict.outcome or "whole",
        "records": verdict.records,
        "versions": verdict.versions,
        "findings": [msgspec.to_builtins(finding) for finding in verdict.findings],
    }
    return json_bytes(value)
