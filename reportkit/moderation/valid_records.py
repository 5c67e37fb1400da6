"""Which records count: each is judged by what its writer had seen. And whether one that is about to be made would."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.moderation.attribution import day_at
from reportkit.moderation.blocker import Objection
from reportkit.moderation.case import Case
from reportkit.moderation.causal_order import SLACK, Chronicle, Entry, chronicle, heads_of
from reportkit.moderation.comment_events import DraftSent, Drawn
from reportkit.moderation.events import Decision, Meeting, SignOff, Submitted
from reportkit.moderation.future_records import COMPARE_CLOCKS
from reportkit.moderation.judged_record import JudgedRecord
from reportkit.moderation.ledger import Ledger, SetAside
from reportkit.moderation.outcomes import Outcome
from reportkit.moderation.policy import Policy
from reportkit.moderation.record import Record
from reportkit.moderation.sign_offs import Subjects
from reportkit.moderation.subject import Signing
from reportkit.moderation.validity import judge
from reportkit.moderation.validity_by_history import judge_by_history
from reportkit.moderation.validity_of_documents import is_of_final
from reportkit.moderation.words import BODIES


def weigh(told: Chronicle, policy: Policy, case: Case) -> Ledger:
    """Return the records that count, and those that do not with what speaks against each."""
    counted = Ledger(told)
    aside: list[SetAside] = []
    for entry in told:
        objections = judge_by_history(entry, counted.known_to(entry), policy, case)
        if objections:
            aside.append(SetAside(entry, objections))
        else:
            counted = counted.with_one_more(entry)
    return Ledger(told, counted.taken, tuple(aside)) if aside else counted


def objections_to(
    entry: Entry, ledger: Ledger, policy: Policy, case: Case, subjects: Subjects
) -> tuple[Objection, ...]:
    """Return everything that speaks against recording this now; () where it may be recorded.

    `entry` is the record as it would be, with the evidence that its store would give.
    """
    told = chronicle((*ledger.chronicle, entry))
    past = Ledger(told, ledger.taken, ledger.aside)
    return (
        *judge(JudgedRecord.of(entry, past, policy, case)),
        *_against_now(entry.record, ledger, policy, case, subjects),
    )


def _against_now(record: Record, ledger: Ledger, policy: Policy, case: Case, subjects: Subjects) -> Iterator[Objection]:
    heads = heads_of({each.digest: each.record.seen for each in ledger.chronicle})
    if record.seen != heads:
        yield Objection("record", "it does not name everything that is in the record")
    latest = max((each.record.at for each in ledger.chronicle), default=0)
    if record.at + SLACK < latest:
        what = f"the record holds an act of {day_at(latest)}, which has not come yet by this computer’s clock"
        yield Objection("record", f"{what}. {COMPARE_CLOCKS}")
    if record.subject is not None and record.subject != subjects(Signing(record.stage, record.decision)):
        yield Objection("record", "it is of other content than what is saved now")
    if case.unsaved and isinstance(record.details, Submitted | SignOff | Decision | Drawn):
        yield Objection("record", f"there are unsaved changes: {', '.join(case.unsaved)}")
    yield from _against_saved(record, ledger, policy, case, subjects)


def _against_saved(
    record: Record, ledger: Ledger, policy: Policy, case: Case, subjects: Subjects
) -> Iterator[Objection]:
    """Yield what the event itself says, held against what is saved now."""
    if isinstance(record.details, Meeting | Decision):
        yield from _against_rating("the service", record.details.service, case.service, record)
        yield from _against_rating("the prospects", record.details.prospects, case.prospects, record)
    if isinstance(record.details, Decision) and policy.send_again:
        yield from against_worse(record.details, case)
    if isinstance(record.details, Drawn) and not is_of_final(record.details, ledger, subjects):
        yield Objection("record", "the final report that it says was signed is not what is saved now")
    if isinstance(record.details, DraftSent):
        for body in set(case.bodies) - set(record.details.bodies):
            yield Objection("J01", f"{BODIES[body]} gets no copy of the draft")


def _against_rating(title: str, outcome: Outcome, written: str | None, record: Record) -> Iterator[Objection]:
    """Check that a meeting begins at what inspection.yaml says.

    A decision comes to it, for by then comments were taken up.
    """
    decides = isinstance(record.details, Decision)
    said = outcome.to if decides else outcome.begins
    if said is not None and said != written:
        this = f"this decides on {said}" if decides else f"this is from {said}"
        yield Objection("I07", f"for {title} inspection.yaml says {written or 'nothing'}, and {this}")


def against_worse(details: Decision, case: Case) -> Iterator[Objection]:
    """Yield what got worse for the bodies since the draft, where the decision gives no reason not to send it."""
    known = details.unseen.about if details.unseen else ()
    for each in case.worse:
        if each.about not in known:
            yield Objection("J01", f"{each.what} since the bodies saw the draft")
