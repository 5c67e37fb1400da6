"""An act whose documents go out to the world: what others did comes in first, and they have the act before anybody."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import click
from msgspec.structs import replace

from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.record import Intent
from reportkit.actions.run import Look, act
from reportkit.cli.parameters.act_options import Manner
from reportkit.errors import ReportkitError, Trouble
from reportkit.gitstore.records.shared_first import SharedFirstStore
from reportkit.gitstore.resume import finish
from reportkit.workspace.sharing import bring_in_or_raise
from reportkit.workspace.workspace import Workspace


def act_shared_first(
    workspace: Workspace, slug: str, manner: Manner, intend: Callable[[CaseFile], Intent], look: Look = gather
) -> tuple[CaseFile, Intent]:
    """Do one act on an inspection in the shared place, or not at all. Returns what was recorded, and where it stood.

    Only what this returns from may be handed over. Raises as `act` does; Trouble where nobody can be asked.
    """
    tried: list[tuple[CaseFile, Intent]] = []

    def intending(case_file: CaseFile) -> Intent:
        intent = intend(case_file)
        tried.append((case_file, intent))
        return intent

    act(workspace, slug, manner, intending, prepare=_nothing_yet, look=partial(see, look=look))
    return tried[-1]


def see(workspace: Workspace, slug: str, manner: Manner, look: Look = gather) -> CaseFile:
    """Everything that such an act rests on, with what others did brought in first, and a record that is shared first.

    Raises Trouble where the shared place cannot be reached: nothing goes out that others do not know of.
    """
    _bring_in(workspace, manner)
    case_file = look(workspace, slug, manner)
    store = SharedFirstStore(workspace.root, case_file.repository)
    click.get_current_context().call_on_close(store.close)
    return replace(case_file, store=store)


def _nothing_yet(_: Workspace, __: Manner) -> str:
    """Looking brings in what others did: each time anew, where somebody was quicker."""
    return ""


def _bring_in(workspace: Workspace, manner: Manner) -> None:
    if manner.dry_run:
        return
    if not workspace.is_shared:
        finish(workspace.root)
        return
    try:
        bring_in_or_raise(workspace)
    except ReportkitError as obstacle:
        what = f"Nothing was issued, for nobody can tell whether others were quicker: {obstacle.what}"
        raise Trouble(what, where=obstacle.where, remedy=obstacle.remedy) from obstacle
