"""Sign an inspection off as it is saved, or say that you do not agree [114]."""

from __future__ import annotations

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Confirmation, Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.actions.seen_content import content, last_seen
from reportkit.errors import Refused
from reportkit.moderation.attribution import day_of
from reportkit.moderation.events import Content, Refusal, SignOff
from reportkit.moderation.validity_by_history import attribution
from reportkit.moderation.words import ASSESSED
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.signer import Acting, signer_of
from reportkit.workspace.workspace import Workspace

_QUESTION = "Sign it as it is now?"


class SignOffRequest(Request, frozen=True, kw_only=True):
    """A request to sign; `reason` says why the person does not agree, and without it they do.

    `here_before` is the id of the inspection's tree on this computer before others' work came in, None where it was
    not there (see `tree_here`).
    """

    reason: str | None = None
    here_before: str | None = None


def tree_here(workspace: Workspace, inspection: str | None) -> str | None:
    """Return the id of the inspection's saved tree; None where there is none. Ask it before bringing work in."""
    slug = inspection or workspace.inspection_here()
    return workspace.trees(f"{INSPECTIONS}/{slug}")[0] if slug else None


def prepare(workspace: Workspace, request: SignOffRequest) -> Prepared:
    """Work out a sign-off or a refusal. Raises Refused where the person's sign-off of just this holds already."""
    return prepare_record(SIGN_OFF, workspace, request, _intent)


def _intent(workspace: Workspace, case_file: CaseFile, request: SignOffRequest) -> Intent:
    seen = content(workspace, case_file.slug)
    if request.reason is not None:
        return Intent(details=Refusal(reason=request.reason, content=seen))
    _refuse_again(workspace, case_file, request, seen)
    changed = _what_changed(workspace, case_file, seen, request.here_before)
    return Intent(
        details=SignOff(assessed=ASSESSED, content=seen),
        needs="sign-off",
        confirmations=(changed,) if changed else (),
    )


def _refuse_again(workspace: Workspace, case_file: CaseFile, request: SignOffRequest, seen: Content) -> None:
    """Raise Refused where the person's sign-off of exactly this holds, and another could not be surer."""
    for entry in case_file.standing.signed:
        record = entry.record
        same = isinstance(record.details, SignOff) and record.details.content == seen
        if not same or record.person != case_file.person.id or request.role not in (None, record.role):
            continue
        acting = Acting(case_file.person, case_file.policy, case_file.identity, case_file.clock.today)
        surest = attribution(entry, case_file.policy, case_file.case).sure == "proven"
        if surest or signer_of(workspace, acting).key is None:
            raise Refused(
                f"You signed exactly this on {day_of(record)}, and it holds",
                remedy=f"`reportkit moderate {case_file.slug}` shows who else has signed.",
            )


def _what_changed(
    workspace: Workspace, case_file: CaseFile, seen: Content, here_before: str | None
) -> Confirmation | None:
    """Return the words that changed since the person last looked at it to sign, for them to agree to.

    For a first sign-off they are those that came in just now.
    """
    last = last_seen(case_file)
    if last is None and here_before is None:
        return Confirmation(f"{case_file.slug} came in just now: it was not on this computer before.", _QUESTION)
    then = last[1].inspection if last else here_before
    when = f"you looked at it on {day_of(last[0].record)}" if last else "just now"
    if then is None or then == seen.inspection or not workspace.changes(then, seen.inspection):
        return None
    words = workspace.changed_words(then, seen.inspection)
    return Confirmation(f"Since {when}, [-this went-] and {{+this came+}}:\n\n{words}\n", _QUESTION)


SIGN_OFF = Action("sign-off", prepare)
