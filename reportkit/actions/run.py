"""The frame of every act: bring in what others did, gather, record, hand on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.record import Intent, record
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.session import Session
from reportkit.moderation.store import Moved
from reportkit.workspace.sharing import bring_in, hand_on

_ATTEMPTS: Final = 20

Prepare: TypeAlias = Callable[[Session, Manner], str]
"""What is done with the shared place before an act; returns why it could not be, or ""."""

Look: TypeAlias = Callable[[Session, str, Manner], CaseFile]
"""How everything that an act rests on is gathered."""


def act(
    session: Session,
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
    obstacle = prepare(session, manner)
    slug = session.inspection(inspection)  # it may have come in just now
    case_file = look(session, slug, manner)
    for attempt in range(_ATTEMPTS):
        try:
            record(session, case_file, intend(case_file), manner)
            break
        except Moved:
            now = look(session, slug, manner)
            if attempt == _ATTEMPTS - 1 or _basis(now) != _basis(case_file):
                raise
            case_file = now
    hand_on(session, manner, obstacle)


def _basis(case_file: CaseFile) -> tuple[str, str]:
    """What the person knows and decides by: the content, and the policy."""
    return case_file.store.subject(case_file.slug), case_file.policy_digest
