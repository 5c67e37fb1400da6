"""Judge strictly what is recorded from now on: a change of policy.yaml, after a look at what it would change."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reportkit.actions.change_policy import PolicyEdit, prepare_planned_change, start_edit
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.files.policy_edit import with_judging
from reportkit.moderation.policy import STRICT, Policy
from reportkit.reading.policy import policy_from
from reportkit.workspace.workspace import Workspace


class StricterRequest(Request, frozen=True, kw_only=True):
    """Why records are judged strictly."""

    reason: str | None = None


def prepare(workspace: Workspace, request: StricterRequest) -> Prepared:
    """Work out the change, with what would be judged otherwise. Raises Refused where policy.yaml says so already."""
    saved = start_edit(workspace)
    edit = PolicyEdit(
        saved=saved,
        after=with_judging(saved.data, STRICT),
        message="people: judge records strictly",
        reason=request.reason,
    )
    prepared = prepare_planned_change(STRICTER, workspace, request, edit)
    return replace(prepared, remarks=(*prepared.remarks, *_from_now_on(policy_from(saved.data))))


def _from_now_on(policy: Policy) -> Iterator[str]:
    """Yield what is judged otherwise from then on."""
    yield "From now on a change of policy.yaml by hand is in force only once a person who may change it records it."
    signers = ", ".join(person.name for person in policy.people if person.keys)
    if signers:
        yield f"From now on what these people record counts only with a signature by a key of theirs: {signers}."
    yield "What is recorded already is judged as before."


STRICTER = Action("people stricter", prepare)
