"""What speaks against each event, by the record alone: given what its writer had seen, and nothing that came later.

So a record that counts goes on counting: what happens later may take it back, or make it lapse, but does not make it
wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from reportkit.moderation.blocker import Objection, moderate, short
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.comment_events import Comment, CommentAnswer, DraftSent, Extension, ResponseSent, RoundTable
from reportkit.moderation.entitlement import against_author, against_person
from reportkit.moderation.events import (
    Cover,
    Decision,
    Details,
    Meeting,
    Override,
    PolicyChanged,
    Query,
    QueryAnswer,
    Refusal,
    Reversal,
    SignOff,
    Submitted,
    Withdrawal,
)
from reportkit.moderation.house_events import Acknowledgement, Agreement
from reportkit.moderation.judged_record import Against, JudgedRecord
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.outcome_events import (
    Clearance,
    Correction,
    Dispatch,
    Letters,
    OdpmDiscussion,
    Progress,
    Published,
    ReinspectionAgreed,
)
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.reversible import instead_of_undoing
from reportkit.moderation.sign_offs import other_role
from reportkit.moderation.subject import is_code_of
from reportkit.moderation.validity_of_acknowledgements import against_acknowledgement, against_agreement
from reportkit.moderation.validity_of_comments import (
    against_comment,
    against_comment_answer,
    against_draft_sent,
    against_extension,
    against_response_sent,
    against_round_table,
)
from reportkit.moderation.validity_of_decision import against_decision
from reportkit.moderation.validity_of_documents import against_documents
from reportkit.moderation.validity_of_letters import (
    against_correction,
    against_discussion,
    against_dispatch,
    against_letters,
    against_progress,
    against_published,
    against_reinspection,
)
from reportkit.moderation.words import ASSESSED, ROLES

_OF_THE_HOUSE: Final = (PolicyChanged, Acknowledgement, Agreement)

_AT_ANY_TIME: Final = (Reversal, Cover, Override, Clearance, Progress)

SETTLED: Final = frozenset(("record", "file", "I01", "I02", "I05", "I06", "I07", "I08", "J01", "J02"))
"""What cannot be set aside: how moderation itself goes, and files that cannot be read."""


def judge(judged: JudgedRecord) -> tuple[Objection, ...]:
    """Return everything that speaks against a record; () where it counts."""
    details = judged.record.details
    own = _BY_EVENT.get(type(details))
    objections = (
        *_against_origin(judged),
        *against_person(judged),
        *_against_time(judged),
        *against_documents(judged),
        *(own(judged, details) if own else ()),
    )
    return tuple(dict.fromkeys(objections))


def _against_origin(judged: JudgedRecord) -> Against:
    record, case = judged.record, judged.case
    if record.repository != case.repository:
        yield Objection("record", "it was made in another repository")
    if record.inspection != case.inspection:
        yield Objection("record", f"it is about {record.inspection}")
    if (record.inspection == OF_THE_HOUSE) != isinstance(record.details, _OF_THE_HOUSE):
        what = "a change of policy and an acknowledgement concern all inspections, and nothing else does"
        yield Objection("record", what)
    if record.reported and record.subject and not is_code_of(record.reported.code, record.subject):
        yield Objection("I05", "the code in the reply is that of another version")
    if record.demonstration != judged.policy.demonstration:
        yield Objection("record", "it is a demonstration’s record, and this is none, or the other way round")


def _against_time(judged: JudgedRecord) -> Against:
    """Check whether it comes at a moment for it: after submission, and in the round that its writer knew of."""
    record, past = judged.record, judged.past
    begins = isinstance(record.details, Submitted)
    if record.inspection == OF_THE_HOUSE or isinstance(record.details, _AT_ANY_TIME):
        return
    if past.submission is None and not begins:
        yield Objection("I01", "the inspection was not submitted yet", moderate("submit", record.inspection))
    elif past.submission is not None and begins:
        yield Objection("I01", "the moderators have it already", f"reportkit moderate {record.inspection}")
    elif record.round != max(past.round, 1):
        yield Objection("I06", f"it is of round {record.round}, and round {past.round} was on")


def _against_moderator(judged: JudgedRecord, _: SignOff | Refusal) -> Against:
    if judged.person:
        yield from against_author(judged.person, judged.case, judged.policy)


def _against_sign_off(judged: JudgedRecord, details: SignOff) -> Against:
    record, past, known = judged.record, judged.past, judged.known
    yield from _against_moderator(judged, details)
    if known.sure and known.sure not in judged.policy.enough:
        yield Objection("I01", f"it is only {known.sure}, and policy asks for more")
    if set(details.assessed) != set(ASSESSED):
        yield Objection("I05", "evidence, judgements and report were not all assessed")
    if past.agreed is None:
        what = "no meeting of this round had agreed both judgements"
        yield Objection("I06", what, moderate("meeting", record.inspection))
    for query in past.open_queries:
        answer = moderate("answer", record.inspection, short(query.digest), '--text "…"')
        yield Objection("I06", f"the query {short(query.digest)} was not answered", answer)
    signing = past.signing
    if (record.stage, record.decision) != (signing.stage, signing.decision):
        yield Objection("I07", f"it is of the {record.stage} report, and the {signing.stage} one was to be signed")
    yield from _against_second_role(judged.entry, past)


def _against_second_role(entry: Entry, past: Ledger) -> Against:
    same_content = [other for other, _ in past.of(SignOff) if other.record.subject == entry.record.subject]
    other = other_role(entry, same_content, past)
    if other:
        yield Objection("I02", f"the same person had signed as {ROLES[other.record.role]}")


def _against_query(judged: JudgedRecord, details: Query) -> Against:
    if details.by < judged.day:
        yield Objection("I06", f"an answer by {details.by} was due before it was asked for")


def _against_answer(judged: JudgedRecord, details: QueryAnswer) -> Against:
    if details.query not in {query.digest for query in judged.past.open_queries}:
        yield Objection("I06", f"{short(details.query)} is no query that waits for an answer")


def _against_meeting(judged: JudgedRecord, details: Meeting) -> Against:
    for name in details.present:
        if judged.policy.person(name) is None:
            what = f"the meeting names {name}, whom policy.yaml does not list"
            yield Objection("I01", what, "reportkit people")
    yield from judged.against_future("the meeting", details.date, "I06")


def _against_cover(judged: JudgedRecord, details: Cover) -> Against:
    record, policy = judged.record, judged.policy
    stand_in, holder = policy.person(details.stand_in), policy.person(details.holder)
    if record.role != "head-of-programme" and (record.person, record.role) != (details.holder, details.role):
        yield Objection("I01", "a cover is recorded by the role’s holder, or by the head of programme")
    if details.role not in policy.must_sign or holder is None or not holder.holds(details.role, details.from_):
        yield Objection(
            "I01", f"{policy.name_of(details.holder)} does not sign as {ROLES[details.role]} on {details.from_}"
        )
    if stand_in is None or details.stand_in not in policy.covers:
        name = policy.name_of(details.stand_in)
        what = f"policy.yaml does not list {name} under `covers`: an administrator adds those who may stand in"
        yield Objection("I01", what, "reportkit people save")
    elif not stand_in.active(details.from_):
        yield Objection("I01", f"{stand_in.name} does not act for the inspectorate on {details.from_}")
    else:
        yield from against_author(stand_in, judged.case, policy)


def _against_withdrawal(judged: JudgedRecord, details: Withdrawal) -> Against:
    past = judged.past
    found = past.find(details.of)
    if found is None or not isinstance(found.record.details, SignOff | Query):
        yield Objection("record", f"{short(details.of)} is no sign-off or query that could be withdrawn")
    elif found.record.person != judged.record.person:
        yield Objection("record", "only the person who gave it can take it back")
    elif details.of in past.withdrawn or details.of in past.undone:
        yield Objection("record", "it was taken back already")


def _against_override(_: JudgedRecord, details: Override) -> Against:
    if details.rule in SETTLED:
        yield Objection(details.rule, f"{details.rule} cannot be set aside")


def _against_reversal(judged: JudgedRecord, details: Reversal) -> Against:
    person, past = judged.record.person, judged.past
    found = past.find(details.of)
    if found is None or found.digest in past.undone or isinstance(found.record.details, Reversal):
        yield Objection("record", f"{short(details.of)} is no act that could be undone")
        return
    own = [each for each in past.taken if each.record.person == person]
    if found.record.person != person or own[-1].digest != found.digest:
        yield Objection("record", "only one’s own last act can be undone")
    if any(past.chronicle.seen(found.digest, each) for each in past.taken if each.record.person != person):
        yield Objection("record", "another person has seen it: withdraw it, or record what is right now")
    if instead_of_undoing(found.record) is not None:
        yield Objection("record", "what was sent out cannot be undone")


_BY_EVENT: Final[Mapping[type[Details], Callable[[JudgedRecord, Any], Against]]] = {
    SignOff: _against_sign_off,
    Refusal: _against_moderator,
    Query: _against_query,
    QueryAnswer: _against_answer,
    Meeting: _against_meeting,
    Cover: _against_cover,
    Withdrawal: _against_withdrawal,
    Override: _against_override,
    DraftSent: against_draft_sent,
    Comment: against_comment,
    CommentAnswer: against_comment_answer,
    ResponseSent: against_response_sent,
    RoundTable: against_round_table,
    Extension: against_extension,
    Decision: against_decision,
    Letters: against_letters,
    Dispatch: against_dispatch,
    Correction: against_correction,
    Published: against_published,
    ReinspectionAgreed: against_reinspection,
    OdpmDiscussion: against_discussion,
    Progress: against_progress,
    Reversal: _against_reversal,
    Acknowledgement: against_acknowledgement,
    Agreement: against_agreement,
}
