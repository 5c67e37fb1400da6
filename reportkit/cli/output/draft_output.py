"""What is in a draft, in words."""

from __future__ import annotations

from reportkit.actions.draft import Draft


def counts(draft: Draft) -> str:
    """Return what is in it: "66 findings; 0 wrong, 2 not there yet, 14 warnings"."""
    findings = f"{draft.findings:,} finding{'' if draft.findings == 1 else 's'}"
    warnings = f"{draft.warnings:,} warning{'' if draft.warnings == 1 else 's'}"
    return f"{findings}; {draft.wrong:,} wrong, {draft.missing:,} not there yet, {warnings}"
