"""What speaks against documents: that were not signed, not brought with the record, or issued before as another."""

from __future__ import annotations

from collections.abc import Iterable

from reportkit.moderation.blocker import Objection
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.comment_events import Drawn
from reportkit.moderation.judged_record import Against, JudgedRecord
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.sign_offs import Subjects, signatures, standing_refusals
from reportkit.moderation.subject import Signing
from reportkit.moderation.words import ROLES


def against_documents(judged: JudgedRecord) -> Against:
    """Check whether the record brings every document that it names, each under a name of its own."""
    brought = {each.name: each.digest for each in judged.record.issued}
    for name in judged.record.details.documents:
        if name not in brought:
            yield Objection("record", f"it names {name}, and did not bring it")
    for entry in judged.past.taken if brought else ():
        for each in entry.record.issued:
            if brought.get(each.name, each.digest) != each.digest:
                yield Objection("record", f"another document was issued as {each.name} before")


def is_of_final(details: Drawn, past: Ledger, subjects: Subjects) -> bool:
    """Return whether the final subject that documents name is that of a content; they may name none before a decision.

    The record alone does not show it: the content that came with it is needed.
    """
    return details.final is None or details.final == subjects(past.signing)


def against_drawn(judged: JudgedRecord, details: Drawn) -> Against:
    """Check whether what it was drawn from was signed by everyone who must, and nothing was open."""
    record, past = judged.record, judged.past
    if (past.decision is None) != (details.final is None):
        yield Objection("I07", "it is drawn from the draft although there is a decision, or the other way round")

    def subject(signing: Signing) -> str:
        return (record.subject if signing.stage == "draft" else details.final) or ""

    signed = signatures(past, judged.policy, subject).signed
    yield from against_rest(judged, details.rests_on, signed)


def against_rest(judged: JudgedRecord, rests_on: Iterable[str], given: Iterable[Entry]) -> Against:
    """Check whether something rests on the sign-offs that were given, of every role, with nothing open."""
    past, signed = judged.past, {entry.record.role: entry.digest for entry in given}
    missing = [ROLES[role] for role in judged.policy.must_sign if role not in signed]
    if missing:
        yield Objection("I01", f"it is not signed by the {', the '.join(missing)}")
    elif set(rests_on) != set(signed.values()):
        yield Objection("I01", "it does not rest on the sign-offs that hold")
    if past.open_queries or any(standing_refusals(past)):
        yield Objection("I06", "a query is open, or a moderator does not agree")
