"""Rules as arguments, completed."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from reportkit.guidance.rule_list import ALL_ROWS


class RuleName(click.ParamType[str]):
    """A rule's id. The Tab key offers those that there are."""

    name = "rule"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  click's signature
        """Return the rules whose ids begin so, with their titles."""
        begun = incomplete.upper()
        fitting = (row for name, row in ALL_ROWS.items() if name.upper().startswith(begun))
        return [CompletionItem(row.id, help=row.title) for row in fitting]


RULE = RuleName()
