"""The second step of an action that records: sign, write, read back, and hand over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from reportkit.actions.case_file import CaseFile
from reportkit.actions.deliver_mail import deliver_with_text, ready_with_text
from reportkit.actions.intent import CopyFile, Intent, Message
from reportkit.actions.prepared import Action, Copies, Done, HandedOver, Moved, Prepared
from reportkit.actions.refusal import InTheWay
from reportkit.actions.rules_ahead import problems_ahead
from reportkit.errors import Refused, ReportkitError, WrongUse
from reportkit.gitstore.progress_report import TellProgress
from reportkit.moderation.causal_order import Entry, chronicle
from reportkit.moderation.codec import digest_of, encode
from reportkit.moderation.comment_events import DraftSent
from reportkit.moderation.record import Record
from reportkit.moderation.standing import Standing, standing
from reportkit.moderation.store import OutOfDate, Receipt, Recording, SignedRecord
from reportkit.moderation.valid_records import weigh
from reportkit.workspace.sharing import Sharing, bring_in, bring_in_or_stop, look_out
from reportkit.workspace.signer import Signer
from reportkit.workspace.workspace import Workspace


def before(workspace: Workspace, action: Action[Any], progress: TellProgress | None = None) -> Sharing:
    """Do with others' work what an action needs before it is prepared. Raises Trouble where it cannot do without."""
    if action.others == "bring in first":
        return bring_in_or_stop(workspace, progress)
    return (look_out if action.others == "look" else bring_in)(workspace, progress)


def carry_out(workspace: Workspace, prepared: Prepared, progress: TellProgress | None = None) -> Done | Moved:
    """Record a prepared action, once and whole, and hand over what goes with it.

    Returns Moved, and records nothing, where something that it rests on changed meanwhile. Raises InTheWay where
    something stands in its way, and Refused or Trouble where it cannot be signed or written.
    """
    if prepared.obstacles:
        raise InTheWay(prepared.obstacles)
    record, intent, signer = _parts(prepared)
    store = workspace.shared_first(progress) if prepared.action.others == "bring in first" else workspace.store
    with ExitStack() as until_then:
        deliveries = [
            (each.to, until_then.enter_context(ready_with_text(each.target, each.data)))
            for each in _messages(prepared, intent)
        ]
        try:
            receipt = store.append(_recording(prepared, record, intent, signer))
        except OutOfDate:
            return _moved(workspace, prepared, progress)
        handed = tuple(_hand_over(to, put) for to, put in deliveries)
    done = _done(prepared, receipt, handed)
    workspace.close()  # the next action reads the version that holds this one
    return done


def _parts(prepared: Prepared) -> tuple[Record, Intent, Signer]:
    """Return what a prepared action holds when nothing stands in its way."""
    if prepared.record is None or prepared.intent is None or prepared.signer is None:
        raise WrongUse("This action was not prepared to the end", remedy="Prepare it again.")
    return prepared.record, prepared.intent, prepared.signer


def _done(prepared: Prepared, receipt: Receipt, handed: tuple[HandedOver, ...]) -> Done:
    """Return what was done, once the copies that a person takes are written."""
    record, intent, signer = _parts(prepared)
    return Done(
        prepared=prepared,
        receipt=receipt,
        after=_after(prepared.case_file, record, signer) if prepared.case_file else None,
        notice=handed[0] if prepared.notice else None,
        messages=handed[1:] if prepared.notice else handed,
        copies=_write(intent.copies),
    )


def _messages(prepared: Prepared, intent: Intent) -> Iterator[Message]:
    """Return the messages that must be ready before anything is recorded, the notice first."""
    if prepared.notice and intent.behalf:
        yield Message(intent.behalf.person.name, intent.behalf.target, prepared.notice.data)
    yield from intent.messages


def _recording(prepared: Prepared, record: Record, intent: Intent, signer: Signer) -> Recording:
    data = encode(record)
    return Recording(
        inspection=prepared.inspection,
        version=prepared.basis.version,
        records=(SignedRecord(data=data, signature=signer.sign(data)),),
        files=intent.kept(prepared.inspection),
        message=prepared.message,
        name=signer.identity.name,
        email=signer.identity.email,
    )


def _moved(workspace: Workspace, prepared: Prepared, progress: TellProgress | None) -> Moved:
    """Prepare the action again. What goes out first brings in what others shared meanwhile."""
    first = prepared.action.others == "bring in first"
    synced = bring_in_or_stop(workspace, progress).synced if first else None
    workspace.close()  # it holds what was saved before others moved on
    return Moved(prepared.action.prepare(workspace, prepared.request), synced)


def _hand_over(to: str, put: Callable[[], Path]) -> HandedOver:
    try:
        return HandedOver(to, put())
    except Refused as obstacle:
        return HandedOver(to, None, str(obstacle))


def _write(copies: tuple[CopyFile, ...]) -> Copies:
    """Write copies of what was recorded. What keeps one from its place is told: the act is recorded all the same."""
    written: list[Path] = []
    otherwise = prepared_otherwise(copies)
    try:
        written += (deliver_with_text(each.path, each.data) for each in copies)
    except (ReportkitError, OSError) as obstacle:
        return Copies(tuple(written), otherwise, str(obstacle))
    return Copies(tuple(written), otherwise)


def prepared_otherwise(copies: tuple[CopyFile, ...]) -> tuple[Path, ...]:
    """Return the Word copies that were prepared and are not what was issued: what was printed of them is void."""
    word = (each for each in copies if each.path.suffix == ".docx")
    return tuple(each.path for each in word if each.path.is_file() and each.path.read_bytes() != each.data)


def _after(case_file: CaseFile, record: Record, signer: Signer) -> Standing:
    """Return where the inspection stands once the record is there too. Nothing is read again."""
    entry = Entry(digest=digest_of(encode(record)), record=record, evidence=signer.evidence())
    ledger = weigh(chronicle((*case_file.ledger.chronicle, entry)), case_file.policy, case_file.case)
    subjects = partial(case_file.store.subject, case_file.slug)
    ahead = problems_ahead(case_file.inspection, ledger, case_file.casework)
    seen_now = isinstance(record.details, DraftSent)
    case = replace(case_file.case, ahead=ahead, worse=() if seen_now else case_file.case.worse)
    return standing(case, ledger, case_file.policy, case_file.clock.today, case_file.problems, subjects)
