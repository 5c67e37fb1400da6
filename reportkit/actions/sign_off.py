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
from reportkit.moderation.causal_order import Entry
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
        shown = _what_came_in(workspace, case_file, seen, request.here_before)
        return Intent(details=Refusal(reason=request.reason, content=seen), confirmations=shown)
    _refuse_again(workspace, case_file, request, seen)
    shown = _what_came_in(workspace, case_file, seen, request.here_before) or _what_changed(workspace, case_file, seen)
    return Intent(details=SignOff(assessed=ASSESSED, content=seen), needs="sign-off", confirmations=shown)


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


def _what_changed(workspace: Workspace, case_file: CaseFile, seen: Content) -> tuple[Confirmation, ...]:
    """Return the words that changed since the person last looked at it to sign, for them to agree to."""
    last = last_seen(case_file)
    if last is None or not workspace.changes(last[1].inspection, seen.inspection):
        return ()
    return (Confirmation(_since(workspace, _when(last), last[1].inspection, seen), _QUESTION),)


def _what_came_in(
    workspace: Workspace, case_file: CaseFile, seen: Content, here_before: str | None
) -> tuple[Confirmation, ...]:
    """Return what this very command brought in, for the person to agree to. Where none can be asked it is refused.

    Nothing came in where they looked at exactly this before, on whichever computer.
    """
    last = last_seen(case_file)
    if here_before == seen.inspection or (last and last[1].inspection == seen.inspection):
        return ()
    if last is None and here_before is None:
        shown = f"{case_file.slug} came in just now: it was not on this computer before."
    else:
        then = last[1].inspection if last else here_before or ""
        shown = _since(workspace, _when(last), then, seen)
    unattended = "this command itself brought in what would be signed"
    remedy = "Read what came in, then type the same command again."
    return (Confirmation(shown, _QUESTION, unattended=unattended, unattended_remedy=remedy),)


def _when(last: tuple[Entry, Content] | None) -> str:
    return f"you looked at it on {day_of(last[0].record)}" if last else "just now"


def _since(workspace: Workspace, when: str, then: str, seen: Content) -> str:
    if workspace.changes(then, seen.inspection) is None:
        return f"It changed since {when}. What it was then is not in this copy, so read all of it."
    words = workspace.changed_words(then, seen.inspection)
    return f"Since {when}, [-this went-] and {{+this came+}}:\n\n{words}\n"


SIGN_OFF = Action("sign-off", prepare)
