"""Send the signed draft to the bodies: a copy for each, drawn from what was signed, with its message [115]."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from reportkit.actions.body_copies import BodyCopy, copy_for, folder_for, messages, name_of, without_address
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.draft import written_with
from reportkit.actions.intent import Intent, Message, Paper
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.readiness import refuse_unready
from reportkit.actions.request import Request
from reportkit.actions.signed_content import SignedContent, issued_name, signed
from reportkit.actions.template_cache import kept_code
from reportkit.document.blocks import Document
from reportkit.errors import WrongUse
from reportkit.inspection.milestones import Body, Turn
from reportkit.mail.comment_mail import Invitation, invitation_message
from reportkit.mail.message import Correspondent
from reportkit.moderation.blocker import GAP
from reportkit.moderation.comment_events import Copy, DraftSent, TurnAgreed
from reportkit.publications.comment_copy import comment_edition
from reportkit.publications.phrases import day
from reportkit.publications.report import report
from reportkit.publications.to_be_completed import to_be_completed
from reportkit.timetable.working_days import add_working_days
from reportkit.workspace.workspace import Workspace

_WITH_A_ROUND_TABLE: Final = ("almo", "re-inspection")


class SendDraftRequest(Request, frozen=True, kw_only=True):
    """A request to send the draft: the round table that was agreed, unless an earlier sending settled it.

    `wider` says whether the authority prefers a wider presentation too, None where that is not said. `with_gaps` sends
    a report with gaps, and `reason` says why. `out` is the folder for the messages, by default out/.
    """

    turn: Turn | None = None
    agreed_on: dt.date | None = None
    agreed_with: tuple[str, ...] = ()
    wider: bool | None = None
    note: str | None = None
    out: str | None = None
    with_gaps: bool = False
    reason: str | None = None


def prepare(workspace: Workspace, request: SendDraftRequest) -> Prepared:
    """Work out the sending: its record, the copies, and the messages that bring them.

    Raises Refused where the bodies have just this draft, WrongUse where the guidance asks for more to be said.
    """
    return prepare_record(SEND_DRAFT, workspace, request, _intent, gather)


def _intent(workspace: Workspace, case_file: CaseFile, request: SendDraftRequest) -> Intent:
    due = add_working_days(case_file.clock.today, case_file.policy.comment_period)
    agreed, wider = _settled(case_file, request)
    aside = set_aside(with_gaps=request.with_gaps, reason=request.reason)
    refuse_unready(workspace, case_file, "send", despite=aside)
    what = signed(workspace, case_file)
    copies = tuple(_copies(case_file, what, due))
    return Intent(
        details=DraftSent(
            content=what.content,
            rests_on=what.rests_on,
            final=what.final,
            copies=tuple(_recorded(each, due) for each in copies),
            period=case_file.policy.comment_period,
            agreed=agreed,
            wider=wider,
            note=note_of(case_file, request.note, request.reason),
        ),
        needs="send",
        overrides=aside,
        papers=tuple(each.paper for each in copies),
        messages=_invited(case_file, copies, due, folder_for(workspace, request.out)),
        remarks=without_address(case_file, copies),
    )


def _invited(case_file: CaseFile, copies: Iterable[BodyCopy], due: dt.date, folder: Path) -> tuple[Message, ...]:
    """Return the messages for a sending in which every body has the same last day."""
    last_days, again = dict.fromkeys(case_file.case.bodies, due), case_file.ledger.sent is not None
    return tuple(invitations(case_file, copies, last_days, folder, again=again))


def _recorded(copy: BodyCopy, due: dt.date) -> Copy:
    return Copy(body=copy.body, document=copy.paper.name, to=copy.to.name if copy.to else None, due=due)


def _settled(case_file: CaseFile, request: SendDraftRequest) -> tuple[TurnAgreed | None, bool | None]:
    """Return what was agreed of the round table, and whether a wider presentation is preferred: now, or before.

    Raises WrongUse where the guidance asks for the turn and it was never said.
    """
    before = case_file.ledger.sent[1] if case_file.ledger.sent else None
    known = before.agreed if before else None
    if request.turn is not None:
        known = TurnAgreed(turn=request.turn, on=request.agreed_on, with_=request.agreed_with)
        _refuse_half_agreed(case_file, known)
    elif request.agreed_on or request.agreed_with:
        raise WrongUse("It is not clear what was agreed", remedy="Say it too: --turn before, or --turn after.")
    if known is None and case_file.inspection.particulars.kind in _WITH_A_ROUND_TABLE:
        what = "It is not said whether written comments come before the round table or after it [115]"
        raise WrongUse(what, remedy="Agree it with both bodies, then say it: --turn before, or --turn after.")
    return known, before.wider if request.wider is None and before else request.wider


def _refuse_half_agreed(case_file: CaseFile, agreed: TurnAgreed) -> None:
    if case_file.inspection.particulars.kind in _WITH_A_ROUND_TABLE and len(set(agreed.with_)) < len(
        case_file.case.bodies
    ):
        what = "The turn of comments and round table is agreed with both bodies [115]"
        raise WrongUse(what, remedy='Name a person of each: --agreed-with "Jane Hart,Mo Khan".')


def _copies(case_file: CaseFile, what: SignedContent, due: dt.date) -> Iterator[BodyCopy]:
    for body in case_file.case.bodies:
        edition = comment_edition(name_of(body, what.inspection), due)
        head = ", ".join(filter(None, (case_file.marking.lower(), edition.head)))
        document = report(what.inspection, what.setting, what.templates, kept_code(), replace(edition, head=head))
        data = written_with(marked(document), what.house)
        yield copy_for(
            case_file, body, Paper(issued_name(f"{case_file.clock.today:%Y%m%d}", f"draft-{body}", data), data)
        )


def invitations(
    case_file: CaseFile, copies: Iterable[BodyCopy], due: Mapping[Body, dt.date], folder: Path, *, again: bool
) -> Iterator[Message]:
    """Yield the messages that bring copies of the draft, each with its body's last day to comment."""
    sender = Correspondent(case_file.person.name, case_file.person.email)
    title = case_file.inspection.particulars.judged

    def write(copy: BodyCopy, to: Correspondent) -> bytes:
        invitation = Invitation(
            title=title, due=day(due[copy.body]), copy=copy.attachment, salutation=copy.salutation, again=again
        )
        return invitation_message(to, sender, invitation, case_file.clock.now)

    return messages(case_file, copies, folder, "draft", write)


SEND_DRAFT = Action("send", prepare, "bring in first")


def set_aside(*, with_gaps: bool, reason: str | None) -> frozenset[str]:
    """Return the subjects of blockers that sending sets aside. Raises WrongUse where a reason is missing, or alone."""
    if with_gaps and reason is None:
        raise WrongUse("Why the draft goes out with gaps is not said", remedy='Say it: --with-gaps --reason "…".')
    if reason is not None and not with_gaps:
        raise WrongUse("A reason is given for gaps alone", remedy="Give --with-gaps too, or say it with --note.")
    return frozenset((GAP,)) if with_gaps else frozenset()


def note_of(case_file: CaseFile, note: str | None, reason: str | None) -> str | None:
    """Return the note of a draft that is sent: with how many gaps, and why, where it is sent with any."""
    count = sum(each.rule == GAP for each in case_file.standing.blockers)
    if reason is None or not count:
        return note
    gaps = "1 gap" if count == 1 else f"{count} gaps"
    return " ".join(filter(None, (note, f"Sent with {gaps}, because: {reason}")))


def marked(document: Document) -> Document:
    """Return a copy for a body with every gap marked as to be completed; the same where there is none."""
    return replace(document, blocks=to_be_completed(document.blocks))
