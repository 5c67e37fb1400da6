"""The frame of every act: bring in what others did, gather, record, hand on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.record import Intent, record
from reportkit.cli.parameters.act_options import Manner
from reportkit.moderation.store import Moved
from reportkit.workspace.sharing import bring_in, hand_on
from reportkit.workspace.workspace import Workspace

_ATTEMPTS: Final = 20

Prepare: TypeAlias = Callable[[Workspace, Manner], str]
"""What is done with the shared place before an act; returns why it could not be, or ""."""

Look: TypeAlias = Callable[[Workspace, str, Manner], CaseFile]
"""How everything that an act rests on is gathered."""


def act(
    workspace: Workspace,
    inspection: str | None,
    manner: Manner,
    intend: Callable[[CaseFile], Intent],
    prepare: Prepare = bring_in,
    look: Look = gather,
) -> None:
    """Do one act on an inspection, given what is intended where it stands now.

    Where others keep recording meanwhile, it is gathered and judged anew; not where what lies before the person
    changed, for that they have not seen. Raises Refused with everything in the way.
    """
    obstacle = prepare(workspace, manner)
    slug = workspace.inspection(inspection)  # it may have come in just now
    case_file = look(workspace, slug, manner)
    for attempt in range(_ATTEMPTS):
        try:
            record(workspace, case_file, intend(case_file), manner)
            break
        except Moved:
            now = look(workspace, slug, manner)
            if attempt == _ATTEMPTS - 1 or _basis(now) != _basis(case_file):
                raise
            case_file = now
    hand_on(workspace, manner, obstacle)


def _basis(case_file: CaseFile) -> tuple[str, str]:
    """What the person knows and decides by: the content, and the policy."""
    return case_file.store.subject(case_file.slug), case_file.policy_digest
