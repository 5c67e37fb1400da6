"""What `check` takes as names, for the Tab key: listed from folders, nothing is read."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from reportkit.cli.parameters.argument_types import FINDING, InspectionName


class Checkable(InspectionName):
    """An inspection or, after one, a finding of it."""

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Inspections that begin so and, where one is named or stood in, its findings."""
        named = ctx.params.get("names") or ()
        ctx.params["inspection"] = named[0] if named else None
        return [*super().shell_complete(ctx, param, incomplete), *FINDING.shell_complete(ctx, param, incomplete)]


CHECKABLE = Checkable()
