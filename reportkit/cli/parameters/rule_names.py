"""Rules as arguments: found however their ids are typed, and completed."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from reportkit.cli.suggestions import hint
from reportkit.errors import WrongUse
from reportkit.guidance.rule_list import ALL_ROWS
from reportkit.guidance.rule_rows.row import RuleRow


class RuleName(click.ParamType[str]):
    """A rule's id. The Tab key offers those that there are."""

    name = "rule"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  click's signature
        """The rules whose ids begin so, with their titles."""
        begun = incomplete.upper()
        fitting = (row for name, row in ALL_ROWS.items() if name.upper().startswith(begun))
        return [CompletionItem(row.id, help=row.title) for row in fitting]


RULE = RuleName()


def row_named(name: str) -> RuleRow:
    """The row of this id: e04, E4 and E04 are one. Raises WrongUse, with the likely one where one is near."""
    by_any_case = {known.upper(): row for known, row in ALL_ROWS.items()}
    given = name.strip().upper()
    row = by_any_case.get(given) or by_any_case.get(f"{given[:1]}0{given[1:]}")
    if row is None:
        raise WrongUse(f"There is no rule '{name}'", remedy=hint(given, ALL_ROWS, "reportkit explain"))
    return row
