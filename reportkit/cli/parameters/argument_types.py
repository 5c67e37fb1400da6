"""Names as arguments: inspections and findings, completed from the folders; bodies."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from reportkit.cli.session import Session
from reportkit.errors import ReportkitError
from reportkit.workspace.inspection_folders import INSPECTIONS, inspection_names


def _session(ctx: click.Context) -> Session:
    """Return the session while completing, when the group's own function has not run."""
    return Session(Path(ctx.find_root().params.get("start") or "."), asks=False)


def named_before(ctx: click.Context, root: Path) -> str | None:
    """Return the inspection that was typed before what is being completed, if any was."""
    # After an option without its value click has sorted nothing yet: the words wait in ctx.args.
    waiting = next((word for word in ctx.args if word in inspection_names(root)), None)
    named: str | None = ctx.params.get("inspection") or waiting
    return named


def _starting(names: tuple[str, ...], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


class InspectionName(click.ParamType[str]):
    """An inspection's name. The Tab key offers those of the project."""

    name = "inspection"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  click's signature
        """Return the inspections whose names begin so; none outside a project."""
        try:
            return _starting(inspection_names(_session(ctx).place), incomplete)
        except ReportkitError:
            return []


class FindingName(click.ParamType[str]):
    """A finding's id. The Tab key offers those of the inspection that was named before it."""

    name = "finding"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  click's signature
        """Return the findings whose ids begin so; none outside a project."""
        return _files_of(ctx, "findings/*.md", incomplete)


class RecommendationName(click.ParamType[str]):
    """A recommendation's id. The Tab key offers those of the inspection that was named before it."""

    name = "recommendation"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  click's signature
        """Return the recommendations whose ids begin so; none outside a project."""
        return _files_of(ctx, "recommendations/*.yaml", incomplete)


def _files_of(ctx: click.Context, pattern: str, incomplete: str) -> list[CompletionItem]:
    """Return the ids of such files in the inspection that was named, where they begin so."""
    try:
        session = _session(ctx)
        folder = session.root / INSPECTIONS / session.inspection(named_before(ctx, session.root))
        return _starting(tuple(sorted(path.stem for path in folder.glob(pattern))), incomplete)
    except ReportkitError:
        return []


INSPECTION = InspectionName()
FINDING = FindingName()
RECOMMENDATION = RecommendationName()
